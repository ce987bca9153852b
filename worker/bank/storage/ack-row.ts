import type { Overwritten } from '../../../shared/mutations/engine/mutation.ts'
import type { Ack, Replica } from '../../../shared/sync/protocol.ts'
import { readPage } from '../rows/read-page.ts'
import type { Message } from '../../../shared/i18n/message.ts'

/** What the log holds of a mutation's answer, as SQL gives it and as the protocol says it. */
export type AckRow = {
  overwrote: string | null
  id: string
  seq: number
  status: Ack['status']
  code: NonNullable<Ack['code']> | null
  reason: string | null
  message: string | null
}

export const ackColumns = 'mutation AS id, seq, status, code, reason, message, overwrote'
export const ackOf = ({ id, seq, status, code, reason, message, overwrote }: AckRow): Ack => ({
  id,
  seq,
  status,
  ...(code ? { code } : {}),
  ...(reason ? { reason: JSON.parse(reason) as Message } : {}),
  ...(message ? { message } : {}),
  ...(overwrote ? { overwrote: JSON.parse(overwrote) as Overwritten[] } : {}),
})

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
