import { type Page, readPage } from '../rows/read-page.ts'

/** People on one page of the list. */
const pageLength = 2000

/** Everybody who ever did something in a network, in the order of their ids, each a Person as JSON text. */
export const peoplePage = (sql: SqlStorage, after: string | null): Page<string> => {
  const { rows, more } = readPage<{ id: string; body: string }>(sql, {
    columns: 'id, body',
    texts: ['body'],
    from: "FROM entity WHERE kind = 'person' AND id > ? AND body IS NOT NULL ORDER BY id",
    bindings: [after ?? ''],
    most: pageLength,
  })
  return { rows: rows.map(({ body }) => body), next: more ? (rows.at(-1)?.id ?? null) : null }
}
