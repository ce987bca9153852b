import { auditStatementForRows } from '../audit/statement.ts'
import { withinRateLimit } from './rate-limit.ts'
import type { KnownBrowser } from './known-browsers.ts'
import { hashOf, newDigits, newSecret, sameHash } from './secrets.ts'

/** Lifetimes are in milliseconds. */
const minute = 60 * 1000
export const codeLife = 10 * minute
const mostTries = 5
const mailsAnHour = 5

/** The identity that an address is. */
export const byMail = 'email'

export const plainAddress = (typed: string): string => typed.trim().toLowerCase()

const ownerOf = async (db: D1Database, address: string): Promise<string | undefined> =>
  (await db.prepare('SELECT person FROM identity WHERE issuer = ? AND subject = ?').bind(byMail, address).first<{ person: string }>())
    ?.person

/** The browser's own secret is part of what is hashed: neither a leaked table nor another browser can use the eight digits. */
const codeHash = (browser: string, code: string): Promise<string> => hashOf(`${browser}:${code}`)

export type EmailCodeRequest = { browser: string; code: string; known: boolean } | 'too-many'

/** Strangers can use up what a mailbox gets, but not what its owner gets in a browser where they signed in before. */
const mailboxName = (hash: string, owner: string | undefined, browser: KnownBrowser | undefined): string =>
  owner !== undefined && browser?.people.includes(owner) ? `mail:${hash}:${browser.hash}` : `mail:${hash}`

/** Makes a code for the address, whether anybody has it or not: the same work and the same answer. */
export const requestEmailCode = async (
  db: D1Database,
  address: string,
  person: string | null,
  now: number,
  from?: KnownBrowser,
): Promise<EmailCodeRequest> => {
  const owner = await ownerOf(db, address)
  const name = mailboxName(await hashOf(address), owner, from)
  if (!(await withinRateLimit(db, name, mailsAnHour, 60 * minute, now))) return 'too-many'
  const [browser, code] = [newSecret(), newDigits()]
  await db
    .prepare('INSERT INTO email_code (browser, hash, address, person, expires_at) VALUES (?, ?, ?, ?, ?)')
    .bind(await hashOf(browser), await codeHash(browser, code), address, person, now + codeLife)
    .run()
  return { browser, code, known: person !== null || owner !== undefined }
}

interface Redeemed {
  address: string
  /** Who was signed in when asking. */
  person: string | null
}

/** The address that the code proves; `undefined` if wrong, used, over, tried too often or asked for by another browser. */
export const redeemEmailCode = async (db: D1Database, browser: string, code: string, now: number): Promise<Redeemed | undefined> => {
  const key = await hashOf(browser)
  // Counted first, compared after: ten guesses at once are ten tries.
  const row = await db
    .prepare(
      'UPDATE email_code SET tries = tries + 1 WHERE browser = ? AND tries < ? AND used_at IS NULL AND expires_at > ? RETURNING hash',
    )
    .bind(key, mostTries, now)
    .first<{ hash: string }>()
  if (!row || !sameHash(row.hash, await codeHash(browser, code))) return undefined
  const used = await db
    .prepare('UPDATE email_code SET used_at = ? WHERE browser = ? AND used_at IS NULL RETURNING address, person')
    .bind(now, key)
    .first<Redeemed>()
  return used ?? undefined
}

/**
 * The person whose address this is. With somebody to add it to, it becomes theirs unless it is another's: then `undefined`. What is added is on record
 * in one transaction with it, in that network.
 */
export const personOfAddress = async (
  db: D1Database,
  { address, person }: Redeemed,
  { network, source }: { network: string; source: string },
  now: number,
): Promise<string | undefined> => {
  if (person) {
    const told = { network, person, action: 'sign-in-added', subject: "'mail'", source }
    const absent = '(SELECT 1) WHERE NOT EXISTS (SELECT 1 FROM identity WHERE issuer = ? AND subject = ?)'
    await db.batch([
      auditStatementForRows(db, now, told, absent, byMail, address),
      db
        .prepare('INSERT INTO identity (issuer, subject, person, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
        .bind(byMail, address, person, now),
    ])
  }
  const owner = await ownerOf(db, address)
  return owner !== undefined && (!person || owner === person) ? owner : undefined
}
