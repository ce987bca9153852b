import { changeAsSeenBy, type Viewer } from '../../../shared/rules/visibility.ts'
import type { Change } from '../../../shared/domain/entities.ts'

/** A row of the feed as SQLite has it. */
export type FeedRow = { kind: string; id: string; seq: number; body: string | null }
const plainText = ({ kind, id, body }: FeedRow): string => `{"kind":"${kind}","id":${JSON.stringify(id)},"value":${body ?? 'null'}}`

/** What only some viewers may see: hidden names, and who watches. Neither can stand in a text, whose quotes are escaped. */
const told = /"nameHidden":true|"watchers":\[/

/** How rows are written for that reader. Only a row that not everybody may have whole is parsed. */
export const textFor =
  (reader: Viewer) =>
  (row: FeedRow): string =>
    row.body !== null && told.test(row.body)
      ? JSON.stringify(changeAsSeenBy(reader, { kind: row.kind, id: row.id, value: JSON.parse(row.body) as unknown } as Change))
      : plainText(row)
