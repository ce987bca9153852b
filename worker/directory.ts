import type { Me } from '../shared/bank.ts'
import type { Role } from '../shared/network.ts'

/** D1 knows who people are; nothing of a network's bank is in here. */
export type SessionKind = 'web' | 'device'

/** A person as authorised for one network, read in one query. */
export interface Member extends Me {
  /** Names the network's object; comes from the directory's row, never from a request. */
  object: string
}

interface MemberRow {
  person: string
  name: string
  role: Role
  site: string
  slug: string
  network: string
  object: string
}

const memberOf = (row: MemberRow | null): Member | undefined =>
  row
    ? { person: row.person, name: row.name, role: row.role, site: row.site, network: { slug: row.slug, name: row.network }, object: row.object }
    : undefined

const memberColumns = 'p.id AS person, p.name, m.role, m.site, n.slug, n.name AS network, n.object'
const memberJoin = `JOIN person p ON p.id = x.person JOIN membership m ON m.person = x.person AND m.network = x.network JOIN network n ON n.slug = x.network`

const day = 24 * 60 * 60 * 1000
const sessionLife: Record<SessionKind, number> = { web: 7 * day, device: 90 * day }

export const hashOf = async (secret: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  return new Uint8Array(digest).toHex()
}

/** 256 random bits, URL-safe. */
export const newSecret = (): string => crypto.getRandomValues(new Uint8Array(32)).toBase64({ alphabet: 'base64url', omitPadding: true })

/** A code that a person can type: 12 letters and digits without look-alikes (about 59 bits), in groups. */
export const newCode = (): string => {
  const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
  // 248 is the largest multiple of 31 in a byte: what lies above would favour the first letters.
  let code = ''
  while (code.length < 12) for (const byte of crypto.getRandomValues(new Uint8Array(16))) if (byte < 248 && code.length < 12) code += letters[byte % 31]
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

const plainCode = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** Who a session's secret belongs to, `undefined` if unknown, expired, of the other kind, or no member any more. One trip. */
export const memberBySession = async (db: D1Database, secret: string, kind: SessionKind, now: number): Promise<Member | undefined> =>
  memberOf(
    await db
      .prepare(`SELECT ${memberColumns} FROM session x ${memberJoin} WHERE x.hash = ? AND x.kind = ? AND x.expires_at > ?`)
      .bind(await hashOf(secret), kind, now)
      .first<MemberRow>(),
  )

/** Makes a one-time code for a member of the network; `undefined` if the person is none. */
export const makeCode = async (db: D1Database, kind: SessionKind, person: string, network: string, expiresAt: number): Promise<string | undefined> => {
  const code = newCode()
  const made = await db
    .prepare('INSERT INTO code (hash, kind, person, network, expires_at) SELECT ?, ?, person, network, ? FROM membership WHERE person = ? AND network = ? RETURNING hash')
    .bind(await hashOf(plainCode(code)), kind, expiresAt, person, network)
    .first()
  return made ? code : undefined
}

/** Turns a code into a session, once: of two that come at the same time one wins. `undefined` if unknown, used or expired. */
export const redeemCode = async (db: D1Database, code: string, kind: SessionKind, label: string, now: number): Promise<{ secret: string; member: Member } | undefined> => {
  const used = await db
    .prepare('UPDATE code SET used_at = ? WHERE hash = ? AND kind = ? AND used_at IS NULL AND expires_at > ? RETURNING person, network')
    .bind(now, await hashOf(plainCode(code)), kind, now)
    .first<{ person: string; network: string }>()
  if (!used) return undefined
  const secret = newSecret()
  await db
    .prepare('INSERT INTO session (hash, kind, person, network, label, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)')
    .bind(await hashOf(secret), kind, used.person, used.network, label, now, now + sessionLife[kind])
    .run()
  const member = await memberBySession(db, secret, kind, now)
  return member && { secret, member }
}

export const endSession = async (db: D1Database, secret: string): Promise<void> => {
  await db.prepare('DELETE FROM session WHERE hash = ?').bind(await hashOf(secret)).run()
}

export const addNetwork = async (db: D1Database, slug: string, name: string, now: number): Promise<void> => {
  await db.prepare('INSERT INTO network (slug, name, object, created_at) VALUES (?, ?, ?, ?)').bind(slug, name, `net:${crypto.randomUUID()}`, now).run()
}

export const addMembers = async (db: D1Database, network: string, people: readonly { id: string; name: string; role: Role; site: string }[], now: number): Promise<void> => {
  await db.batch(
    people.flatMap((person) => [
      db.prepare('INSERT OR IGNORE INTO person (id, name, created_at) VALUES (?, ?, ?)').bind(person.id, person.name, now),
      db.prepare('INSERT OR IGNORE INTO membership (person, network, role, site, created_at) VALUES (?, ?, ?, ?, ?)').bind(person.id, network, person.role, person.site, now),
    ]),
  )
}

export const networkObject = async (db: D1Database, slug: string): Promise<string | undefined> =>
  (await db.prepare('SELECT object FROM network WHERE slug = ?').bind(slug).first<{ object: string }>())?.object
