import type { InvitationLine, InvitationReply, InvitedTo } from '../../shared/api/access.ts'
import type { Role } from '../../shared/domain/entities.ts'
import { auditStatement, auditStatementForRows } from '../audit/statement.ts'
import { hashOf, newSecret } from '../auth/secrets.ts'
import { sessionLife } from '../auth/sessions.ts'

export interface Offer {
  network: string
  role: Role
  site: string
  label: string
  uses: number
  expiresAt: number
}

export const makeInvitation = async (db: D1Database, offer: Offer, by: string, source: string, now: number): Promise<InvitationReply> => {
  const { network, role, site, label, uses, expiresAt } = offer
  const [id, code] = [crypto.randomUUID(), newSecret()]
  await db.batch([
    db
      .prepare(
        'INSERT INTO invitation (id, hash, network, role, site, label, uses, made_by, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .bind(id, await hashOf(code), network, role, site, label, uses, by, now, expiresAt),
    auditStatement(db, now, {
      network,
      person: by,
      action: 'invited',
      subject: id,
      detail: `${[role, site].filter(Boolean).join(', ')}, for ${uses}`,
      source,
    }),
  ])
  return { id, code, expiresAt }
}

const usedCount = '(SELECT count(*) FROM invitation_use u WHERE u.invitation = i.id)'

export const invitationsOf = async (db: D1Database, network: string): Promise<InvitationLine[]> => {
  const { results } = await db
    .prepare(
      `SELECT i.id, i.role, i.site, i.label, i.uses, ${usedCount} AS used, i.made_by AS madeBy, coalesce(p.name, '') AS madeByName, i.created_at AS createdAt,
         i.expires_at AS expiresAt, i.revoked_at AS revokedAt FROM invitation i LEFT JOIN person p ON p.id = i.made_by WHERE i.network = ? ORDER BY i.created_at DESC LIMIT 500`,
    )
    .bind(network)
    .all<Omit<InvitationLine, 'revoked'> & { revokedAt: number | null }>()
  return results.map(({ revokedAt, ...line }) => ({ ...line, revoked: revokedAt !== null }))
}

/** Revokes an invitation; false if there is none of that id, for these roles, in this network, or if it was revoked already. */
export const revokeInvitation = async (
  db: D1Database,
  { network, id, roles, by, source }: { network: string; id: string; roles: readonly Role[]; by: string; source: string },
  now: number,
): Promise<boolean> => {
  const which = 'id = ? AND network = ? AND revoked_at IS NULL AND role IN (SELECT value FROM json_each(?))'
  const values = [id, network, JSON.stringify(roles)]
  const [, revoked] = await db.batch([
    auditStatementForRows(
      db,
      now,
      { network, person: by, action: 'invitation-revoked', subject: 'id', source },
      `invitation WHERE ${which}`,
      ...values,
    ),
    db.prepare(`UPDATE invitation SET revoked_at = ? WHERE ${which} RETURNING id`).bind(now, ...values),
  ])
  return (revoked?.results.length ?? 0) > 0
}

const open = `i.hash = ?1 AND i.revoked_at IS NULL AND i.expires_at > ?2 AND ${usedCount} < i.uses`

/** What an open invitation is to; `undefined` for one that cannot be used. */
export const lookAtInvitation = async (
  db: D1Database,
  code: string,
  now: number,
): Promise<(Omit<InvitedTo, 'siteLabel'> & { object: string }) | undefined> =>
  (await db
    .prepare(
      `SELECT n.name AS network, n.object, i.role, i.site, i.label FROM invitation i JOIN network n ON n.slug = i.network WHERE ${open}`,
    )
    .bind(await hashOf(code), now)
    .first<Omit<InvitedTo, 'siteLabel'> & { object: string }>()) ?? undefined

export interface Joiner {
  person: string
  name: string
  /** Of the browser that joins. */
  label: string
  source: string
}

/**
 * Makes the person a member with a session, once; answers its secret, or `undefined` if the invitation cannot be used (by them). One batch is one
 * transaction: the use is counted and recorded first, and everything after it depends on that row, so the last use has one winner, and
 * nobody's use is spent without a way in.
 */
export const acceptInvitation = async (
  db: D1Database,
  code: string,
  { person, name, label, source }: Joiner,
  now: number,
): Promise<string | undefined> => {
  const [hash, secret, { hard, idle }] = [await hashOf(code), newSecret(), sessionLife.web]
  const mine = 'FROM invitation i JOIN invitation_use u ON u.invitation = i.id AND u.person = ?2 AND u.at = ?3 WHERE i.hash = ?1'
  const [claim] = await db.batch<{ invitation: string }>([
    db
      .prepare(
        `INSERT INTO invitation_use (invitation, person, at) SELECT i.id, ?3, ?2 FROM invitation i WHERE ${open}
         AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.person = ?3 AND m.network = i.network AND m.status <> 'removed')
         ON CONFLICT (invitation, person) DO NOTHING RETURNING invitation`,
      )
      .bind(hash, now, person),
    db
      .prepare(`INSERT INTO person (id, name, created_at) SELECT ?2, ?4, ?3 ${mine} ON CONFLICT (id) DO NOTHING`)
      .bind(hash, person, now, name),
    db
      .prepare(
        `INSERT INTO membership (person, network, role, site, label, created_at) SELECT ?2, i.network, i.role, i.site, i.label, ?3 ${mine}
         ON CONFLICT (person, network) DO UPDATE SET role = excluded.role, site = excluded.site, label = excluded.label, status = 'active', role_by = ''`,
      )
      .bind(hash, person, now),
    db
      .prepare(
        `INSERT INTO audit (at, network, person, action, subject, detail, source) SELECT ?3, i.network, ?2, 'joined', i.id, i.role, ?4 ${mine}`,
      )
      .bind(hash, person, now, source),
    db
      .prepare(
        `INSERT INTO session (hash, kind, person, network, label, created_at, expires_at, id, last_used, ends_at)
         SELECT ?4, 'web', ?2, i.network, ?5, ?3, ?6, ?7, ?3, ?8 ${mine}`,
      )
      .bind(hash, person, now, await hashOf(secret), label, now + Math.min(idle, hard), crypto.randomUUID(), now + hard),
    db
      .prepare(
        `INSERT INTO audit (at, network, person, action, subject, detail, source) SELECT ?3, i.network, ?2, 'signed-in', ?4, 'invitation', ?5 ${mine}`,
      )
      .bind(hash, person, now, label, source),
  ])
  return (claim?.results.length ?? 0) > 0 ? secret : undefined
}
