import type { IdeaRow } from '../../../shared/api/bank.ts'
import { type NextStep, shortBy } from '../../../shared/rules/next-step.ts'
import { isOver, sayDayOf } from './dates.ts'
import { pathwayLabel, phaseLabel } from '../data/framework.ts'
import './next-step.css'
import { messages } from '../i18n/bank.ts'
import { translate } from '../i18n/translate.ts'
import { list } from '../i18n/locale.ts'

const goal = ({ phase, pathway }: NextStep): string => (pathway === null ? phaseLabel(phase ?? '') : pathwayLabel(pathway))

const readyFor = (step: NextStep): string =>
  step.pathway === null ? messages.step.phase({ phase: goal(step) }) : messages.step.pathway({ pathway: goal(step) })

/** How the request for steering's approval stands, where there is one. */
export const ApprovalNote = ({ row: { approval } }: { row: Pick<IdeaRow, 'approval'> }) => {
  if (!approval) return null
  const { state, due } = approval
  if (state !== 'asked') return <span class={`step ${state === 'declined' ? 'near' : 'ready'}`}>{messages.step.approvals[state]}</span>
  const [late, day] = [isOver(due), sayDayOf(due)]
  return (
    <span class={`step ${late ? 'near' : 'far'}`}>
      {late ? messages.step.approvals.late({ day }) : messages.step.approvals.asked({ day })}
    </span>
  )
}

/** What an idea needs for its next step, in a few words: ready, short by one, or what is missing. */
export const NextStepLine = ({ row }: { row: Pick<IdeaRow, 'step'> }) => {
  const { step } = row
  if (!step) return null
  const short = shortBy(step)
  if (short === 0) return <span class="step ready">{readyFor(step)}</span>
  return (
    <span class={`step ${short === 1 ? 'near' : 'far'}`}>
      {messages.step.lacking({ to: goal(step), lacks: list.format(step.lacks.map(({ message }) => translate(message))) })}
    </span>
  )
}
