import type { IdeaRow } from '../../../shared/api/bank.ts'
import { type NextStep, shortBy } from '../../../shared/rules/next-step.ts'
import { pathwayLabel, phaseLabel } from '../data/framework.ts'
import './next-step.css'
import { words } from '../i18n/strings.ts'
import { list } from '../i18n/plurals.ts'

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
