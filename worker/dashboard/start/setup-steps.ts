import type { SetupReply } from '../../../shared/api/access.ts'

export const setupSteps = ['sites', 'topics', 'coordinator', 'steering', 'extension', 'import', 'idea'] as const
export type SetupStep = (typeof setupSteps)[number]

/** For those who have one: it is never left to do. */
const optional = 'import' satisfies SetupStep

export interface StepState {
  step: SetupStep
  /** How many there are of what the step asks for. */
  count: number
  /** Open invitations; 0 for what nobody is invited to. */
  invited: number
  is: 'done' | 'waiting' | 'open'
}

interface Known {
  sites: number
  topics: number
  ideas: number
  /** Lists that were brought in, and are still there. */
  lists: number
  setup: SetupReply
}

/** Where each step stands: by what is there, never by what was pressed. */
export const stepStates = ({ sites, topics, ideas, lists, setup }: Known): StepState[] => {
  const there: Record<SetupStep, [count: number, invited: number]> = {
    sites: [sites, 0],
    topics: [topics, 0],
    coordinator: [setup.coordinators, setup.coordinatorsInvited],
    steering: [setup.steering, setup.steeringInvited],
    extension: [setup.extensions, 0],
    import: [lists, 0],
    idea: [ideas, 0],
  }
  return setupSteps.map((step) => {
    const [count, invited] = there[step]
    return { step, count, invited, is: count > 0 ? 'done' : invited > 0 ? 'waiting' : 'open' }
  })
}

/** What somebody keeps of it for themselves: steps that they do not need, or the whole list. */
export interface Dismissed {
  list: boolean
  steps: readonly SetupStep[]
}

const whole = 'list'
export const readDismissed = (kept: string): Dismissed => {
  const words = kept.split(' ')
  return { list: words.includes(whole), steps: setupSteps.filter((step) => words.includes(step)) }
}
export const writeDismissed = ({ list, steps }: Dismissed): string => [...(list ? [whole] : []), ...steps].join(' ')

export interface ShownStep extends StepState {
  /** Whoever reads has said that it is not for them. */
  dismissed: boolean
}

/** The steps that are shown, `always` all of them, and how many are left to do: the same number wherever it stands. */
export const shownSteps = (states: readonly StepState[], { steps }: Dismissed, always = false): { shown: ShownStep[]; left: number } => {
  const all = states.map((state) => ({ ...state, dismissed: state.is !== 'done' && steps.includes(state.step) }))
  return {
    shown: all.filter(({ dismissed }) => always || !dismissed),
    left: all.filter(({ step, is, dismissed }) => is !== 'done' && !dismissed && step !== optional).length,
  }
}
