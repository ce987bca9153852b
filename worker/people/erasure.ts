import { invalidateTokens } from '../bank/bank-stub.ts'
import { formerMember } from '../../shared/domain/name-skeleton.ts'
import { tellObjects } from '../bank/object-outbox.ts'
import { isLastAdmin } from '../directory/last-admin.ts'
import { isUnderWay } from '../directory/under-way.ts'
import { endSessionStatements, rememberRemovedDevices } from '../auth/sessions.ts'

/** The name of a network that would be without an admin if this person went. */
const lastAdminOf = async (db: D1Database, person: string): Promise<string | undefined> =>
  (
    await db
      .prepare(
        `SELECT n.name FROM membership m JOIN network n ON n.slug = m.network WHERE m.person = ?1 AND ${isLastAdmin} ORDER BY n.slug LIMIT 1`,
      )
      .bind(person)
      .first<{ name: string }>()
  )?.name

/** Tables with rows of a person that nothing else needs. */
const gone = [
  'identity',
  'passkey',
  'passkey_challenge',
  'email_code',
  'provider_trip',
  'code',
  'connection_code',
  'device_code',
  'known_browser',
  'access_token',
]

/** All of the directory's part in one transaction; its first statement decides for every network at once, and all others depend on it. */
const eraseInDirectory = async (db: D1Database, person: string, source: string, now: number): Promise<string | undefined> => {
  const change = crypto.randomUUID()
  const told = (action: string, detail: string): D1PreparedStatement =>
    db
      .prepare(
        `INSERT INTO audit (at, network, person, action, subject, detail, source) SELECT ?3, m.network, m.person, ?4, CASE ?4 WHEN 'removed' THEN m.person ELSE '' END, ?5, ?6
         FROM membership m WHERE m.person = ?2 AND m.status <> 'removed' AND ${isUnderWay('?1')}`,
      )
      .bind(change, person, now, action, detail, source)
  const [begun] = await db.batch([
    // Networks that they left are told too: their banks may still have the name.
    db
      .prepare(
        `INSERT INTO object_outbox (change, network, person, name, erases, at) SELECT ?1, w.network, w.person, ?3, 1, ?4 FROM membership w
         WHERE w.person = ?2 AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.person = ?2 AND ${isLastAdmin}) RETURNING change`,
      )
      .bind(change, person, formerMember, now),
    told('removed', 'status: active → removed'),
    told('erased', ''),
    db.prepare(`UPDATE membership SET status = 'removed', label = '' WHERE person = ?2 AND ${isUnderWay('?1')}`).bind(change, person),
    rememberRemovedDevices(db, { person, change }),
    ...endSessionStatements(db, { person, change }, source, now),
    ...gone.map((table) => db.prepare(`DELETE FROM ${table} WHERE person = ?2 AND ${isUnderWay('?1')}`).bind(change, person)),
    db.prepare(`UPDATE person SET name = ?3 WHERE id = ?2 AND ${isUnderWay('?1')}`).bind(change, person, formerMember),
  ])
  return (begun?.results.length ?? 0) > 0 ? change : undefined
}

/** The network that would be without an admin: then nothing was changed anywhere. */
export type Erased = { is: 'last-admin'; network: string } | { is: 'erased' }

/**
 * Takes a person out of the directory and their name out of every bank. What stays: ideas, clips, comments and the log under "A former
 * member", and the audit, which names the account by its number: nobody wipes their traces by leaving. All networks are asked first and written
 * at once; whatever object could not be told is told by the cron. Rejects, with nothing changed, if an object cannot forget the person's tokens.
 */
export const erase = async (env: Env, person: string, source: string, now: number): Promise<Erased> => {
  const db = env.DIRECTORY
  const asked = await lastAdminOf(db, person)
  if (asked !== undefined) return { is: 'last-admin', network: asked }
  await invalidateTokens(env, person)
  const change = await eraseInDirectory(db, person, source, now)
  // Another admin went meanwhile.
  if (change === undefined) return { is: 'last-admin', network: (await lastAdminOf(db, person)) ?? '' }
  await tellObjects(env, change)
  return { is: 'erased' }
}
