import type { Overwritten } from '../../../shared/mutations/engine/mutation.ts'
import type { Ack, Replica } from '../../../shared/sync/protocol.ts'
import { readPage } from '../rows/read-page.ts'
import type { Message } from '../../../shared/i18n/message.ts'

/** What the log holds of a mutation's answer, as SQL gives it and as the protocol says it. */
type AckRow = {
  overwrote: string | null
  id: string
  seq: number
  status: Ack['status']
  code: NonNullable<Ack['code']> | null
  reason: string | null
  message: string | null
}

const ackColumns = 'mutation AS id, seq, status, code, reason, message, overwrote'
const ackOf = ({ id, seq, status, code, reason, message, overwrote }: AckRow): Ack => ({
  id,
  seq,
  status,
  ...(code ? { code } : {}),
  ...(reason ? { reason: JSON.parse(reason) as Message } : {}),
  ...(message ? { message } : {}),
  ...(overwrote ? { overwrote: JSON.parse(overwrote) as Overwritten[] } : {}),
})

/** Answers to those of these mutations that have run already, by id. */
export const acksOf = (sql: SqlStorage, mutations: readonly string[]): Map<string, Ack> => {
  if (mutations.length === 0) return new Map()
  const rows = sql
    .exec<AckRow>(`SELECT ${ackColumns} FROM log WHERE mutation IN (SELECT value FROM json_each(?))`, JSON.stringify(mutations))
    .toArray()
  return new Map(rows.map((row) => [row.id, ackOf(row)]))
}

/** The most acknowledgements that are read for one page. */
const mostAcks = 5000

/** Answers to a replica's mutations in (after, upTo], in order, until they are so many bytes, one at least; all of them up to the `upTo` answered. */
export const acksPage = (
  sql: SqlStorage,
  { replica, after, upTo, bytes }: { replica: Replica; after: number; upTo: number; bytes: number },
): { acks: Ack[]; upTo: number } => {
  const { rows, more } = readPage<AckRow>(sql, {
    columns: ackColumns,
    texts: ['reason', 'message', 'overwrote'],
    from: 'FROM log WHERE seq > ? AND seq <= ? AND replica = ? AND person = ? ORDER BY seq',
    bindings: [after, upTo, replica.id, replica.person],
    most: mostAcks,
    bytes,
  })
  return { acks: rows.map(ackOf), upTo: more ? (rows.at(-1)?.seq ?? upTo) : upTo }
}
