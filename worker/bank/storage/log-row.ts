import type { LogEntry } from '../../../shared/sync/server-store.ts'
import { insertMany, type Value } from '../rows/insert-many.ts'
import { countSiteDays } from '../indexes/site-days.ts'

/** A log entry as SQLite keeps it; the values are in the order of the columns. */
const insertLog =
  'INSERT INTO log (seq, mutation, witness, replica, cseq, person, role, site, at, name, args, status, code, reason, message, overwrote, hidden)'

const logRow = ({
  id,
  seq,
  witness,
  replica,
  cseq,
  context,
  name,
  args,
  status,
  code,
  reason,
  message,
  overwrote,
  unnamed,
}: LogEntry): Value[] => [
  seq,
  id,
  witness,
  replica,
  cseq,
  context.person,
  context.role,
  context.site,
  context.at,
  name,
  JSON.stringify(args ?? null),
  status,
  code ?? null,
  reason ? JSON.stringify(reason) : null,
  message ?? null,
  overwrote ? JSON.stringify(overwrote) : null,
  unnamed ? 1 : 0,
]

/** Writes entries of the log, and what is counted of them by day. */
export const writeLog = (sql: SqlStorage, entries: readonly LogEntry[]): void => {
  insertMany(sql, insertLog, entries.map(logRow))
  countSiteDays(sql, entries)
}

/** What tells two histories apart that both have this number (storage/transaction.ts). */
export interface Witnessed {
  seq: number
  witness: string
}

export const witnessAt = (sql: SqlStorage, seq: number): Witnessed | undefined =>
  sql.exec<Witnessed & Record<string, SqlStorageValue>>('SELECT seq, witness FROM log WHERE seq = ?', seq).toArray()[0]
