import type { Overwritten } from '../shared/mutation.ts'
import { fitting } from '../shared/page-bytes.ts'
import type { Ack } from '../shared/protocol.ts'

/** What the log holds of a mutation's answer, as SQL gives it and as the protocol says it. */
export type AckRow = {
  overwrote: string | null
  id: string
  seq: number
  status: Ack['status']
  code: NonNullable<Ack['code']> | null
  message: string | null
}

export const ackColumns = 'mutation AS id, seq, status, code, message, overwrote'
export const ackOf = ({ id, seq, status, code, message, overwrote }: AckRow): Ack => ({
  id,
  seq,
  status,
  ...(code ? { code } : {}),
  ...(message ? { message } : {}),
  ...(overwrote ? { overwrote: JSON.parse(overwrote) as Overwritten[] } : {}),
})

/** What stands around a message and what was overwritten: names, marks and an id. */
const around = 150
/** No more are looked at for one page. */
const mostAcks = 5000

/** Answers to a replica's mutations in (after, upTo], in order, until they are so many bytes, one at least; all of them up to the `upTo` answered. */
export const acksPage = (
  sql: SqlStorage,
  { replica, after, upTo, bytes }: { replica: string; after: number; upTo: number; bytes: number },
): { acks: Ack[]; upTo: number } => {
  const own = 'FROM log WHERE seq > ? AND seq <= ? AND replica = ? ORDER BY seq LIMIT ?'
  const sizes = sql
    .exec<{ seq: number; size: number }>(
      `SELECT seq, ${around} + coalesce(octet_length(message), 0) + coalesce(octet_length(overwrote), 0) AS size ${own}`,
      after,
      upTo,
      replica,
      mostAcks + 1,
    )
    .toArray()
  const count = Math.min(
    fitting(
      sizes.map(({ size }) => size),
      bytes,
    ),
    mostAcks,
  )
  const acks = sql.exec<AckRow>(`SELECT ${ackColumns} ${own}`, after, upTo, replica, count).toArray().map(ackOf)
  const left = sizes[count]
  return { acks, upTo: left ? left.seq - 1 : upTo }
}
