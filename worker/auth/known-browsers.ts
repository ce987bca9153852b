import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { cookieName, isSecure } from '../http/browser-cookie.ts'
import { hashOf, newSecret } from './secrets.ts'

/** Lifetime of the cookie, in milliseconds. */
const life = 180 * 24 * 60 * 60 * 1000
/** Of one person; the one not used for longest goes. */
const mostBrowsers = 20

/** A browser in which somebody signed in before. */
export interface KnownBrowser {
  /** Names it: SHA-256 of its secret. */
  hash: string
  people: string[]
}

const secretIn = (c: Context): string | undefined => getCookie(c, cookieName(isSecure(c), 'gleaner-browser'))

/** `undefined` for a browser in which nobody has signed in, or where everybody who has was signed out everywhere since. */
export const knownBrowser = async (db: D1Database, c: Context, now: number): Promise<KnownBrowser | undefined> => {
  const secret = secretIn(c)
  if (!secret) return undefined
  const hash = await hashOf(secret)
  const { results } = await db
    .prepare('SELECT person FROM known_browser WHERE hash = ? AND expires_at > ?')
    .bind(hash, now)
    .all<{ person: string }>()
  return results.length > 0 ? { hash, people: results.map(({ person }) => person) } : undefined
}

/** To be called when somebody has signed in: this browser is known from now on. Its secret signs nobody in. */
export const rememberBrowser = async (db: D1Database, c: Context, person: string, now: number): Promise<void> => {
  // A secret that this table never gave out names no browser: anybody could have put it there.
  const known = await knownBrowser(db, c, now)
  const secret = (known && secretIn(c)) ?? newSecret()
  await db.batch([
    db
      .prepare('INSERT OR REPLACE INTO known_browser (hash, person, last_used, expires_at) VALUES (?, ?, ?, ?)')
      .bind(await hashOf(secret), person, now, now + life),
    db
      .prepare(
        'DELETE FROM known_browser WHERE person = ?1 AND hash NOT IN (SELECT hash FROM known_browser WHERE person = ?1 ORDER BY last_used DESC LIMIT ?2)',
      )
      .bind(person, mostBrowsers),
  ])
  setCookie(c, cookieName(isSecure(c), 'gleaner-browser'), secret, {
    httpOnly: true,
    secure: isSecure(c),
    sameSite: 'Lax',
    path: '/',
    maxAge: life / 1000,
  })
}

/** No browser of this person is known any more. */
export const forgettingBrowsers = (db: D1Database, person: string): D1PreparedStatement =>
  db.prepare('DELETE FROM known_browser WHERE person = ?').bind(person)
