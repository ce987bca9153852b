import type { CountsReply } from '../../../shared/api/board.ts'
import { currentApproval } from '../../../shared/domain/approval.ts'
import type { Viewer } from '../../../shared/rules/visibility.ts'
import type { NetworkStore } from '../storage/store.ts'
import { waitsForSender } from './bank-queries.ts'
import { freshNews } from './news-queries.ts'

const countedAtMost = 1000

/** Requests that a member of steering has not decided yet. */
const undecided = (sql: SqlStorage, store: NetworkStore, person: string): number =>
  sql
    .exec<{ id: string }>(`SELECT id FROM idea_row WHERE approval = 'asked' LIMIT ${countedAtMost}`)
    .toArray()
    .filter(({ id }) => {
      const idea = store.network.idea(id)
      const approval = idea && currentApproval(idea)
      return approval && !approval.votes.some(({ by }) => by === person)
    }).length

/** When the last thing arrived that a device of this person sent. */
const lastSent = (sql: SqlStorage, person: string): number | null =>
  sql
    .exec<{ at: number | null }>('SELECT max(l.at) AS at FROM replica r JOIN log l ON l.mutation = r.last WHERE r.person = ?', person)
    .one().at

/** What waits for this person, as the navigation says it. Costs what waits, not what the bank holds. */
export const counts = (sql: SqlStorage, store: NetworkStore, reader: Viewer): CountsReply => {
  const few = (where: string, ...bindings: string[]): number =>
    Number(
      sql.exec(`SELECT count(*) AS count FROM (SELECT 1 FROM idea_row WHERE ${where} LIMIT ${countedAtMost})`, ...bindings).one()['count'],
    )
  const here = "disposition = 'active' AND pathway = '' AND asked IS NULL"
  const approvals = (): number => {
    if (reader.role === 'steering') return undecided(sql, store, reader.person)
    return reader.role === 'coordinator' ? few("approval IN ('approved', 'conditions')") : 0
  }
  return {
    triage: {
      here: few(here),
      mine: few("+disposition = 'active' AND +pathway = '' AND asked IS NULL AND taken = ?", reader.person),
      asked: few(waitsForSender),
    },
    approvals: approvals(),
    news: freshNews(sql, reader),
    sent: lastSent(sql, reader.person),
  }
}
