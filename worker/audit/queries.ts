import type { AuditReply } from '../../shared/api/access.ts'

/** Lines of the audit log on one page. */
const pageLength = 200

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

/** Lines of the audit that match, the newest first, with the names of who did it and of whom it was done to; at most so many. */
export const linesOf = async (db: D1Database, network: string, query: AuditQuery, most: number): Promise<Line[]> => {
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
