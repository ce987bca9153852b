import type { Evidence, Idea } from '../shared/network.ts'
import { evidenceAsSeenBy, ideaAsSeenBy, type Reader } from '../shared/hidden-names.ts'
import type { ExportedIdea } from '../shared/idea-export.ts'
import { type IdeasQuery, ideas } from './bank-queries.ts'

/** Pages of what is taken elsewhere. Each reads no more than it answers, so a bank of any size leaves through them. */

const pageLength = 200

/** One page; `next` is where the following one begins, `null` behind the last. */
export interface ExportPage<Row> {
  rows: Row[]
  next: string | null
}

const idsOf = (sql: SqlStorage, query: IdeasQuery, after: string | null, reader: Reader): ExportPage<ExportedIdea['row']> => {
  const { rows, next } = ideas(sql, { ...query, limit: pageLength, after: after ?? undefined }, reader)
  return { rows, next }
}

/** Ideas of a list, in its order, with their counts. */
export const ideasPage = (sql: SqlStorage, query: IdeasQuery, after: string | null, reader: Reader): ExportPage<ExportedIdea> => {
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

/** Clips that support the ideas of a list; a clip of several of them comes with each. */
const listClipsPage = (sql: SqlStorage, query: IdeasQuery, after: string | null, reader: Reader): ExportPage<Evidence> => {
  const { rows, next } = idsOf(sql, query, after, reader)
  return {
    rows: clipsOf(
      sql,
      rows.map(({ id }) => id),
    ),
    next,
  }
}

/** Clips of these ideas. */
const clipsOf = (sql: SqlStorage, of: readonly string[]): Evidence[] =>
  sql
    .exec<{ body: string }>(
      "SELECT e.body FROM json_each(?) i JOIN part p ON p.idea = i.value AND p.kind = 'evidence' JOIN entity e ON e.kind = 'evidence' AND e.id = p.id WHERE e.body IS NOT NULL ORDER BY i.key, e.id",
      JSON.stringify(of),
    )
    .toArray()
    .map(({ body }) => JSON.parse(body) as Evidence)

/** Every clip of the network, those that support no idea too. */
const allClipsPage = (sql: SqlStorage, after: string | null): ExportPage<Evidence> => {
  const found = sql
    .exec<{ id: string; body: string }>(
      "SELECT id, body FROM entity WHERE kind = 'evidence' AND id > ? AND body IS NOT NULL ORDER BY id LIMIT ?",
      after ?? '',
      pageLength,
    )
    .toArray()
  return {
    rows: found.map(({ body }) => JSON.parse(body) as Evidence),
    next: found.length === pageLength ? (found.at(-1)?.id ?? null) : null,
  }
}

/** Which clips: of one idea, of a list's ideas, or of the whole network. */
export type ExportedClips = { of: 'idea'; idea: string } | { of: 'list'; query: IdeasQuery } | { of: 'network' }

const rowsOf = (sql: SqlStorage, which: ExportedClips, after: string | null, reader: Reader): ExportPage<Evidence> => {
  if (which.of === 'idea') return { rows: clipsOf(sql, [which.idea]), next: null }
  return which.of === 'list' ? listClipsPage(sql, which.query, after, reader) : allClipsPage(sql, after)
}

export const clipsPage = (sql: SqlStorage, which: ExportedClips, after: string | null, reader: Reader): ExportPage<Evidence> => {
  const { rows, next } = rowsOf(sql, which, after, reader)
  return { rows: rows.map((item) => evidenceAsSeenBy(reader, item)), next }
}
