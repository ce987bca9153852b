import type { Idea, Network } from '../../../shared/domain/entities.ts'
import { keptQuestion, mostDismissed } from '../../../shared/domain/evidence-question.ts'
import type { ItemIds } from '../../../shared/lookups/assertion.ts'
import { sharesId } from '../../../shared/lookups/item-ids.ts'

/** Endings after which the literature is asked no more. A parked idea is looked at again, and what is new may be why. */
const asksStill = (disposition: string): boolean => disposition === 'active' || disposition === 'parked'

interface Row {
  [column: string]: SqlStorageValue
  idea: string
  search: string
  dismissed: string | null
}

const isIn = (paper: ItemIds, papers: readonly ItemIds[]): boolean => papers.some((one) => sharesId(one, paper))

/** Sets whether papers of an idea were dismissed long ago, by either number. */
const mark = (sql: SqlStorage, idea: string, papers: readonly ItemIds[], dismissed: 0 | 1): void => {
  sql.exec(
    `UPDATE found_paper SET dismissed = ? WHERE idea = ? AND (pmid IN (SELECT value FROM json_each(?)) OR doi IN (SELECT value FROM json_each(?)))`,
    dismissed,
    idea,
    JSON.stringify(papers.flatMap(({ pmid }) => pmid ?? [])),
    JSON.stringify(papers.flatMap(({ doi }) => doi ?? [])),
  )
}

/**
 * What an idea names no more, since another was dismissed after the last that it can name, stays dismissed; what it names no more since
 * that was taken back does not.
 */
const keepDismissed = (sql: SqlStorage, { id, dismissedPapers: now = [] }: Idea, before: string | null): void => {
  const full = now.length >= mostDismissed ? JSON.stringify(now) : null
  if (full === before) return
  const [last, newest] = [JSON.parse(before ?? '[]') as ItemIds[], now.at(-1)]
  mark(sql, id, now, 0)
  if (full !== null && newest && !isIn(newest, last))
    mark(
      sql,
      id,
      last.filter((paper) => !isIn(paper, now)),
      1,
    )
  sql.exec('UPDATE idea_question SET dismissed = ? WHERE idea = ?', full, id)
}

/**
 * Which ideas ask the literature, as these ideas now stand: a new or other search is run soon, from the day on which it was first
 * asked. The papers that were found stay, since whatever is done here may be undone: until the search in other words was run
 * (lookups/search-some.ts), or the idea is gone. In the transaction that changes the idea.
 */
export const indexQuestions = (sql: SqlStorage, network: Network, ids: readonly string[], now: number): void => {
  const before = new Map(
    sql
      .exec<Row>('SELECT idea, search, dismissed FROM idea_question WHERE idea IN (SELECT value FROM json_each(?))', JSON.stringify(ids))
      .toArray()
      .map((row) => [row.idea, row]),
  )
  for (const id of ids) {
    const idea = network.idea(id)
    const question = idea?.evidenceQuestion && asksStill(idea.disposition) ? keptQuestion(idea.evidenceQuestion) : undefined
    if (!idea) sql.exec('DELETE FROM found_paper WHERE idea = ?', id)
    const known = before.get(id)
    if (idea && known) keepDismissed(sql, idea, known.dismissed)
    if (known?.search === question?.search) continue
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
    if (idea && question && !known) keepDismissed(sql, idea, null)
  }
}
