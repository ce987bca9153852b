import type { AuthenticationResponseJSON, AuthenticatorTransport, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { PasskeyLine } from '../../shared/api/access.ts'
import { auditStatementForRows } from '../audit/statement.ts'
import { hashOf, newSecret } from './secrets.ts'

/** The protocol's part is the library's. It is large and rarely needed: read when somebody uses a passkey, not when the Worker starts. */
const library = () => import('@simplewebauthn/server')

/** Lifetimes are in milliseconds. */
const minute = 60 * 1000
export const challengeLife = 5 * minute

/** The site that a passkey belongs to, as a request names it. */
export interface Site {
  origin: string
  host: string
}

/** Something to sign, once, by this browser. `person` is who adds a passkey. */
export const makeChallenge = async (
  db: D1Database,
  person: string | null,
  now: number,
): Promise<{ browser: string; challenge: string }> => {
  const [browser, challenge] = [newSecret(), newSecret()]
  await db
    .prepare('INSERT INTO passkey_challenge (browser, challenge, person, expires_at) VALUES (?, ?, ?, ?)')
    .bind(await hashOf(browser), challenge, person, now + challengeLife)
    .run()
  return { browser, challenge }
}

/** Takes the challenge away: of two answers that come at once one finds it. */
const takeChallenge = async (db: D1Database, browser: string, person: string | null, now: number): Promise<string | undefined> =>
  (
    await db
      .prepare('DELETE FROM passkey_challenge WHERE browser = ? AND person IS ? AND expires_at > ? RETURNING challenge')
      .bind(await hashOf(browser), person, now)
      .first<{ challenge: string }>()
  )?.challenge

/** Bytes of a challenge: the library encodes them again, and we keep the text. */
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.fromBase64(text, { alphabet: 'base64url' })
const textOf = (bytes: Uint8Array): string => bytes.toBase64({ alphabet: 'base64url', omitPadding: true })

export const registrationOptions = async (
  db: D1Database,
  { host }: Site,
  { person, name, challenge }: { person: string; name: string; challenge: string },
) => {
  const known = await db.prepare('SELECT id FROM passkey WHERE person = ?').bind(person).all<{ id: string }>()
  return (await library()).generateRegistrationOptions({
    rpName: 'Gleaner',
    rpID: host,
    userName: name,
    userDisplayName: name,
    userID: Uint8Array.from(new TextEncoder().encode(person)),
    challenge: bytesOf(challenge),
    attestationType: 'none',
    // A passkey that names its person by itself: nobody types a name to sign in.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.results,
  })
}

export const authenticationOptions = async ({ host }: Site, challenge: string) =>
  (await library()).generateAuthenticationOptions({ rpID: host, userVerification: 'required', challenge: bytesOf(challenge) })

export interface Registering {
  person: string
  network: string
  browser: string
  label: string
  response: RegistrationResponseJSON
  source: string
}

/** Keeps a new passkey; false for an answer that does not fit what was asked, or a passkey that is somebody's already. */
export const addPasskey = async (
  db: D1Database,
  { origin, host }: Site,
  { person, network, browser, label, response, source }: Registering,
  now: number,
): Promise<boolean> => {
  const challenge = await takeChallenge(db, browser, person, now)
  if (!challenge) return false
  const verification = await (
    await library()
  )
    .verifyRegistrationResponse({ response, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: host })
    // Whatever the library throws here is about the answer, which comes from outside.
    .catch(() => undefined)
  if (!verification?.verified) return false
  const { id, publicKey, counter } = verification.registrationInfo.credential
  const [made] = await db.batch([
    db
      .prepare(
        'INSERT INTO passkey (id, person, public_key, counter, transports, label, created_at, last_used) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id',
      )
      .bind(id, person, textOf(publicKey), counter, JSON.stringify(response.response.transports ?? []), label, now, now),
    // Nothing was made where somebody has it already: SQLite counts what the statement before changed.
    auditStatementForRows(
      db,
      now,
      { network, person, action: 'passkey-added', subject: 'label', source },
      'passkey WHERE id = ? AND person = ? AND changes() > 0',
      id,
      person,
    ),
  ])
  return (made?.results.length ?? 0) > 0
}

interface PasskeyRow {
  id: string
  person: string
  public_key: string
  counter: number
  transports: string
  label: string
}

export type PasskeyEnd = { is: 'person'; person: string } | { is: 'copied'; person: string; label: string } | { is: 'refused' }

const refused: PasskeyEnd = { is: 'refused' }

/**
 * Who signed in with a passkey. `copied`: the passkey's counter stands where it was or further back, as it does when somebody uses a
 * copy; such a sign-in is refused and recorded in the audit log. Most passkeys of today do not count at all.
 */
export const personOfPasskey = async (
  db: D1Database,
  { origin, host }: Site,
  browser: string,
  response: AuthenticationResponseJSON,
  now: number,
): Promise<PasskeyEnd> => {
  const challenge = await takeChallenge(db, browser, null, now)
  const row = await db.prepare('SELECT * FROM passkey WHERE id = ?').bind(response.id).first<PasskeyRow>()
  if (!challenge || !row) return refused
  const owner = response.response.userHandle
  if (owner !== undefined && owner !== textOf(new TextEncoder().encode(row.person))) return refused
  const verification = await (
    await library()
  )
    .verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: host,
      // Compared below, where it can be told of.
      credential: {
        id: row.id,
        publicKey: bytesOf(row.public_key),
        counter: 0,
        transports: JSON.parse(row.transports) as AuthenticatorTransport[],
      },
    })
    .catch(() => undefined)
  if (!verification?.verified) return refused
  const counter = verification.authenticationInfo.newCounter
  const counted = await db
    .prepare('UPDATE passkey SET counter = ?2, last_used = ?3 WHERE id = ?1 AND (counter < ?2 OR (counter = 0 AND ?2 = 0)) RETURNING id')
    .bind(row.id, counter, now)
    .first()
  return counted ? { is: 'person', person: row.person } : { is: 'copied', person: row.person, label: row.label }
}

export const passkeysOf = async (db: D1Database, person: string): Promise<PasskeyLine[]> =>
  (
    await db
      .prepare('SELECT id, label, created_at AS createdAt, last_used AS lastUsed FROM passkey WHERE person = ? ORDER BY created_at')
      .bind(person)
      .all<PasskeyLine>()
  ).results

/** False if the person has no such passkey. */
export const removePasskey = async (
  db: D1Database,
  { person, network, id, source }: { person: string; network: string; id: string; source: string },
  now: number,
): Promise<boolean> => {
  const [mine, values] = ['passkey WHERE id = ? AND person = ?', [id, person]] as const
  const [, removed] = await db.batch([
    auditStatementForRows(db, now, { network, person, action: 'passkey-removed', subject: 'label', source }, mine, ...values),
    db.prepare(`DELETE FROM ${mine} RETURNING id`).bind(...values),
  ])
  return (removed?.results.length ?? 0) > 0
}
