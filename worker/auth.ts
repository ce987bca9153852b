import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { type Member, memberBySession, type SessionKind } from './directory.ts'
import { problem } from './problem.ts'

/** Who asks? A browser brings its session in a cookie, an extension its token as a bearer; neither passes for the other. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-gleaner' : 'gleaner')

export const isSecure = (c: Context): boolean => new URL(c.req.url).protocol === 'https:'

export interface Signed {
  Bindings: Env
  Variables: { member: Member; kind: SessionKind; secret: string }
}

const presented = (c: Context): { secret: string; kind: SessionKind } | undefined => {
  const bearer = c.req.header('authorization')?.match(/^Bearer ([\w-]{20,100})$/)?.[1]
  if (bearer) return { secret: bearer, kind: 'device' }
  const cookie = getCookie(c, cookieName(isSecure(c)))
  return cookie ? { secret: cookie, kind: 'web' } : undefined
}

/** Cookies are sent by other sites' pages too, so a browser's write must come from our own page. */
const fromElsewhere = (c: Context, kind: SessionKind): boolean => {
  if (kind === 'device' || c.req.method === 'GET' || c.req.method === 'HEAD') return false
  const site = c.req.header('sec-fetch-site')
  return site ? site !== 'same-origin' : c.req.header('origin') !== new URL(c.req.url).origin
}

/** 401 without a valid session; 403 for a write that another site's page sends. One D1 trip. */
export const signedIn = createMiddleware<Signed>(async (c, next) => {
  const shown = presented(c)
  const member = shown && (await memberBySession(c.env.DIRECTORY, shown.secret, shown.kind, Date.now()))
  if (!shown || !member) return problem(c, 401, 'signed-out', 'Connect or sign in again: this session is not known or has ended.')
  if (fromElsewhere(c, shown.kind)) return problem(c, 403, 'other-site', 'This request came from another site.')
  c.set('member', member)
  c.set('kind', shown.kind)
  c.set('secret', shown.secret)
  return next()
})

/** 404, not 403, for a network that the session is not for: nobody learns which networks exist. */
export const ofThisNetwork = createMiddleware<Signed>(async (c, next) => {
  if (c.get('member').network.slug !== c.req.param('network')) return problem(c, 404, 'not-found', 'There is no such network for you.')
  return next()
})
