import type { IdentityLine } from '../../shared/api/access.ts'
import { auditStatementForRows } from '../audit/statement.ts'
import { byMail } from '../auth/email-codes.ts'

/** How a person is known: addresses, and hospitals by the label that a network of theirs gives them. */
export const identitiesOf = async (db: D1Database, person: string): Promise<IdentityLine[]> => {
  const { results } = await db
    .prepare(
      `SELECT i.rowid AS id, i.issuer, i.subject, i.created_at AS createdAt,
         (SELECT v.label FROM provider v WHERE v.issuer = i.issuer ORDER BY v.network LIMIT 1) AS label
       FROM identity i WHERE i.person = ? ORDER BY i.created_at`,
    )
    .bind(person)
    .all<{ id: number; issuer: string; subject: string; createdAt: number; label: string | null }>()
  return results.map(({ id, issuer, subject, createdAt, label }) => ({
    id: String(id),
    kind: issuer === byMail ? 'mail' : 'hospital',
    label: issuer === byMail ? subject : (label ?? issuer),
    createdAt,
  }))
}

/** False if the person has no such identity. */
export const removeIdentity = async (
  db: D1Database,
  { id, person, network, source }: { id: string; person: string; network: string; source: string },
  now: number,
): Promise<boolean> => {
  const [mine, values] = ['identity WHERE rowid = ? AND person = ?', [Number(id), person]] as const
  const told = { network, person, action: 'sign-in-removed', subject: `CASE issuer WHEN '${byMail}' THEN 'mail' ELSE issuer END`, source }
  const [, removed] = await db.batch([
    auditStatementForRows(db, now, told, mine, ...values),
    db.prepare(`DELETE FROM ${mine} RETURNING person`).bind(...values),
  ])
  return (removed?.results.length ?? 0) > 0
}
