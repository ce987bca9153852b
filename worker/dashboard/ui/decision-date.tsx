import type { IdeaRow } from '../../../shared/api/bank.ts'
import { dayOf, isoDay } from '../../../shared/values/calendar-day.ts'
import { messages } from '../i18n/bank.ts'
import { me } from '../data/session.ts'
import { daysUntil, sayDayOf, sayDaysUntil } from './dates.ts'
import { RelativeTime } from './relative-time.tsx'

/** An answer is owed only until somebody has decided. */
export const isOwed = (idea: Pick<IdeaRow, 'disposition' | 'pathway'>): boolean => idea.disposition === 'active' && idea.pathway === null

type Dated = Pick<IdeaRow, 'disposition' | 'pathway' | 'decisionDue' | 'movedAt' | 'proposedBy'>

/** When an answer is due, or by how many days it is late, as people say it; the date on hover, and on paper. The sender reads who sees that, too. */
const DueDay = ({ row: { decisionDue: at, proposedBy } }: { row: Dated }) => {
  const count = -daysUntil(at)
  const { due, wasDue, late, lateForSender } = messages.decision
  const says = proposedBy === me.value?.person ? lateForSender : late
  return (
    <time dateTime={isoDay(dayOf(at))} title={sayDayOf(at)} class={count > 0 ? 'late-text' : 'due-text'}>
      <span class="only-screen">{count > 0 ? says({ count }) : `${due} ${sayDaysUntil(at)}`}</span>
      <span class="only-print">
        {count > 0 ? wasDue : due} {sayDayOf(at)}
      </span>
    </time>
  )
}

/** The day an answer is due; once there was one, when that was. */
export const AgeOrDue = ({ row }: { row: Dated }) => {
  if (!isOwed(row)) {
    return (
      <span class="soft">
        {messages.decision.moved} <RelativeTime at={row.movedAt} />
      </span>
    )
  }
  return <DueDay row={row} />
}
