import type { Ack } from '../../shared/sync/protocol.ts'
import { count } from '../telemetry/counts.ts'

/**
 * Counts how the mutations of one request ended, by its acknowledgements; what is acknowledged with a later page, because this one is full, is not counted.
 * @param before the number of the log's last entry before the request.
 */
export const countOutcomes = (asked: readonly { id: string }[], acks: readonly Ack[], before: number): void => {
  const ids = new Set(asked.map(({ id }) => id))
  const own = acks.filter(({ id }) => ids.has(id))
  const again = own.filter(({ seq }) => seq <= before).length
  const refused = own.filter(({ status, seq }) => status === 'refused' && seq > before).length
  for (const [outcome, times] of Object.entries({ done: own.length - again - refused, again, refused }))
    count('gleaner_mutations_total', { outcome }, times)
}
