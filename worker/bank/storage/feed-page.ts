import { type Viewer, seesHiddenNames } from '../../../shared/rules/visibility.ts'
import { rowKey } from '../../../shared/sync/protocol.ts'
import type { PageLimits, FeedPlace } from '../../../shared/sync/server-store.ts'
import { type FeedRow, textFor } from './feed-text.ts'
import { readPage } from '../rows/read-page.ts'

/** Rows behind that place, in order of number, kind and id, as JSON text: as many as the limits allow, one at least. */
export const feedPage = (
  sql: SqlStorage,
  after: FeedPlace,
  { rows: most, bytes, upTo }: PageLimits,
  live: boolean,
  reader: Viewer,
): { rows: string[] } & FeedPlace => {
  const [kind = '', id = ''] = after.row?.split(/ (.*)/s) ?? []
  const begins = after.seq + 1
  const where = `WHERE seq >= ? AND seq <= ? AND (seq > ? OR kind > ? OR (kind = ? AND id > ?)) ${live ? 'AND body IS NOT NULL' : ''}`
  const found = readPage<FeedRow>(sql, {
    columns: 'kind, id, seq, body',
    texts: ['body'],
    from: `FROM entity ${where} ORDER BY seq, kind, id`,
    bindings: [begins, upTo, begins, kind, kind, id],
    most,
    bytes,
  })
  const last = found.rows.at(-1)
  // In the order of their texts where names are kept from the reader: what stands beside what in the log is not theirs to know.
  const texts = found.rows.map(textFor(reader))
  const rows = seesHiddenNames(reader.role) ? texts : texts.toSorted()
  if (!last) return upTo > after.seq ? { rows, seq: upTo } : { rows, ...after }
  if (!found.more) return { rows, seq: upTo }
  // Whether rows of the last number are left; then the reader goes on within it.
  const left = sql
    .exec(
      `SELECT 1 FROM entity WHERE seq = ? AND (kind > ? OR (kind = ? AND id > ?)) ${live ? 'AND body IS NOT NULL' : ''} LIMIT 1`,
      last.seq,
      last.kind,
      last.kind,
      last.id,
    )
    .toArray()
  return left.length > 0 ? { rows, seq: last.seq - 1, row: rowKey(last) } : { rows, seq: last.seq }
}
