import type { Network } from '../../../shared/domain/entities.ts'
import { keptQuestion } from '../../../shared/domain/evidence-question.ts'

/** Endings after which the literature is asked no more. A parked idea is looked at again, and what is new may be why. */
const asksStill = (disposition: string): boolean => disposition === 'active' || disposition === 'parked'

interface Row {
  [column: string]: SqlStorageValue
  idea: string
  search: string
}

/**
 * Which ideas ask the literature, as these ideas now stand: a new or other search is run soon, from the day on which it was first
 * asked. The papers that were found stay, since whatever is done here may be undone: until the search in other words was run
 * (lookups/search-some.ts), or the idea is gone. In the transaction that changes the idea.
 */
export const indexQuestions = (sql: SqlStorage, network: Network, ids: readonly string[], now: number): void => {
  const before = new Map(
    sql
      .exec<Row>('SELECT idea, search FROM idea_question WHERE idea IN (SELECT value FROM json_each(?))', JSON.stringify(ids))
      .toArray()
      .map(({ idea, search }) => [idea, search]),
  )
  for (const id of ids) {
    const idea = network.idea(id)
    const question = idea?.evidenceQuestion && asksStill(idea.disposition) ? keptQuestion(idea.evidenceQuestion) : undefined
    if (!idea) sql.exec('DELETE FROM found_paper WHERE idea = ?', id)
    const search = before.get(id)
    if (search === question?.search) continue
    if (question)
      sql.exec(
        `INSERT INTO idea_question (idea, search, since, due, state) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (idea) DO UPDATE SET search = excluded.search, since = excluded.since, due = excluded.due, state = excluded.state`,
        id,
        question.search,
        question.at,
        now,
        JSON.stringify({ changed: now }),
      )
    else sql.exec('DELETE FROM idea_question WHERE idea = ?', id)
  }
}
