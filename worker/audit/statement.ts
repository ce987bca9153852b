import { isUnderWay } from '../directory/under-way.ts'

/** The actions of the audit log: one word each, so that the list can be filtered. */
export interface AuditEvent {
  network: string
  person: string
  action: string
  subject?: string
  detail?: string
  source: string
}

/** A statement for the batch of what it tells of: neither is without the other. */
export const auditStatement = (
  db: D1Database,
  now: number,
  { network, person, action, subject = '', detail = '', source }: AuditEvent,
): D1PreparedStatement =>
  db
    .prepare('INSERT INTO audit (at, network, person, action, subject, detail, source) VALUES (?, ?, ?, ?, ?, ?, ?)')
    .bind(now, network, person, action, subject, detail, source)

/** The same in the batch of a change that may turn out not to be made: recorded only if it has begun. */
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
 * The same of rows that another statement of the batch changes: changed and recorded together, or not at all. `rows` is what stands behind FROM, with its values;
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
