import type { Replica, ReplicaMark } from '../../../shared/sync/protocol.ts'

/** How far each device's own order has come. */

export const readReplica = (sql: SqlStorage, { id, person }: Replica): ReplicaMark =>
  sql.exec<{ cseq: number; last: string }>('SELECT cseq, last FROM replica WHERE id = ? AND person = ?', id, person).toArray()[0] ?? {
    cseq: 0,
    last: null,
  }

export const writeReplica = (sql: SqlStorage, { id, person }: Replica, { cseq, last }: ReplicaMark): void => {
  sql.exec(
    'INSERT INTO replica (id, person, cseq, last) VALUES (?, ?, ?, ?) ON CONFLICT (id, person) DO UPDATE SET cseq = excluded.cseq, last = excluded.last',
    id,
    person,
    cseq,
    last,
  )
}
