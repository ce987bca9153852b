import type { LogEntry } from '../../../shared/sync/server-engine.ts'
import type { Value } from '../rows/insert-many.ts'

/** A log entry as SQLite keeps it; the values are in the order of the columns. */
export const insertLog =
  'INSERT INTO log (seq, mutation, witness, replica, cseq, person, role, site, at, name, args, status, code, reason, message, overwrote, hidden)'

export const logRow = ({
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
