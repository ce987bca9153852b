import type { TokenScope } from '../../shared/api/tokens.ts'
import type { Role } from '../../shared/domain/entities.ts'
import type { Member } from '../directory/member.ts'
import { scopesIn } from './access-tokens.ts'
import { hashOf } from './secrets.ts'
import { isAlone } from './sessions.ts'

/** Requests of one member in one network, whatever number of tokens they have: so many in a window of so many milliseconds. */
export const requestLimit = { most: 300, window: 60_000 } as const
/** A token's last use is written down no oftener than this, in milliseconds. */
const touched = 10 * 60 * 1000
/** Networks that a token was used from, of which it is known; from another one its use is put on record. */
const mostSources = 10

/** Who a token speaks for now, and how many requests they have made in this window. */
export interface Caller {
  token: string
  member: Member
  scopes: TokenScope[]
  expiresAt: number
  count: number
}

interface CallerRow {
  token: string
  scopes: string
  expires_at: number
  last_used: number
  sources: string
  person: string
  name: string
  role: Role
  site: string
  slug: string
  network: string
  object: string
  alone: number
}

// A member who was suspended or removed has no row: their tokens are dead at once.
const valid = `FROM access_token t JOIN membership m ON m.person = t.person AND m.network = t.network AND m.status = 'active'
  JOIN person p ON p.id = t.person JOIN network n ON n.slug = t.network
  WHERE t.hash = ?1 AND t.revoked_at IS NULL AND t.expires_at > ?2`

const noteUse = async (db: D1Database, row: CallerRow, source: string, now: number): Promise<void> => {
  const sources = JSON.parse(row.sources) as string[]
  const isNew = source !== '' && !sources.includes(source)
  if (!isNew && now - row.last_used < touched) return
  const kept = isNew ? [...sources, source].slice(-mostSources) : sources
  await db.batch([
    db.prepare('UPDATE access_token SET last_used = ?2, sources = ?3 WHERE id = ?1').bind(row.token, now, JSON.stringify(kept)),
    ...(isNew
      ? [
          db
            .prepare(
              `INSERT INTO audit (at, network, person, action, subject, detail, source)
               SELECT ?2, t.network, t.person, 'token-used', t.person, t.label, ?3 FROM access_token t WHERE t.id = ?1`,
            )
            .bind(row.token, now, source),
        ]
      : []),
  ])
}

/**
 * Who shows this token, and their right as of now; `undefined` for one that is unknown, over or taken back. Counts the request in the same
 * round trip to the directory; a second one where its last use or a new place (`source`, a network) is written down.
 */
export const findCaller = async (db: D1Database, secret: string, source: string, now: number): Promise<Caller | undefined> => {
  const [hash, begun] = [await hashOf(secret), Math.floor(now / requestLimit.window)]
  const [found, counted] = await db.batch([
    db
      .prepare(
        `SELECT t.id AS token, t.scopes, t.expires_at, t.last_used, t.sources, p.id AS person, p.name, m.role, m.site, n.slug, n.name AS network, n.object, ${isAlone} AS alone ${valid}`,
      )
      .bind(hash, now),
    db
      .prepare(
        `INSERT INTO brake (name, stretch, count, until) SELECT 'api:' || n.slug || ':' || p.id, ?3, 1, ?4 ${valid}
         ON CONFLICT (name, stretch) DO UPDATE SET count = count + 1 RETURNING count`,
      )
      .bind(hash, now, begun, (begun + 1) * requestLimit.window),
  ])
  const row = found?.results[0] as CallerRow | undefined
  if (!row) return undefined
  await noteUse(db, row, source, now)
  const { token, scopes, expires_at: expiresAt, person, name, role, site, slug, network: title, object, alone } = row
  const member = { person, name, role, site, network: { slug, name: title }, object, ...(alone ? { standsIn: true as const } : {}) }
  return { token, member, scopes: scopesIn(scopes), expiresAt, count: (counted?.results[0] as { count: number } | undefined)?.count ?? 1 }
}
