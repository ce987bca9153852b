import type { Context } from 'hono'
import type { AuditReply } from '../../shared/api/access.ts'
import { csvHead, csvRecord, csvTime } from '../../shared/exports/csv.ts'
import type { AuthEnv } from '../routes/middleware/authenticate.ts'
import { clientAddress } from '../http/client-address.ts'
import { isUnderWay } from '../bank/object-outbox.ts'

/** What is told of: one word an action, so that a list can be filtered. */
export interface AuditEvent {
  network: string
  person: string
  action: string
  subject?: string
  detail?: string
  source: string
}

/** From where a request came; nothing on a developer's machine. */
export const sourceOf = (c: Context<AuthEnv>): string => clientAddress(c.env, c.req.raw)

/** A statement for the batch of what it tells of: neither is without the other. */
export const auditStatement = (
  db: D1Database,
  now: number,
  { network, person, action, subject = '', detail = '', source }: AuditEvent,
): D1PreparedStatement =>
  db
    .prepare('INSERT INTO audit (at, network, person, action, subject, detail, source) VALUES (?, ?, ?, ?, ?, ?, ?)')
    .bind(now, network, person, action, subject, detail, source)

/** The same in the batch of a change that may turn out not to be made: told only if it is under way. */
export const auditStatementIfUnderWay = (
  db: D1Database,
  now: number,
  change: string,
  { network, person, action, subject = '', detail = '', source }: AuditEvent,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO audit (at, network, person, action, subject, detail, source) SELECT ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE ${isUnderWay('?1')}`,
    )
    .bind(change, now, network, person, action, subject, detail, source)

/**
 * The same of rows that another statement of the batch changes: told of together or not at all. `rows` is what stands behind FROM, with its values;
 * `subject` is said by the row, in SQL.
 */
export const auditStatementForRows = (
  db: D1Database,
  now: number,
  { network, person, action, subject = '', detail = '', source }: AuditEvent,
  rows: string,
  ...values: (string | number)[]
): D1PreparedStatement =>
  db
    .prepare(`INSERT INTO audit (at, network, person, action, subject, detail, source) SELECT ?, ?, ?, ?, ${subject}, ?, ? FROM ${rows}`)
    .bind(now, network, person, action, detail, source, ...values)

/** Puts on record what a member did; for exports and settings, which the directory itself has no part in. */
export const recordAudit = async (c: Context<AuthEnv>, action: string, subject: string): Promise<void> => {
  const { person, network } = c.get('member')
  await auditStatement(c.env.DIRECTORY, Date.now(), { network: network.slug, person, action, subject, source: sourceOf(c) }).run()
}

const pageLength = 200
/** What a spreadsheet takes; older lines by a narrower filter. */
const mostInFile = 20_000
const csvLength = 1000

export interface AuditQuery {
  /** The number of the last line of the page before. */
  before: number
  action: string
  person: string
  /** Milliseconds since 1970. */
  from: number
  to: number
}

type Line = AuditReply['lines'][number]

const linesOf = async (db: D1Database, network: string, query: AuditQuery, most: number): Promise<Line[]> => {
  const { before, action, person, from, to } = query
  // Somebody is found as who did it and as whom it was done to.
  const { results } = await db
    .prepare(
      `SELECT a.number, a.at, a.person, COALESCE(p.name, '') AS name, a.action, a.subject, COALESCE(s.name, '') AS subjectName, a.detail, a.source
       FROM audit a LEFT JOIN person p ON p.id = a.person LEFT JOIN person s ON s.id = a.subject
       WHERE a.network = ?1 AND a.number < ?2 AND (?3 = '' OR a.action = ?3) AND (?4 = '' OR a.person = ?4 OR a.subject = ?4)
         AND a.at >= ?5 AND a.at < ?6 ORDER BY a.number DESC LIMIT ?7`,
    )
    .bind(network, before, action, person, from, to, most)
    .all<Line>()
  return results
}

/** The newest first. */
export const auditPage = async (db: D1Database, network: string, query: AuditQuery): Promise<AuditReply> => {
  const lines = await linesOf(db, network, query, pageLength)
  return { lines, next: lines.length === pageLength ? (lines.at(-1)?.number ?? null) : null }
}

const columns = ['at', 'person', 'name', 'action', 'subject', 'subjectName', 'detail', 'source'] as const

/** The lines as CSV (`shared/exports/csv.ts`), the newest first, page by page; `at` in UTC. */
export async function* auditCsv(db: D1Database, network: string, query: AuditQuery): AsyncGenerator<string> {
  yield csvHead(columns)
  let { before } = query
  for (let left = mostInFile; left > 0; left -= csvLength) {
    const lines = await linesOf(db, network, { ...query, before }, Math.min(left, csvLength))
    const cells = lines.map((line) => columns.map((name) => (name === 'at' ? csvTime(new Date(line.at).toISOString()) : line[name])))
    yield cells.map(csvRecord).join('')
    if (lines.length < csvLength) return
    before = lines.at(-1)?.number ?? 0
  }
}
