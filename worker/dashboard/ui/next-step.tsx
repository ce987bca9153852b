import type { IdeaRow } from '../../../shared/api/bank.ts'
import { type NextStep, shortBy } from '../../../shared/rules/next-step.ts'
import { pathwayLabel, phaseLabel } from '../data/framework.ts'
import './next-step.css'
import { messages } from '../i18n/bank.ts'
import { translate } from '../i18n/translate.ts'
import { list } from '../i18n/locale.ts'

const goal = ({ phase, pathway }: NextStep): string => (pathway === null ? phaseLabel(phase ?? '') : pathwayLabel(pathway))

const readyFor = (step: NextStep): string =>
  step.pathway === null ? messages.step.phase({ phase: goal(step) }) : messages.step.pathway({ pathway: goal(step) })

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
