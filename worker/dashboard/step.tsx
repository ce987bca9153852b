import type { IdeaRow } from '../../shared/bank.ts'
import { type NextStep, shortBy } from '../../shared/next-step.ts'
import { pathwayLabel, phaseLabel } from './framework-reply.ts'
import './step.css'
import { words } from './strings.ts'
import { list } from './words-of-numbers.ts'

const goal = ({ phase, pathway }: NextStep): string => (pathway === null ? phaseLabel(phase ?? '') : pathwayLabel(pathway))

/** What an idea needs for its next step, in a few words: ready, short by one, or what is missing. */
export const Step = ({ row }: { row: Pick<IdeaRow, 'step'> }) => {
  const { step } = row
  if (!step) return null
  const short = shortBy(step)
  if (short === 0) return <span class="step ready">{words.step[step.pathway === null ? 'phase' : 'pathway'](goal(step))}</span>
  return (
    <span class={`step ${short === 1 ? 'near' : 'far'}`}>
      {words.step.lacking(goal(step), list.format(step.lacks.map(({ says }) => words.said(says))))}
    </span>
  )
}
