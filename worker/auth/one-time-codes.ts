import type { Role } from '../../shared/domain/entities.ts'
import { hashOf, newCode, plainCode } from './secrets.ts'
import { createSession } from './sessions.ts'
import type { Member, SessionKind } from '../directory/member.ts'

/** Makes a one-time code for a member of the network; `undefined` if the person is none, or a service. */
export const makeCode = async (
  db: D1Database,
  kind: SessionKind,
  person: string,
  network: string,
  expiresAt: number,
): Promise<string | undefined> => {
  const code = newCode()
  const made = await db
    .prepare(
      "INSERT INTO code (hash, kind, person, network, expires_at) SELECT ?, ?, person, network, ? FROM membership WHERE person = ? AND network = ? AND status = 'active' AND service = 0 RETURNING hash",
    )
    .bind(await hashOf(plainCode(code)), kind, expiresAt, person, network)
    .first()
  return made ? code : undefined
}

/** Turns a code into a session, once: of two that come at the same time one wins. `undefined` if unknown, used or expired. */
export const redeemCode = async (
  db: D1Database,
  code: string,
  kind: SessionKind,
  label: string,
  now: number,
  source = '',
): Promise<{ secret: string; member: Member } | undefined> => {
  const used = await db
    .prepare('UPDATE code SET used_at = ? WHERE hash = ? AND kind = ? AND used_at IS NULL AND expires_at > ? RETURNING person, network')
    .bind(now, await hashOf(plainCode(code)), kind, now)
    .first<{ person: string; network: string }>()
  return used ? createSession(db, { ...used, kind, label, how: 'code', source }, now) : undefined
}

export const addNetwork = async (db: D1Database, slug: string, name: string, now: number): Promise<void> => {
  await db
    .prepare('INSERT INTO network (slug, name, object, created_at) VALUES (?, ?, ?, ?)')
    .bind(slug, name, `net:${crypto.randomUUID()}`, now)
    .run()
}

export const addMembers = async (
  db: D1Database,
  network: string,
  people: readonly { id: string; name: string; role: Role; site: string }[],
  now: number,
): Promise<void> => {
  await db.batch(
    people.flatMap((person) => [
      db.prepare('INSERT OR IGNORE INTO person (id, name, created_at) VALUES (?, ?, ?)').bind(person.id, person.name, now),
      db
        .prepare('INSERT OR IGNORE INTO membership (person, network, role, site, created_at) VALUES (?, ?, ?, ?, ?)')
        .bind(person.id, network, person.role, person.site, now),
    ]),
  )
}

export const networkObject = async (db: D1Database, slug: string): Promise<string | undefined> =>
  (await db.prepare('SELECT object FROM network WHERE slug = ?').bind(slug).first<{ object: string }>())?.object
