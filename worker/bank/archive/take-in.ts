import type { ArchivedEntry, ArchivedRow } from '../../../shared/archive/archive-format.ts'
import { recountAnswers } from '../indexes/answer-index.ts'
import { fillHistory } from '../indexes/history-index.ts'
import { fillSiteDays } from '../indexes/site-days.ts'
import { insertMany } from '../rows/insert-many.ts'
import type { NetworkStore } from '../storage/store.ts'

/** Lines of an archive wait in tables of their own until all are there; then they become the bank, in one transaction. */

/** Whether there never was anything but settings and people. */
export const isEmpty = (sql: SqlStorage): boolean =>
  sql.exec("SELECT 1 FROM entity WHERE kind NOT IN ('framework', 'person') LIMIT 1").toArray().length === 0

const tables = ['entity', 'log', 'subject'] as const

export const dropArriving = (sql: SqlStorage): void => {
  for (const table of tables) sql.exec(`DROP TABLE IF EXISTS arriving_${table}`)
  sql.exec("DELETE FROM meta WHERE name = 'arriving'")
}

/** Empty tables for a new arrival; what came before for another is dropped. */
export const beginArriving = (sql: SqlStorage): number => {
  dropArriving(sql)
  for (const table of tables) sql.exec(`CREATE TABLE arriving_${table} AS SELECT * FROM ${table} WHERE 0`)
  sql.exec('CREATE UNIQUE INDEX arriving_entity_id ON arriving_entity (kind, id)')
  const run = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
  sql.exec("INSERT INTO meta (name, value) VALUES ('arriving', ?)", run)
  return run
}

export const isArriving = (sql: SqlStorage, run: number): boolean =>
  sql.exec("SELECT 1 FROM meta WHERE name = 'arriving' AND value = ?", run).toArray().length > 0

/** A row that comes twice is what its later line says. */
export const addRows = (sql: SqlStorage, rows: readonly ArchivedRow[]): void =>
  insertMany(
    sql,
    'INSERT OR REPLACE INTO arriving_entity (kind, id, seq, body)',
    rows.map(({ kind, id, seq, value }) => [kind, id, seq, value === null ? null : JSON.stringify(value)]),
  )

const jsonOr = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value))

/** Which device sent it and what stood beside it in its sync is no part of an archive: devices read the bank from its beginning. */
export const addEntries = (sql: SqlStorage, entries: readonly ArchivedEntry[]): void => {
  insertMany(
    sql,
    'INSERT INTO arriving_log (seq, mutation, witness, replica, cseq, person, role, site, at, name, args, status, code, reason, message, overwrote, hidden, taken_back)',
    entries.map((entry) => [
      entry.seq,
      entry.id,
      crypto.getRandomValues(new Uint8Array(8)).toHex(),
      '',
      0,
      entry.person,
      entry.role,
      entry.site,
      entry.at,
      entry.name,
      JSON.stringify(entry.args ?? null),
      entry.status,
      entry.code,
      jsonOr(entry.reason),
      entry.message,
      jsonOr(entry.overwrote),
      entry.hidden ? 1 : 0,
      entry.takenBack,
    ]),
  )
  insertMany(
    sql,
    'INSERT INTO arriving_subject (idea, seq)',
    entries.flatMap(({ seq, ideas }) => ideas.map((idea) => [idea, seq])),
  )
}

/** Whether the log is whole, with each number and each id once, and wrote every row. */
export const hangsTogether = (sql: SqlStorage, entries: number): boolean => {
  const { log, numbers, ids, head, written } = sql
    .exec<Record<'log' | 'numbers' | 'ids' | 'head' | 'written', number>>(
      `SELECT count(*) AS log, count(DISTINCT seq) AS numbers, count(DISTINCT mutation) AS ids, coalesce(max(seq), 0) AS head,
         (SELECT coalesce(max(seq), 0) FROM arriving_entity) AS written FROM arriving_log`,
    )
    .one()
  return log === entries && numbers === entries && ids === entries && written <= head
}

/** Rows whose lists are computed at once. */
const chunk = 200

const idsOf = (sql: SqlStorage, kind: 'idea' | 'evidence', order: string): string[] =>
  sql
    .exec<{ id: string }>(`SELECT id FROM entity WHERE kind = ? AND body IS NOT NULL ORDER BY ${order}`, kind)
    .toArray()
    .map(({ id }) => id)

const refreshAll = (store: NetworkStore, ids: readonly string[], kind: 'idea' | 'evidence'): void => {
  for (let from = 0; from < ids.length; from += chunk) {
    const some = ids.slice(from, from + chunk)
    store.begin()
    store.refresh(kind === 'idea' ? some : [], kind === 'evidence' ? some : [])
  }
}

/** What has arrived becomes the bank, with its lists, counts and search; in a transaction of the caller's. */
export const settle = (sql: SqlStorage, store: NetworkStore): void => {
  for (const table of ['entity', 'log', 'subject', 'part', 'tie', 'newcomer', 'undo_row']) sql.exec(`DELETE FROM ${table}`)
  for (const table of tables) sql.exec(`INSERT INTO ${table} SELECT * FROM arriving_${table}`)
  sql.exec(
    `INSERT OR IGNORE INTO part SELECT json_extract(body, '$.idea'), kind, id FROM entity WHERE kind IN ('stance', 'comment', 'series') AND body IS NOT NULL
     UNION ALL SELECT i.value, 'evidence', e.id FROM entity e, json_each(e.body, '$.ideas') i WHERE e.kind = 'evidence' AND e.body IS NOT NULL`,
  )
  refreshAll(store, idsOf(sql, 'idea', "json_extract(body, '$.proposedAt'), id"), 'idea')
  refreshAll(store, idsOf(sql, 'evidence', 'seq, id'), 'evidence')
  fillHistory(sql)
  recountAnswers(sql)
  fillSiteDays(sql)
  store.begin()
}
