import type { ArchivedEntry } from '../../../shared/archive/archive-format.ts'
import type { Idea, Kind } from '../../../shared/domain/entities.ts'
import { ideaLine } from '../indexes/idea-lines.ts'
import { type Page, readPage } from '../rows/read-page.ts'

/** Rows that are read at once. */
const pageLength = 1000

type EntityRow = { kind: string; id: string; seq: number; body: string | null }
const lineOf = ({ kind, id, seq, body }: EntityRow): string =>
  `{"kind":"${kind}","id":${JSON.stringify(id)},"seq":${seq},"value":${body ?? 'null'}}`

/** Entities of one kind in the order of their ids, deleted ones too, each an ArchivedRow as JSON text. */
export const rowsPage = (sql: SqlStorage, kind: Kind, after: string | null): Page<string> => {
  const { rows, more } = readPage<EntityRow>(sql, {
    columns: 'kind, id, seq, body',
    texts: ['body'],
    from: 'FROM entity WHERE kind = ? AND id > ? ORDER BY id',
    bindings: [kind, after ?? ''],
    most: pageLength,
  })
  return { rows: rows.map(lineOf), next: more ? (rows.at(-1)?.id ?? null) : null }
}

export const headOf = (sql: SqlStorage): number => sql.exec<{ head: number }>('SELECT coalesce(max(seq), 0) AS head FROM log').one().head

/** Entities that were written behind that number of the log, in order; `upTo` is the last number of which all is in here. */
export const rowsSince = (sql: SqlStorage, seq: number): { rows: string[]; upTo: number; more: boolean } => {
  const { rows, more } = readPage<EntityRow>(sql, {
    columns: 'kind, id, seq, body',
    texts: ['body'],
    from: 'FROM entity WHERE seq > ? ORDER BY seq, kind, id',
    bindings: [seq],
    most: pageLength,
  })
  const last = rows.at(-1)?.seq ?? seq
  // The rows of one number may be more than a page: those of the last one are read again with the next.
  return more ? { rows: rows.map(lineOf), upTo: Math.max(seq, last - 1), more } : { rows: rows.map(lineOf), upTo: headOf(sql), more }
}

type LogRow = Omit<ArchivedEntry, 'args' | 'reason' | 'overwrote' | 'hidden' | 'ideas'> & {
  args: string
  reason: string | null
  overwrote: string | null
  hidden: number
  ideas: string
}
const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text))

/** The log up to a number of it, in order, each an ArchivedEntry as JSON text. */
export const logPage = (sql: SqlStorage, upTo: number, after: string | null): Page<string> => {
  const { rows, more } = readPage<LogRow>(sql, {
    columns: `seq, mutation AS id, person, role, site, at, name, args, status, code, reason, message, overwrote, hidden, taken_back AS takenBack,
      (SELECT json_group_array(idea) FROM (SELECT idea FROM subject WHERE subject.seq = log.seq ORDER BY idea)) AS ideas`,
    texts: ['args', 'overwrote'],
    from: 'FROM log WHERE seq > ? AND seq <= ? ORDER BY seq',
    bindings: [Number(after ?? 0), upTo],
    most: pageLength,
  })
  const lines = rows.map(({ args, reason, overwrote, hidden, ideas, ...row }) =>
    JSON.stringify({
      ...row,
      args: parsed(args),
      reason: parsed(reason),
      overwrote: parsed(overwrote),
      hidden: hidden === 1,
      ideas: JSON.parse(ideas) as string[],
    } satisfies ArchivedEntry),
  )
  return { rows: lines, next: more ? String(rows.at(-1)?.seq) : null }
}

const lineText = (derived: string, body: string): string => JSON.stringify(ideaLine(derived, JSON.parse(body) as Idea))

/** Whole ideas with their line of the lists, in the order of their ids, as JSON texts. */
export const ideaLinesPage = (sql: SqlStorage, after: string | null): Page<string> => {
  const { rows, more } = readPage<{ id: string; body: string; derived: string }>(sql, {
    columns: 'e.id AS id, e.body AS body, r.body AS derived',
    texts: ['e.body', 'r.body'],
    from: "FROM entity e JOIN idea_row r ON r.id = e.id WHERE e.kind = 'idea' AND e.id > ? AND e.body IS NOT NULL ORDER BY e.id",
    bindings: [after ?? ''],
    most: pageLength,
  })
  return {
    rows: rows.map(({ body, derived }) => `{"idea":${body},"row":${lineText(derived, body)}}`),
    next: more ? (rows.at(-1)?.id ?? null) : null,
  }
}
