import type { MyNetworksReply, SessionLine } from '../../shared/api/access.ts'
import type { Role } from '../../shared/domain/entities.ts'
import type { EndedSession, Member, SessionKind } from '../directory/member.ts'
import { auditStatement } from '../audit/statement.ts'
import { isUnderWay } from '../directory/under-way.ts'
import { hashOf, newSecret } from './secrets.ts'

/** A valid session, and its person as a member of the network that was asked for, if they are one. */
export interface FoundSession {
  session: string
  person: string
  member: Member | undefined
  /** When this session ends if it is not used again. */
  until: number
}

/** Lifetimes are in milliseconds. */
const hour = 60 * 60 * 1000
const day = 24 * hour
/** How long a session lives without use, and at most. */
export const sessionLife: Record<SessionKind, { idle: number; hard: number }> = {
  web: { idle: 12 * hour, hard: 7 * day },
  device: { idle: 90 * day, hard: 365 * day },
}

interface FoundRow {
  session: string
  last_used: number
  expires_at: number
  ends_at: number
  person: string
  name: string
  role: Role | null
  site: string
  slug: string
  network: string
  object: string
  /** 1 for an admin where nobody coordinates. */
  alone: number
}

/** Of a membership `m`: an admin, and nobody who coordinates. A service is nobody. */
export const isAlone = `m.role = 'admin' AND m.service = 0 AND NOT EXISTS (SELECT 1 FROM membership o
  WHERE o.network = m.network AND o.role = 'coordinator' AND o.status = 'active' AND o.service = 0)`

// A browser may ask for any network of its person, a device only for the one that it was connected to.
const foundQuery = `
SELECT x.id AS session, x.last_used, x.expires_at, x.ends_at, p.id AS person, p.name, m.role, m.site, n.slug, n.name AS network, n.object,
  ${isAlone} AS alone
FROM session x JOIN person p ON p.id = x.person
LEFT JOIN membership m ON m.person = x.person AND m.status = 'active'
  AND m.network = CASE x.kind WHEN 'web' THEN COALESCE(?5, x.network) ELSE x.network END AND m.network = COALESCE(?5, m.network)
LEFT JOIN network n ON n.slug = m.network
WHERE x.hash = ?1 AND x.kind = ?2 AND x.expires_at > ?3 AND x.ends_at > ?4`

/** Who a session's secret belongs to; `undefined` if unknown, expired or of the other kind. One round trip to the directory, and once an hour a second. */
export const findSession = async (
  db: D1Database,
  secret: string,
  kind: SessionKind,
  now: number,
  network?: string,
): Promise<FoundSession | undefined> => findByHash(db, await hashOf(secret), kind, now, network)

const findByHash = async (
  db: D1Database,
  hash: string,
  kind: SessionKind,
  now: number,
  network?: string,
): Promise<FoundSession | undefined> => {
  const row = await db
    .prepare(foundQuery)
    .bind(hash, kind, now, now, network ?? null)
    .first<FoundRow>()
  if (!row) return undefined
  if (now - row.last_used > hour) await touch(db, row, kind, now)
  const { session, person, name, role, site, slug, network: title, object, expires_at: until, alone } = row
  const stands = alone ? { standsIn: true as const } : {}
  return {
    session,
    person,
    until,
    member: role ? { person, name, role, site, network: { slug, name: title }, object, ...stands } : undefined,
  }
}

const touch = async (db: D1Database, { session, ends_at }: FoundRow, kind: SessionKind, now: number): Promise<void> => {
  await db
    .prepare('UPDATE session SET last_used = ?, expires_at = ? WHERE id = ?')
    .bind(now, Math.min(now + sessionLife[kind].idle, ends_at), session)
    .run()
}

export interface NewSession {
  /** Where it has to be known before. */
  id?: string
  kind: SessionKind
  person: string
  network: string
  label: string
  /** By what: for the audit. */
  how: string
  source: string
}

/** The statements that make a session, for a batch with whatever entitles to it. */
export const newSessionStatements = async (
  db: D1Database,
  { id = crypto.randomUUID(), kind, person, network, label, how, source }: NewSession,
  now: number,
): Promise<{ secret: string; id: string; statements: D1PreparedStatement[] }> => {
  const [secret, ends] = [newSecret(), now + sessionLife[kind].hard]
  const insert = db
    .prepare(
      'INSERT INTO session (hash, kind, person, network, label, created_at, expires_at, id, last_used, ends_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .bind(await hashOf(secret), kind, person, network, label, now, Math.min(now + sessionLife[kind].idle, ends), id, now, ends)
  const action = kind === 'web' ? 'signed-in' : 'connected'
  return { secret, id, statements: [insert, auditStatement(db, now, { network, person, action, subject: label, detail: how, source })] }
}

/** Makes a session of a member; `undefined` if the person is none (any more). */
export const createSession = async (
  db: D1Database,
  opening: NewSession,
  now: number,
): Promise<{ secret: string; id: string; member: Member } | undefined> => {
  const { secret, id, statements } = await newSessionStatements(db, opening, now)
  await db.batch(statements)
  const found = await findSession(db, secret, opening.kind, now)
  return found?.member && { secret, id, member: found.member }
}

/** A browser's session goes on in another network of its person; `undefined` if they are no active member there. */
export const moveSession = async (
  db: D1Database,
  { id, person, network }: { id: string; person: string; network: string },
  now: number,
): Promise<Member | undefined> => {
  const row = await db
    .prepare(
      `UPDATE session SET network = ?3, last_used = ?4 WHERE id = ?1 AND person = ?2 AND kind = 'web'
       AND EXISTS (SELECT 1 FROM membership m WHERE m.person = ?2 AND m.network = ?3 AND m.status = 'active') RETURNING hash`,
    )
    .bind(id, person, network, now)
    .first<{ hash: string }>()
  return row ? (await findByHash(db, row.hash, 'web', now))?.member : undefined
}

/** The network where a person who signs in without naming one begins: the one that they joined last. */
export const homeOf = async (db: D1Database, person: string): Promise<string | undefined> =>
  (
    await db
      .prepare("SELECT network FROM membership WHERE person = ? AND status = 'active' ORDER BY created_at DESC, network LIMIT 1")
      .bind(person)
      .first<{ network: string }>()
  )?.network

export const sessionsOf = async (db: D1Database, person: string, current: string, now: number): Promise<SessionLine[]> => {
  const { results } = await db
    .prepare(
      `SELECT x.id, x.kind, x.label, x.created_at AS createdAt, x.last_used AS lastUsed, COALESCE((SELECT n.name FROM membership m
         JOIN network n ON n.slug = m.network WHERE m.person = x.person AND m.network = x.network AND m.status = 'active'), '') AS network
       FROM session x WHERE x.person = ? AND x.expires_at > ? AND x.ends_at > ? ORDER BY x.last_used DESC`,
    )
    .bind(person, now, now)
    .all<Omit<SessionLine, 'current'>>()
  return results.map((line) => ({ ...line, current: line.id === current }))
}

export const networksOf = async (db: D1Database, person: string): Promise<MyNetworksReply> => {
  const { results } = await db
    .prepare(
      "SELECT n.slug, n.name, m.role FROM membership m JOIN network n ON n.slug = m.network WHERE m.person = ? AND m.status = 'active' ORDER BY n.name",
    )
    .bind(person)
    .all<MyNetworksReply['networks'][number]>()
  return { networks: results }
}

/** Which of a person's sessions end: one, those that began in one network, or all; with a change, only if that is under way. */
interface Ending {
  person: string
  id?: string
  network?: string
  change?: string
}

const ends = `x.person = ?1 AND x.id = COALESCE(?2, x.id) AND x.network = COALESCE(?3, x.network) AND (?4 IS NULL OR ${isUnderWay('?4')})`

/** The statements that end sessions and put it on record, for one batch; the first answers which end. */
export const endSessionStatements = (
  db: D1Database,
  { person, id, network, change }: Ending,
  source: string,
  now: number,
): [D1PreparedStatement, ...D1PreparedStatement[]] => {
  const which = [person, id ?? null, network ?? null, change ?? null]
  return [
    db.prepare(`SELECT x.id, x.person FROM session x WHERE ${ends}`).bind(...which),
    db
      .prepare(
        `INSERT INTO audit (at, network, person, action, subject, source)
         SELECT ?5, x.network, x.person, CASE x.kind WHEN 'web' THEN 'signed-out' ELSE 'disconnected' END, x.label, ?6 FROM session x WHERE ${ends}`,
      )
      .bind(...which, now, source),
    db.prepare(`DELETE FROM session AS x WHERE ${ends}`).bind(...which),
  ]
}

/** Ends sessions of a person, and says which: one, or all. Nothing if there is none of that id. */
export const endSessions = async (db: D1Database, ending: Ending, source: string, now: number): Promise<EndedSession[]> => {
  const objects = db.prepare('SELECT n.object FROM membership m JOIN network n ON n.slug = m.network WHERE m.person = ?')
  const [found, , , reached] = await db.batch<{ id: string; person: string; object: string }>([
    ...endSessionStatements(db, ending, source, now),
    objects.bind(ending.person),
  ])
  const all = (reached?.results ?? []).map(({ object }) => object)
  return (found?.results ?? []).map(({ id, person }) => ({ id, person, objects: all }))
}

/** Remembers the devices of a member who is removed, of one network or of all, to tell them so; before their sessions end, in the batch of the change. */
export const rememberRemovedDevices = (db: D1Database, { person, network, change }: Omit<Ending, 'id'>): D1PreparedStatement =>
  db
    .prepare(
      `INSERT OR IGNORE INTO removed_device (hash, expires_at) SELECT x.hash, x.expires_at FROM session x
       WHERE x.person = ?1 AND x.network = COALESCE(?2, x.network) AND x.kind = 'device' AND ${isUnderWay('?3')}`,
    )
    .bind(person, network ?? null, change ?? null)

/** Whether this secret was a device's whose person was removed from its network. */
export const wasRemoved = async (db: D1Database, secret: string): Promise<boolean> =>
  (await db
    .prepare('SELECT 1 FROM removed_device WHERE hash = ?')
    .bind(await hashOf(secret))
    .first()) !== null
