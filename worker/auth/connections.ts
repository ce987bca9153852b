import { calculatePKCECodeChallenge } from 'oauth4webapi'
import { auditStatementForRows } from '../audit/statement.ts'
import { invalidateTokens } from '../bank/bank-stub.ts'
import { hashOf, newCode, newSecret, plainCode, sameHash } from './secrets.ts'
import { createSession } from './sessions.ts'
import type { Member } from '../directory/member.ts'

/** Lifetimes and intervals are in milliseconds. */
const minute = 60 * 1000
export const pollInterval = 5000
const deviceCodeLife = 15 * minute

/** What a person agreed to in a tab: good for three minutes (a button may have to be found first), for whoever holds the verifier of the challenge. */
export const makeConnection = async (
  db: D1Database,
  { member, challenge, label }: { member: Member; challenge: string; label: string },
  now: number,
): Promise<string> => {
  const code = newSecret()
  await db
    .prepare('INSERT INTO connection_code (hash, challenge, person, network, label, expires_at) VALUES (?, ?, ?, ?, ?, ?)')
    .bind(await hashOf(code), challenge, member.person, member.network.slug, label, now + 3 * minute)
    .run()
  return code
}

/** Somebody uses a code again: one of the two stole it, so what it made ends. */
const endReplayed = async (env: Env, hash: string): Promise<void> => {
  const db = env.DIRECTORY
  const row = await db.prepare('SELECT person FROM connection_code WHERE hash = ?').bind(hash).first<{ person: string }>()
  if (!row) return
  await invalidateTokens(env, row.person)
  await db.batch([
    db.prepare('DELETE FROM session WHERE id = (SELECT session FROM connection_code WHERE hash = ?)').bind(hash),
    db.prepare("UPDATE connection_code SET session = '' WHERE hash = ?").bind(hash),
  ])
}

type Made = { secret: string; member: Member } | undefined

/** Exchanges a code, once; a wrong verifier uses it up. */
export const redeemConnection = async (
  env: Env,
  { code, verifier, source }: { code: string; verifier: string; source: string },
  now: number,
): Promise<Made> => {
  const db = env.DIRECTORY
  const [hash, id] = [await hashOf(code), crypto.randomUUID()]
  const used = await db
    .prepare(
      'UPDATE connection_code SET used_at = ?, session = ? WHERE hash = ? AND used_at IS NULL AND expires_at > ? RETURNING challenge, person, network, label',
    )
    .bind(now, id, hash, now)
    .first<{ challenge: string; person: string; network: string; label: string }>()
  if (!used) {
    await endReplayed(env, hash)
    return undefined
  }
  const { challenge, person, network, label } = used
  if (!sameHash(challenge, await calculatePKCECodeChallenge(verifier))) return undefined
  const made = await createSession(db, { id, kind: 'device', person, network, label, how: 'tab', source }, now)
  // A second use may have come before the session was there to end.
  const row = await db.prepare('SELECT session FROM connection_code WHERE hash = ?').bind(hash).first<{ session: string }>()
  if (row?.session === id) return made
  await db.prepare('DELETE FROM session WHERE id = ?').bind(id).run()
  return undefined
}

export const makeDeviceCode = async (
  db: D1Database,
  label: string,
  now: number,
): Promise<{ deviceCode: string; userCode: string; expiresAt: number }> => {
  const [deviceCode, userCode, expiresAt] = [newSecret(), newCode(8), now + deviceCodeLife]
  await db
    .prepare('INSERT INTO device_code (hash, user_hash, label, expires_at) VALUES (?, ?, ?, ?)')
    .bind(await hashOf(deviceCode), await hashOf(plainCode(userCode)), label, expiresAt)
    .run()
  return { deviceCode, userCode, expiresAt }
}

/** What would be connected, before its person agrees. */
export const lookAtDeviceCode = async (db: D1Database, userCode: string, now: number): Promise<{ label: string } | undefined> =>
  (await db
    .prepare('SELECT label FROM device_code WHERE user_hash = ? AND person IS NULL AND expires_at > ?')
    .bind(await hashOf(plainCode(userCode)), now)
    .first<{ label: string }>()) ?? undefined

/** The first who agrees is the one whom the extension belongs to. */
export const approveDeviceCode = async (
  db: D1Database,
  userCode: string,
  member: Member,
  source: string,
  now: number,
): Promise<boolean> => {
  const [open, values] = ['user_hash = ? AND person IS NULL AND expires_at > ?', [await hashOf(plainCode(userCode)), now]] as const
  const { person, network } = member
  const told = { network: network.slug, person, action: 'device-approved', subject: 'label', source }
  const [, approved] = await db.batch([
    auditStatementForRows(db, now, told, `device_code WHERE ${open}`, ...values),
    db.prepare(`UPDATE device_code SET person = ?, network = ? WHERE ${open} RETURNING label`).bind(person, network.slug, ...values),
  ])
  return (approved?.results.length ?? 0) > 0
}

export type Polled = 'unknown' | 'too-soon' | 'waiting' | { secret: string; member: Member }

/** An extension asks whether its person agreed; of two that ask at once one gets the token. */
export const pollDeviceCode = async (db: D1Database, deviceCode: string, source: string, now: number): Promise<Polled> => {
  const hash = await hashOf(deviceCode)
  const open = 'hash = ? AND used_at IS NULL AND expires_at > ?'
  // A second of grace: timers of a sleeping browser are not exact.
  const asked = await db
    .prepare(`UPDATE device_code SET asked_at = ? WHERE ${open} AND asked_at <= ? RETURNING person`)
    .bind(now, hash, now, now - pollInterval + 1000)
    .first<{ person: string | null }>()
  if (!asked) return (await db.prepare(`SELECT 1 FROM device_code WHERE ${open}`).bind(hash, now).first()) ? 'too-soon' : 'unknown'
  if (asked.person === null) return 'waiting'
  const used = await db
    .prepare(`UPDATE device_code SET used_at = ? WHERE ${open} RETURNING person, network, label`)
    .bind(now, hash, now)
    .first<{ person: string; network: string; label: string }>()
  return (used && (await createSession(db, { ...used, kind: 'device', how: 'device code', source }, now))) || 'unknown'
}
