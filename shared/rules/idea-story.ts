import type { Idea } from '../domain/entities.ts'
import type { Framework } from '../domain/framework.ts'
import { dayOf } from '../values/calendar-day.ts'

/**
 * Where an idea stood and since when, kept with its row, so that reports over time read counts by day and not the log. A state is a
 * phase's key, `inTriage` before the idea has a pathway, or `ended` for every ending and merge.
 */
export const inTriage = ''
export const ended = '-'
/** A time (milliseconds since 1970) and the state from then on; in order of time, the first is the arrival. */
export type Step = [at: number, state: string]

type Place = Pick<Idea, 'pathway' | 'phase' | 'disposition'>

export const stateOf = ({ pathway, phase, disposition }: Place): string =>
  disposition === 'active' ? (pathway === null ? inTriage : phase) : ended

/** The steps of an idea that stands in a state since a time. What lies later was taken back; a step that leads nowhere is none. */
export const stepped = (steps: readonly Step[], state: string, at: number): Step[] => {
  const before = steps.filter(([since]) => since < at)
  return before.at(-1)?.[1] === state ? before : [...before, [at, state]]
}

/** What the log keeps of a step; only entries that changed the idea and were not taken back. */
export interface LoggedStep {
  name: string
  at: number
  pathway: string | null
  /** The phase that it went to, or came in with from a list. */
  to: string | null
  /** How it had ended when it came in from a list. */
  ending: string | null
}

const moved = (place: Place, { name, pathway, to, ending }: LoggedStep, first: string): Place => {
  if (name === 'importIdea') return { pathway, phase: to ?? first, disposition: ending === null ? 'active' : 'abandoned' }
  if (name === 'classifyIdea') return pathway === place.pathway ? place : { ...place, pathway, phase: first }
  if (name === 'moveIdea') return { ...place, phase: to ?? place.phase }
  if (name === 'returnToTriage') return { ...place, pathway: null }
  if (name === 'reopenIdea') return { ...place, disposition: 'active' }
  return { ...place, disposition: 'abandoned' }
}

/** The mutations by which an idea changes its state, or comes in with one. */
export const steppingNames = ['importIdea', 'classifyIdea', 'moveIdea', 'returnToTriage', 'reopenIdea', 'endIdea', 'mergeIdeas']

/** The same steps from the log, for ideas that came before steps were kept. */
export const stepsFrom = (
  { proposedAt, movedAt, ...now }: Place & Pick<Idea, 'proposedAt' | 'movedAt'>,
  log: readonly LoggedStep[],
  first: string,
): Step[] => {
  let place: Place = { pathway: null, phase: first, disposition: 'active' }
  let steps: Step[] = [[proposedAt, inTriage]]
  for (const entry of log) {
    if (entry.at < proposedAt) continue
    place = moved(place, entry, first)
    steps = entry.name === 'importIdea' ? [[proposedAt, stateOf(place)]] : stepped(steps, stateOf(place), entry.at)
  }
  return stepped(steps, stateOf(now), movedAt)
}

/** When the idea was first decided on; `null` while nobody has. */
export const answeredAt = (steps: readonly Step[]): number | null => steps.find(([, state]) => state !== inTriage)?.[0] ?? null

/** How far an idea ever came: 0 arrived, 1 decided on, 2 in test, 3 taken on where it is to stay. */
export type Reached = 0 | 1 | 2 | 3

type Phases = readonly Pick<Framework['phases'][number], 'key'>[]

/** The phases from the test on, and those of spread, by the order of phases and not by their names. */
const placesOf = (phases: Phases): { test: number; spread: number } => {
  const at = (key: string): number => phases.findIndex((phase) => phase.key === key)
  const evaluation = at('evaluate')
  return {
    test: at('test') < 0 ? Math.max(1, phases.length - 3) : at('test'),
    spread: evaluation < 0 ? Math.max(0, phases.length - 2) : evaluation + 1,
  }
}

/** The phases in which an idea spreads. */
export const widely = (phases: Phases): string[] => phases.slice(placesOf(phases).spread).map(({ key }) => key)

/** @param tries Whether a site tests the idea or has tested it, whatever phase it stands in. */
export const reachedBy = (steps: readonly Step[], phases: Phases, tries: boolean): Reached => {
  const { test, spread } = placesOf(phases)
  const furthest = Math.max(-1, ...steps.map(([, state]) => phases.findIndex(({ key }) => key === state)))
  if (furthest >= spread && phases.length > 0) return 3
  if (furthest >= test || tries) return 2
  return answeredAt(steps) === null ? 0 : 1
}

/** What is kept of an idea's story; `due` is when its answer was due. */
export interface Story {
  steps: readonly Step[]
  due: number
  reached: Reached
}

/** What one idea adds to the counts of days: how far those that came on a day got, answers given on it, and who came into a state or left it. */
export const dayCounts = ({ steps, due, reached }: Story): [day: number, what: string, count: number][] => {
  const [first, decided] = [steps[0], answeredAt(steps)]
  if (!first) return []
  return [
    [dayOf(first[0]), `${cohort}${reached}${steps.at(-1)?.[1] === ended ? ended : ''}`, 1],
    // What was decided when it arrived was decided elsewhere: it comes from a list.
    ...(decided === null || decided === first[0] ? [] : [[dayOf(decided), decided <= due ? onTime : late, 1] as [number, string, number]]),
    ...steps.flatMap(([at, state], index): [number, string, number][] => {
      const left = steps[index - 1]
      return [[dayOf(at), `${net}${state}`, 1], ...(left ? [[dayOf(at), `${net}${left[1]}`, -1] as [number, string, number]] : [])]
    }),
  ]
}
/** The names of counts: `cohort2-`, `in:test`, `on-time`. */
export const cohort = 'cohort'
export const net = 'in:'
export const onTime = 'on-time'
export const late = 'late'
