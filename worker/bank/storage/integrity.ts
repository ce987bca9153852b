import { kindOf, log } from '../../telemetry/log.ts'
import { recountCells } from '../indexes/cell-index.ts'
import { answerStates, recountAnswers } from '../indexes/answer-index.ts'
import { fillHistory } from '../indexes/history-index.ts'

/** Bytes. Up to this size SQLite checks all of its pages whenever the object starts (some 5 ms per megabyte); beyond, once a day. */
const lookedAtWhole = 8 * 1024 * 1024

/** How the Worker recognises a damaged bank: errors that come from an object keep their message, and nothing else. */
const mark = 'bank-harmed'

/** Whether an object failed because its tables are not what was written. */
export const isHarm = (error: unknown): boolean =>
  error instanceof Error && /bank-harmed|SQLITE_CORRUPT|SQLITE_NOTADB|disk image is malformed/.test(error.message)

/** Whether `examine` found it, in a database that can still be read. */
export const isFound = (error: unknown): boolean => error instanceof Error && error.message === mark

/** Looks at every page of the database. Answers what SQLite found, '' for nothing. */
const pages = (sql: SqlStorage): string => {
  const { quick_check: found } = sql.exec<{ quick_check: string }>('PRAGMA quick_check(1)').one()
  return found === 'ok' ? '' : found
}

/** Each row was written by a number of the log. Both ends are read from an index. */
const order = (sql: SqlStorage): string => {
  const { log, entity } = sql
    .exec<{ log: number; entity: number }>(
      'SELECT (SELECT coalesce(max(seq), 0) FROM log) AS log, (SELECT coalesce(max(seq), 0) FROM entity) AS entity',
    )
    .one()
  return entity > log ? `rows up to number ${entity}, a log up to ${log}` : ''
}

/** Found by the daily look, in a bank that is too large for one at every start. A restore takes the mark away with the rest. */
const marked = (sql: SqlStorage): string =>
  sql.exec("SELECT 1 FROM meta WHERE name = 'harmed'").toArray().length > 0 ? 'found by the daily look' : ''

/** A damaged bank may refuse the mark too; then the next check finds the damage again. */
export const markHarmed = ({ sql }: DurableObjectStorage): void => {
  try {
    sql.exec("INSERT OR REPLACE INTO meta (name, value) VALUES ('harmed', ?)", Date.now())
  } catch (error) {
    log('error', 'harm-not-marked', { error: kindOf(error) })
  }
}

/** Counts are derived: if they do not match the rows, they are rebuilt. Reads one index of all ideas. */
const recount = (sql: SqlStorage): void => {
  const { counted, arrived, answers, rows } = sql
    .exec<{ counted: number; arrived: number; answers: number; rows: number }>(
      `SELECT (SELECT coalesce(sum(count), 0) FROM cell) AS counted, (SELECT count(*) FROM idea_row) AS rows,
         (SELECT coalesce(sum(count), 0) FROM day_count WHERE what GLOB 'cohort*') AS arrived,
         (SELECT coalesce(sum(count), 0) FROM answer_count WHERE what IN (SELECT value FROM json_each(?))) AS answers`,
      JSON.stringify(answerStates),
    )
    .one()
  if (arrived !== rows) {
    log('error', 'counted-anew', { what: 'days', counted: arrived, rows })
    fillHistory(sql)
  }
  // What was decided when is read from the log together with the days.
  if (arrived !== rows || answers !== rows) {
    if (answers !== rows) log('error', 'counted-anew', { what: 'answers', counted: answers, rows })
    recountAnswers(sql)
  }
  if (counted === rows) return
  log('error', 'counted-anew', { what: 'ideas', counted, rows })
  recountCells(sql)
}

/**
 * Asked when the object starts and at each alarm, once a day of `whole` the database: throws where the tables are not what was written. Then nothing
 * is read from them and nothing written to them until they are restored (docs/operations.md): old counts would be believed, and new rows lost.
 * What is asked more often than once a day costs a large bank no more than a small one.
 */
export const examine = (storage: DurableObjectStorage, whole = storage.sql.databaseSize <= lookedAtWhole): void => {
  const wrong = marked(storage.sql) || order(storage.sql) || (whole ? pages(storage.sql) : '')
  if (wrong) {
    log('error', 'bank-harmed', { found: wrong.slice(0, 300) })
    throw new Error(mark)
  }
  if (whole) storage.transactionSync(() => recount(storage.sql))
}

export const sizeOf = (sql: SqlStorage): { ideas: number; head: number } =>
  sql
    .exec<{ ideas: number; head: number }>(
      'SELECT (SELECT count(*) FROM idea_row) AS ideas, (SELECT coalesce(max(seq), 0) FROM log) AS head',
    )
    .one()
