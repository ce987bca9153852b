import type { AuditReply } from '../shared/access.ts'
import type { Context } from 'hono'

/** What is told of: one word an action, so that a list can be filtered. */
export interface Told {
  network: string
  person: string
  action: string
  subject?: string
  detail?: string
  source: string
}

/** From where a request came: the address that Cloudflare saw; nothing on a developer's machine. */
export const sourceOf = (c: Context): string => c.req.header('cf-connecting-ip') ?? ''

/** A statement for the batch of what it tells of: neither is without the other. */
export const telling = (
  db: D1Database,
  now: number,
  { network, person, action, subject = '', detail = '', source }: Told,
): D1PreparedStatement =>
  db
    .prepare('INSERT INTO audit (at, network, person, action, subject, detail, source) VALUES (?, ?, ?, ?, ?, ?, ?)')
    .bind(now, network, person, action, subject, detail, source)

const pageLength = 200

/** The newest first; `before` is the number of the last line of the page before. */
export const auditPage = async (db: D1Database, network: string, before: number): Promise<AuditReply> => {
  const { results } = await db
    .prepare(
      `SELECT a.number, a.at, a.person, COALESCE(p.name, '') AS name, a.action, a.subject, a.detail, a.source
       FROM audit a LEFT JOIN person p ON p.id = a.person WHERE a.network = ? AND a.number < ? ORDER BY a.number DESC LIMIT ${pageLength}`,
    )
    .bind(network, before)
    .all<AuditReply['lines'][number]>()
  return { lines: results, next: results.length === pageLength ? (results.at(-1)?.number ?? null) : null }
}
