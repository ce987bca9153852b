import type { Evidence, Idea } from '../../../shared/domain/entities.ts'
import { evidenceAsSeenBy, ideaAsSeenBy, type Viewer } from '../../../shared/rules/visibility.ts'
import type { ExportedIdea } from '../../../shared/exports/idea-export.ts'
import type { IdeaRow } from '../../../shared/api/bank.ts'
import { bytesOf, fitting } from '../../../shared/values/page-bytes.ts'
import { caps } from '../../../shared/sync/protocol.ts'
import { ideas } from './bank-queries.ts'
import type { IdeasQuery } from './list-numbers.ts'
import { type Page, readPage } from '../rows/read-page.ts'

/** Pages of what is taken elsewhere. Each reads no more than it answers, so a bank of any size leaves through them. */

/** Ideas that are read at once. */
const pageLength = 200

const linesOf = (sql: SqlStorage, query: IdeasQuery, after: string | null, reader: Viewer, limit = pageLength): Page<IdeaRow> => {
  const { rows, next } = ideas(sql, { ...query, limit, after: after ?? undefined }, reader)
  return { rows, next }
}

/** A list's lines as far as their ideas' whole texts go into a page. */
const idsOf = (sql: SqlStorage, query: IdeasQuery, after: string | null, reader: Viewer): Page<IdeaRow> => {
  const page = linesOf(sql, query, after, reader)
  const sizes = sql
    .exec<{ size: number }>(
      "SELECT octet_length(e.body) AS size FROM json_each(?) i CROSS JOIN entity e ON e.kind = 'idea' AND e.id = i.value ORDER BY i.key",
      JSON.stringify(page.rows.map(({ id }) => id)),
    )
    .toArray()
    .map(({ size }) => size)
  const count = fitting(sizes, caps.pageBytes)
  return count < page.rows.length ? linesOf(sql, query, after, reader, Math.max(1, count)) : page
}

/** Ideas of a list, in its order, with their counts. */
export const ideasPage = (sql: SqlStorage, query: IdeasQuery, after: string | null, reader: Viewer): Page<ExportedIdea> => {
  const { rows, next } = idsOf(sql, query, after, reader)
  const bodies = sql
    .exec<{ id: string; body: string }>(
      "SELECT id, body FROM entity WHERE kind = 'idea' AND body IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
      JSON.stringify(rows.map(({ id }) => id)),
    )
    .toArray()
  const found = new Map(bodies.map(({ id, body }) => [id, ideaAsSeenBy(reader, JSON.parse(body) as Idea)]))
  return {
    rows: rows.flatMap((row) => {
      const idea = found.get(row.id)
      return idea ? [{ idea, row }] : []
    }),
    next,
  }
}

/** Behind which clip of which idea a page ended, and where that idea's list was begun. */
interface ClipsAfter {
  list: string | null
  idea: string
  clip: string
}

/** Clips of one idea behind one of them, in the order of their ids. */
const clipsOf = (sql: SqlStorage, idea: string, after: string, bytes: number): { rows: Evidence[]; more: boolean } => {
  const { rows, more } = readPage<{ body: string }>(sql, {
    columns: 'e.body',
    texts: ['e.body'],
    from: "FROM part p CROSS JOIN entity e ON e.kind = 'evidence' AND e.id = p.id WHERE p.idea = ? AND p.kind = 'evidence' AND p.id > ? AND e.body IS NOT NULL ORDER BY p.id",
    bindings: [idea, after],
    most: pageLength,
    bytes,
  })
  return { rows: rows.map(({ body }) => JSON.parse(body) as Evidence), more }
}

/** Clips that support the ideas of a list; a clip of several of them comes with each. */
const listClipsPage = (sql: SqlStorage, query: IdeasQuery, after: string | null, reader: Viewer): Page<Evidence> => {
  const from: ClipsAfter = after === null ? { list: null, idea: '', clip: '' } : (JSON.parse(after) as ClipsAfter)
  const { rows: lines, next } = linesOf(sql, query, from.list, reader)
  // An idea that left the list meanwhile: its page is read again from the beginning, and what comes twice is written once.
  const begun = Math.max(
    0,
    lines.findIndex(({ id }) => id === from.idea),
  )
  const found: Evidence[] = []
  let left: number = caps.pageBytes
  for (const { id } of lines.slice(begun)) {
    const { rows, more } = clipsOf(sql, id, id === from.idea ? from.clip : '', left)
    found.push(...rows)
    left -= rows.reduce((sum, row) => sum + bytesOf(JSON.stringify(row)), 0)
    if (more || left <= 0) {
      const place: ClipsAfter = { list: from.list, idea: id, clip: rows.at(-1)?.id ?? '' }
      return { rows: found, next: JSON.stringify(place) }
    }
  }
  return { rows: found, next: next === null ? null : JSON.stringify({ list: next, idea: '', clip: '' } satisfies ClipsAfter) }
}

/** Clips of one idea, page by page. */
const ideaClipsPage = (sql: SqlStorage, idea: string, after: string | null): Page<Evidence> => {
  const { rows, more } = clipsOf(sql, idea, after ?? '', caps.pageBytes)
  return { rows, next: more ? (rows.at(-1)?.id ?? null) : null }
}

/** Every clip of the network, those that support no idea too. */
const allClipsPage = (sql: SqlStorage, after: string | null): Page<Evidence> => {
  const { rows, more } = readPage<{ id: string; body: string }>(sql, {
    columns: 'id, body',
    texts: ['body'],
    from: "FROM entity WHERE kind = 'evidence' AND id > ? AND body IS NOT NULL ORDER BY id",
    bindings: [after ?? ''],
    most: pageLength,
  })
  return { rows: rows.map(({ body }) => JSON.parse(body) as Evidence), next: more ? (rows.at(-1)?.id ?? null) : null }
}

/** Which clips: of one idea, of a list's ideas, or of the whole network. */
export type ExportedClips = { of: 'idea'; idea: string } | { of: 'list'; query: IdeasQuery } | { of: 'network' }

const rowsOf = (sql: SqlStorage, which: ExportedClips, after: string | null, reader: Viewer): Page<Evidence> => {
  if (which.of === 'idea') return ideaClipsPage(sql, which.idea, after)
  return which.of === 'list' ? listClipsPage(sql, which.query, after, reader) : allClipsPage(sql, after)
}

export const clipsPage = (sql: SqlStorage, which: ExportedClips, after: string | null, reader: Viewer): Page<Evidence> => {
  const { rows, next } = rowsOf(sql, which, after, reader)
  return { rows: rows.map((item) => evidenceAsSeenBy(reader, item)), next }
}
