import type { IdeaRow } from '../../../shared/api/bank.ts'
import { messages } from '../i18n/bank.ts'
import { RelativeTime } from './relative-time.tsx'

/** An answer is owed only until somebody has decided. */
export const isOwed = (idea: Pick<IdeaRow, 'disposition' | 'pathway'>): boolean => idea.disposition === 'active' && idea.pathway === null

type Dated = Pick<IdeaRow, 'disposition' | 'pathway' | 'decisionDue' | 'movedAt'>

/** The day an answer is due; once there was one, when that was. */
export const AgeOrDue = ({ row }: { row: Dated }) => {
  if (!isOwed(row)) {
    return (
      <span class="soft">
        {messages.decision.moved} <RelativeTime at={row.movedAt} />
      </span>
    )
  }
  const late = row.decisionDue < Date.now()
  return (
    <span class={late ? 'late-text' : 'due-text'}>
      {late ? messages.decision.wasDue : messages.decision.due} <RelativeTime at={row.decisionDue} />
    </span>
  )
}
