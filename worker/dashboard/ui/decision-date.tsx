import type { IdeaRow } from '../../../shared/api/bank.ts'
import { messages } from '../i18n/bank.ts'
import { daysUntil, sayDayOf, sayDaysUntil } from './dates.ts'
import { RelativeTime } from './relative-time.tsx'

/** An answer is owed only until somebody has decided. */
export const isOwed = (idea: Pick<IdeaRow, 'disposition' | 'pathway'>): boolean => idea.disposition === 'active' && idea.pathway === null

type Dated = Pick<IdeaRow, 'disposition' | 'pathway' | 'decisionDue' | 'movedAt'>

/** A day as people say it; the date on hover, and on paper. */
const DueDay = ({ at }: { at: number }) => (
  <time dateTime={new Date(at).toISOString().slice(0, 10)} title={sayDayOf(at)}>
    <span class="only-screen">{sayDaysUntil(at)}</span>
    <span class="only-print">{sayDayOf(at)}</span>
  </time>
)

/** The day an answer is due; once there was one, when that was. */
export const AgeOrDue = ({ row }: { row: Dated }) => {
  if (!isOwed(row)) {
    return (
      <span class="soft">
        {messages.decision.moved} <RelativeTime at={row.movedAt} />
      </span>
    )
  }
  const late = daysUntil(row.decisionDue) < 0
  return (
    <span class={late ? 'late-text' : 'due-text'}>
      {late ? messages.decision.wasDue : messages.decision.due} <DueDay at={row.decisionDue} />
    </span>
  )
}
