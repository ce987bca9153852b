import { labelOf } from '../../../shared/domain/framework.ts'
import type { Idea } from '../../../shared/domain/entities.ts'
import { dayOf } from '../../../shared/values/calendar-day.ts'
import { today } from '../../../shared/web/today.ts'
import type { BankLine } from '../../bank/kept-ideas.ts'
import { shortDayOf } from '../../i18n/formats.ts'
import { homeMessages } from '../../i18n/home.ts'
import { serverTime } from '../../store/sync-status.ts'
import { framework, notes } from '../state/panel-state.ts'

const ended = (disposition: Exclude<Idea['disposition'], 'active'>, sentence: string | undefined): string => {
  const how = homeMessages.dispositions[disposition]
  return sentence ? homeMessages.ideaEnded({ how, sentence }) : how
}

/** How many whole days an answer is late that was due at a time which stands for a day. */
const daysLate = (due: number, now: number): number => Math.max(0, today(now) - dayOf(due))

/** Where an idea stands in the bank, in a few words. */
export const standing = (idea: Pick<Idea, 'hold' | 'disposition' | 'ending' | 'pathway' | 'phase' | 'decisionDue'>): string => {
  if (idea.hold) return homeMessages.held
  if (idea.disposition !== 'active') return ended(idea.disposition, idea.ending?.sentence)
  if (idea.pathway === null) {
    const late = daysLate(idea.decisionDue, serverTime(notes.value, Date.now()))
    return late > 0 ? homeMessages.ideaLate({ count: late }) : homeMessages.ideaWaits({ date: shortDayOf(idea.decisionDue) })
  }
  return homeMessages.ideaAt({
    pathway: labelOf(framework.value?.pathways ?? [], idea.pathway),
    phase: labelOf(framework.value?.phases ?? [], idea.phase),
  })
}

export const Standing = ({ line }: { line: BankLine }) => (
  <span class={`soft block${line.disposition === 'abandoned' ? ' tried' : ''}`}>{standing(line)}</span>
)
