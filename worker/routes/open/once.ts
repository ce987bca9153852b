import type { Context } from 'hono'
import { message } from '../../../shared/i18n/message.ts'
import { hashOf } from '../../auth/secrets.ts'
import { problem } from '../../http/problem.ts'
import type { Whole } from '../../http/route.ts'
import { newId } from '../../open-api/ids.ts'
import type { AuthEnv } from '../middleware/authenticate.ts'

/** How long a key belongs to its request, in milliseconds. */
const keptFor = 7 * 24 * 60 * 60 * 1000

/**
 * The id of this write's mutation: of the same Idempotency-Key and request always the same, so that the bank runs it once and answers the
 * same; else a new one. 400 for a key that is none, 422 for one that came with another request. Kept: a hash of member and key, and one of
 * key and request, for seven days.
 */
export const mutationIdOf = async (c: Context<AuthEnv>, text: string): Promise<{ id: string } | Whole<never>> => {
  const [key, now] = [c.req.header('idempotency-key'), Date.now()]
  if (key === undefined) return { id: newId(now) }
  // Quoted, as in draft-ietf-httpapi-idempotency-key-header, or not.
  const plain = /^"?([\w-]{8,100})"?$/.exec(key)?.[1]
  if (!plain) return problem(c, 400, 'malformed', message('problem-api-key'))
  const { person, network } = c.get('member')
  const [hash, fingerprint] = await Promise.all([
    hashOf(`${network.slug}\n${person}\n${plain}`),
    hashOf(`${plain}\n${c.req.method} ${c.req.path}\n${text}`),
  ])
  const db = c.env.DIRECTORY
  const [, kept] = await db.batch<{ fingerprint: string; mutation: string }>([
    db
      .prepare(
        `INSERT INTO api_request (hash, fingerprint, mutation, expires_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (hash) DO UPDATE SET fingerprint = excluded.fingerprint, mutation = excluded.mutation, expires_at = excluded.expires_at
         WHERE expires_at < ?5`,
      )
      .bind(hash, fingerprint, newId(now), now + keptFor, now),
    db.prepare('SELECT fingerprint, mutation FROM api_request WHERE hash = ?').bind(hash),
  ])
  const row = kept?.results[0]
  return row?.fingerprint === fingerprint ? { id: row.mutation } : problem(c, 422, 'key-reused', message('problem-api-key-reused'))
}
