import type { Role } from '../../shared/domain/entities.ts'
import { auditStatementForRows } from '../audit/statement.ts'
import { hashOf, newSecret } from './secrets.ts'

const transactionLifeMs = 10 * 60 * 1000

/** A hospital's identity provider, as one network has it. */
export interface Provider {
  id: string
  network: string
  label: string
  issuer: string
  client: string
  secret_name: string
  /** JSON. */
  domains: string
  role: Role
  site: string
  /** 1: its addresses are believed without a word that they are verified. */
  trust_addresses: number
  /** The claim that holds the address (`claims.ts`). */
  address_claim: string
  /** The claim that holds groups or roles (`groups.ts`); empty: none is read. */
  groups_claim: string
  /** JSON of GroupRole[]. */
  group_roles: string
}

export const providerOf = async (db: D1Database, id: string): Promise<Provider | undefined> =>
  (await db.prepare('SELECT * FROM provider WHERE id = ?').bind(id).first<Provider>()) ?? undefined

export const providersOf = async (db: D1Database, network: string): Promise<{ id: string; label: string }[]> =>
  (await db.prepare('SELECT id, label FROM provider WHERE network = ? ORDER BY label').bind(network).all<{ id: string; label: string }>())
    .results

/** What a sign-in is for: whom an identity is added to, or an admin's look at what the provider says. */
export interface Purpose {
  person: string | null
  trial: boolean
}

/** A sign-in on its way: what has to fit together when the person comes back. */
export interface SignInTransaction {
  state: string
  browser: string
  nonce: string
  verifier: string
}

export const startSignIn = async (
  db: D1Database,
  provider: string,
  verifier: string,
  { person, trial }: Pick<Purpose, 'person' | 'trial'>,
  now: number,
): Promise<SignInTransaction> => {
  const trip = { state: newSecret(), browser: newSecret(), nonce: newSecret(), verifier }
  await db
    .prepare(
      'INSERT INTO provider_trip (state, browser, provider, nonce, verifier, person, trial, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .bind(
      await hashOf(trip.state),
      await hashOf(trip.browser),
      provider,
      trip.nonce,
      verifier,
      person,
      Number(trial),
      now + transactionLifeMs,
    )
    .run()
  return trip
}

/** Ends the sign-in transaction of this state, browser and provider: a second return finds none. */
export const finishSignIn = async (
  db: D1Database,
  { state, browser, provider }: { state: string; browser: string; provider: string },
  now: number,
): Promise<({ nonce: string; verifier: string } & Purpose) | undefined> => {
  const trip = await db
    .prepare(
      'DELETE FROM provider_trip WHERE state = ? AND browser = ? AND provider = ? AND expires_at > ? RETURNING nonce, verifier, person, trial',
    )
    .bind(await hashOf(state), await hashOf(browser), provider, now)
    .first<{ nonce: string; verifier: string; person: string | null; trial: number }>()
  return trip ? { ...trip, trial: trip.trial === 1 } : undefined
}

/** Whom a provider vouches for. */
export interface Claims {
  subject: string
  name: string
  address: string
}

/**
 * The person of (issuer, subject), made if there is none; `undefined` if who asked to add the identity is not whose it is. New people become members
 * with the provider's role and site; a row that says suspended or removed stays as it is. What is added to
 * somebody is on record in the same transaction.
 */
export const personOfClaims = async (
  db: D1Database,
  provider: Provider,
  { subject, name }: Claims,
  linkTo: string | null,
  now: number,
  source: string,
): Promise<string | undefined> => {
  const fresh = linkTo ?? crypto.randomUUID()
  const mine = 'FROM identity WHERE issuer = ?1 AND subject = ?2'
  const told = { network: provider.network, person: fresh, action: 'sign-in-added', subject: 'label', source }
  const added = `provider WHERE id = ? AND NOT EXISTS (SELECT 1 FROM identity WHERE issuer = ? AND subject = ?)`
  await db.batch([
    ...(linkTo ? [auditStatementForRows(db, now, told, added, provider.id, provider.issuer, subject)] : []),
    db
      .prepare(`INSERT INTO person (id, name, created_at) SELECT ?3, ?4, ?5 WHERE NOT EXISTS (SELECT 1 ${mine}) ON CONFLICT DO NOTHING`)
      .bind(provider.issuer, subject, fresh, name, now),
    db
      .prepare('INSERT INTO identity (issuer, subject, person, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
      .bind(provider.issuer, subject, fresh, now),
    db
      .prepare(
        `INSERT INTO membership (person, network, role, site, created_at, role_by) SELECT person, ?3, ?4, ?5, ?6, ?7 ${mine} ON CONFLICT DO NOTHING`,
      )
      .bind(provider.issuer, subject, provider.network, provider.role, provider.site, now, linkTo ? '' : provider.id),
  ])
  const row = await db.prepare(`SELECT person ${mine}`).bind(provider.issuer, subject).first<{ person: string }>()
  return row && (!linkTo || row.person === linkTo) ? row.person : undefined
}
