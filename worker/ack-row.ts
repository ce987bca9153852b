import type { Overwritten } from '../shared/mutation.ts'
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
