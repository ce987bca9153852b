import { changeAsSeenBy, type Reader } from '../shared/hidden-names.ts'
import type { Change } from '../shared/network.ts'

/** A row of the feed as SQLite has it. */
export type FeedRow = { kind: string; id: string; seq: number; body: string | null }
const plainText = ({ kind, id, body }: FeedRow): string => `{"kind":"${kind}","id":${JSON.stringify(id)},"value":${body ?? 'null'}}`

/** How rows are written for that reader. Only a row that hides a name is parsed; the mark cannot stand in a text, whose quotes are escaped. */
export const textFor =
  (reader: Reader) =>
  (row: FeedRow): string =>
    row.body?.includes('"nameHidden":true')
      ? JSON.stringify(changeAsSeenBy(reader, { kind: row.kind, id: row.id, value: JSON.parse(row.body) as unknown } as Change))
      : plainText(row)
