import { labelOf } from '../../../shared/domain/framework.ts'
import type { Idea } from '../../../shared/domain/entities.ts'
import type { BankLine } from '../../bank/bank-index.ts'
import { shortDayOf } from '../../i18n/formats.ts'
import { panelMessages } from '../../i18n/panel.ts'
import { framework } from '../state/panel-state.ts'

const ended = (disposition: Exclude<Idea['disposition'], 'active'>, sentence: string | undefined): string => {
  const how = panelMessages.dispositions[disposition]
  return sentence ? panelMessages.ideaEnded({ how, sentence }) : how
}

/** Where an idea stands in the bank, in a few words. */
export const standing = (idea: Pick<Idea, 'hold' | 'disposition' | 'ending' | 'pathway' | 'phase' | 'decisionDue'>): string => {
  if (idea.hold) return panelMessages.held
  if (idea.disposition !== 'active') return ended(idea.disposition, idea.ending?.sentence)
  if (idea.pathway === null) return panelMessages.ideaWaits({ date: shortDayOf(idea.decisionDue) })
  return panelMessages.ideaAt({
    pathway: labelOf(framework.value?.pathways ?? [], idea.pathway),
    phase: labelOf(framework.value?.phases ?? [], idea.phase),
  })
}

export const Standing = ({ line }: { line: BankLine }) => (
  <span class={`soft block${line.disposition === 'abandoned' ? ' tried' : ''}`}>{standing(line)}</span>
)
