import { isUnmerged } from '../indexes/merge-words.ts'
import { isRepacking } from './repack.ts'
import type { NetworkStore } from './store.ts'

const rowsAtOnce = 500

/** Marks every row of the lists as out of date: the framework changed, or the tables did. */
export const markStale = (sql: SqlStorage): void => {
  sql.exec("INSERT INTO meta (name, value) VALUES ('reindex', 0) ON CONFLICT (name) DO UPDATE SET value = 0")
}

/** Whether there is something to do a part at a time. */
export const isStale = (sql: SqlStorage): boolean =>
  sql.exec("SELECT 1 FROM meta WHERE name IN ('reindex', 'reindex-clips')").toArray().length > 0 || isRepacking(sql) || isUnmerged(sql)

/** What an idea lacks may change with the calendar alone (a test's planned end passes): once a day ideas with such a day near are assessed again. */
export const refreshNear = (sql: SqlStorage, store: NetworkStore): void => {
  const rows = sql.exec<{ id: string }>('SELECT id FROM idea_row WHERE short IS NOT NULL ORDER BY short, moved_at LIMIT ?', rowsAtOnce)
  store.refresh(rows.toArray().map(({ id }) => id))
}

/** Recomputes some rows of the lists, in a transaction of the caller's; returns whether there are more. */
export const reindexSome = (sql: SqlStorage, store: NetworkStore): boolean => reindexIdeas(sql, store) || reindexClips(sql, store)

/** In the order of the numbers of the log by which clips were last written; all clips of one number in one go. */
const reindexClips = (sql: SqlStorage, store: NetworkStore): boolean => {
  const from = sql.exec<{ value: number }>("SELECT value FROM meta WHERE name = 'reindex-clips'").toArray()[0]?.value
  if (from === undefined) return false
  const some = `SELECT seq FROM entity WHERE kind = 'evidence' AND seq > ?1 ORDER BY seq LIMIT ${rowsAtOnce}`
  const rows = sql
    .exec<{ id: string; seq: number }>(
      `SELECT id, seq FROM entity WHERE kind = 'evidence' AND seq > ?1 AND seq <= (SELECT max(seq) FROM (${some})) ORDER BY seq`,
      from,
    )
    .toArray()
  store.refresh(
    [],
    rows.map(({ id }) => id),
  )
  const last = rows.at(-1)?.seq
  if (last === undefined) sql.exec("DELETE FROM meta WHERE name = 'reindex-clips'")
  else sql.exec("UPDATE meta SET value = ? WHERE name = 'reindex-clips'", last)
  return last !== undefined
}

const reindexIdeas = (sql: SqlStorage, store: NetworkStore): boolean => {
  const from = sql.exec<{ value: number }>("SELECT value FROM meta WHERE name = 'reindex'").toArray()[0]?.value
  if (from === undefined) return false
  const rows = sql
    .exec<{ id: string; number: number }>('SELECT id, number FROM idea_row WHERE number > ? ORDER BY number LIMIT ?', from, rowsAtOnce)
    .toArray()
  store.refresh(rows.map(({ id }) => id))
  const last = rows.at(-1)?.number
  if (last !== undefined && rows.length === rowsAtOnce) sql.exec("UPDATE meta SET value = ? WHERE name = 'reindex'", last)
  else sql.exec("DELETE FROM meta WHERE name = 'reindex'")
  return rows.length === rowsAtOnce
}
