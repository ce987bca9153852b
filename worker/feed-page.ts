import type { Reader } from '../shared/hidden-names.ts'
import { fitting } from '../shared/page-bytes.ts'
import { rowKey } from '../shared/protocol.ts'
import type { PageLimits, Place } from '../shared/sync-server.ts'
import { type FeedRow, textFor } from './feed-text.ts'

/** What stands around a row's text: its kind, its id and what they are called. */
const around = 150

/** Rows behind that place, in order of number, kind and id, as JSON text: as many as the limits allow, one at least. */
export const feedPage = (
  sql: SqlStorage,
  after: Place,
  { rows: most, bytes, upTo }: PageLimits,
  live: boolean,
  reader: Reader,
): { rows: string[] } & Place => {
  const [kind = '', id = ''] = after.row?.split(/ (.*)/s) ?? []
  const from = `FROM entity WHERE seq >= ? AND seq <= ? AND (seq > ? OR kind > ? OR (kind = ? AND id > ?)) ${live ? 'AND body IS NOT NULL' : ''} ORDER BY seq, kind, id LIMIT ?`
  const bindings = [after.seq + 1, upTo, after.seq + 1, kind, kind, id]
  // The sizes first: SQLite knows them without reading the texts, and nothing is read that is not shown.
  const sizes = sql
    .exec<{ seq: number; size: number }>(`SELECT seq, ${around} + coalesce(octet_length(body), 0) AS size ${from}`, ...bindings, most + 1)
    .toArray()
  const count = Math.min(
    fitting(
      sizes.map(({ size }) => size),
      bytes,
    ),
    most,
  )
  const found = sql.exec<FeedRow>(`SELECT kind, id, seq, body ${from}`, ...bindings, count).toArray()
  const [last, next] = [found.at(-1), sizes[count]]
  const rows = found.map(textFor(reader))
  if (!last) return upTo > after.seq ? { rows, seq: upTo } : { rows, ...after }
  if (!next) return { rows, seq: upTo }
  return next.seq === last.seq ? { rows, seq: last.seq - 1, row: rowKey(last) } : { rows, seq: last.seq }
}
