import type { LookupFailure } from '../../../shared/lookups/answer.ts'
import type { SearchedService } from '../../lookups/searches.ts'

/** How a search did at one service. */
export interface SearchState {
  /** When it last answered the whole search, and from which day on it was asked; 0 before the first time. */
  at: number
  from: number
  /** Papers that it has since that day. */
  count: number
  notFound?: readonly string[]
  /** A page of results that is still to be asked for. */
  cursor?: string
  /** Why there was no answer the last time. */
  failed?: LookupFailure
}

/** Of the services that know its fields; `refused`: it names what may be about a patient, and is not sent. */
export interface QuestionState {
  services: Partial<Record<SearchedService, SearchState>>
  refused?: true
  /** Since when the search is this one (milliseconds since 1970), until all of it was answered: what it did not find again then goes. */
  changed?: number
}

export interface QuestionRow {
  idea: string
  search: string
  /** From when on papers are new, and when its search is run next, in milliseconds since 1970. */
  since: number
  due: number
  state: QuestionState
}

interface Row {
  [column: string]: SqlStorageValue
  idea: string
  search: string
  since: number
  due: number
  state: string
}

const rowOf = ({ state, ...row }: Row): QuestionRow => ({
  ...row,
  state: { services: {}, ...(JSON.parse(state) as Partial<QuestionState>) },
})

export const dueQuestions = (sql: SqlStorage, now: number, most: number): QuestionRow[] =>
  sql.exec<Row>('SELECT * FROM idea_question WHERE due <= ? ORDER BY due, idea LIMIT ?', now, most).toArray().map(rowOf)

export const questionOf = (sql: SqlStorage, idea: string): QuestionRow | undefined =>
  sql.exec<Row>('SELECT * FROM idea_question WHERE idea = ?', idea).toArray().map(rowOf)[0]

/** Ideas that ask, the last found first, at most so many. */
export const askingIdeas = (sql: SqlStorage, most: number): string[] =>
  sql
    .exec<{ idea: string }>(
      'SELECT q.idea FROM idea_question q JOIN found_paper p ON p.idea = q.idea GROUP BY q.idea ORDER BY max(p.number) DESC LIMIT ?',
      most,
    )
    .toArray()
    .map(({ idea }) => idea)

export const nextQuestionDue = (sql: SqlStorage): number | undefined =>
  sql.exec<{ due: number | null }>('SELECT min(due) AS due FROM idea_question').one().due ?? undefined

/** Unless the question was changed while its search was run: then it is run anew. */
export const keepQuestion = (sql: SqlStorage, { idea, search, due, state }: QuestionRow): void => {
  sql.exec('UPDATE idea_question SET due = ?, state = ? WHERE idea = ? AND search = ?', due, JSON.stringify(state), idea, search)
}
