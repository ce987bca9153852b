import type { OwnKind, OwnLines } from '../../../shared/archive/own-archive.ts'
import { type Page, readPage } from '../rows/read-page.ts'

/** What a bank holds of one person, by kind; whose it is, stands in that field of a row. */
const fields = { ideas: 'proposedBy', evidence: 'clippedBy', stances: 'by', comments: 'by' } as const
const kinds = { ideas: 'idea', evidence: 'evidence', stances: 'stance', comments: 'comment' } as const

/** Rows that are read at once. */
const pageLength = 500

const rowsBy = (sql: SqlStorage, person: string, kind: keyof typeof fields, after: string): Page<string> => {
  const { rows, more } = readPage<{ id: string; body: string }>(sql, {
    columns: 'id, body',
    texts: ['body'],
    from: `FROM entity WHERE kind = ? AND id > ? AND body IS NOT NULL AND json_extract(body, '$.${fields[kind]}') = ? ORDER BY id`,
    bindings: [kinds[kind], after, person],
    most: pageLength,
  })
  return { rows: rows.map(({ body }) => body), next: more ? (rows.at(-1)?.id ?? null) : null }
}

const keptBy = (sql: SqlStorage, person: string, after: string): Page<string> => {
  const { rows, more } = readPage<OwnLines['kept']>(sql, {
    columns: 'name, value, at',
    texts: ['value'],
    from: 'FROM personal WHERE person = ? AND name > ? ORDER BY name',
    bindings: [person, after],
    most: pageLength,
  })
  return { rows: rows.map((row) => JSON.stringify(row)), next: more ? (rows.at(-1)?.name ?? null) : null }
}

const logBy = (sql: SqlStorage, person: string, after: string): Page<string> => {
  const { rows, more } = readPage<Omit<OwnLines['log'], 'args'> & { args: string }>(sql, {
    columns: 'seq, at, name, args, status',
    texts: ['args'],
    from: 'FROM log WHERE seq > ? AND person = ? ORDER BY seq',
    bindings: [Number(after), person],
    most: pageLength,
  })
  return {
    rows: rows.map(({ args, ...entry }) => JSON.stringify({ ...entry, args: JSON.parse(args) as unknown })),
    next: more ? String(rows.at(-1)?.seq) : null,
  }
}

/** A page of what a bank holds of one person, as JSON texts. All pages of a kind read its rows twice: nobody asks for it often. */
export const ownRows = (sql: SqlStorage, person: string, kind: OwnKind, after: string | null): Page<string> => {
  if (kind === 'kept') return keptBy(sql, person, after ?? '')
  return kind === 'log' ? logBy(sql, person, after ?? '0') : rowsBy(sql, person, kind, after ?? '')
}
