import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { TokenScope } from '../../../shared/api/tokens.ts'
import type { Role } from '../../../shared/domain/entities.ts'
import { tokenIn } from '../../auth/device-token.ts'
import { cookieName, isSecure } from '../../http/browser-cookie.ts'
import { type KnownBrowser, rememberBrowser } from '../../auth/known-browsers.ts'
import { problem } from '../../http/problem.ts'
import { type FoundSession, findSession, sessionLife, wasRemoved } from '../../auth/sessions.ts'
import type { Member, SessionKind } from '../../directory/member.ts'
import { message } from '../../../shared/i18n/message.ts'

export interface AuthEnv {
  Bindings: Env
  Variables: {
    /** What names this request in the log. */
    request: string
    member: Member
    kind: SessionKind
    session: string
    until: number
    /** What the access token is for; of requests to /api/v1 only. */
    scopes: readonly TokenScope[]
    /** The body, if it was read before it was known who asks. */
    text: string | undefined
    /** The object (its id) at which the request has its place already (bank/admission.ts). */
    placed: string | undefined
    /** The directory has said who asks: gives the place there back. */
    found: (() => void) | undefined
    /** The browser, where the route is rate limited and somebody has signed in there before. */
    browser: KnownBrowser | undefined
  }
}

/** This browser is signed in from now on, and known. */
export const setSessionCookie = async (c: Context<AuthEnv>, secret: string, person: string): Promise<void> => {
  setCookie(c, cookieName(isSecure(c)), secret, {
    httpOnly: true,
    secure: isSecure(c),
    sameSite: 'Lax',
    path: '/',
    maxAge: sessionLife.web.hard / 1000,
  })
  await rememberBrowser(c.env.DIRECTORY, c, person, Date.now())
}

export const dropSessionCookie = (c: Context): void => {
  deleteCookie(c, cookieName(isSecure(c)), { path: '/', secure: isSecure(c) })
}

/** Who asks? A browser brings its session in a cookie, an extension its token as a bearer; neither passes for the other. */
const presented = (c: Context): { secret: string; kind: SessionKind } | undefined => {
  const token = tokenIn(c.req.header('authorization'))
  if (token) return { secret: token.secret, kind: 'device' }
  const cookie = getCookie(c, cookieName(isSecure(c)))
  return cookie ? { secret: cookie, kind: 'web' } : undefined
}

/**
 * Which page a request says that it comes from: by `Sec-Fetch-Site`, which browsers write and pages cannot, and where a browser
 * does not (Safari before 16.4) by `Origin`. `unsaid` is no browser’s write: all of them say one of the two (Fetch, section 3.2).
 */
export const requestOrigin = (c: Context): 'own' | 'other' | 'unsaid' => {
  const [site, origin] = [c.req.header('sec-fetch-site'), c.req.header('origin')]
  if (site) return site === 'same-origin' ? 'own' : 'other'
  if (origin === undefined) return 'unsaid'
  return origin === new URL(c.req.url).origin ? 'own' : 'other'
}

/** Cookies are sent by other sites' pages too, so a browser's write must come from our own page. */
const fromElsewhere = (c: Context, kind: SessionKind): boolean =>
  kind !== 'device' && c.req.method !== 'GET' && c.req.method !== 'HEAD' && requestOrigin(c) !== 'own'

/**
 * 401 without a valid session; 403 `not-member` for a device whose person was removed, which then empties what it holds; 404, not 403, for a network of the path that the session's person is not in (nobody learns which
 * networks exist); 403 for a write that another site's page sends (CSRF). One D1 round trip, a second where
 * there is no session.
 */
export const authenticate = createMiddleware<AuthEnv>(async (c, next) => {
  const shown = presented(c)
  const network = c.req.param('network')
  const found = shown && (await findSession(c.env.DIRECTORY, shown.secret, shown.kind, Date.now(), network))
  if (found && !found.member && network !== undefined) return problem(c, 404, 'not-found', message('problem-no-network-for-you'))
  if (shown?.kind === 'device' && !found && (await wasRemoved(c.env.DIRECTORY, shown.secret)))
    return problem(c, 403, 'not-member', message('problem-not-member'))
  if (!shown || !found?.member) return problem(c, 401, 'signed-out', message('problem-signed-out'))
  if (fromElsewhere(c, shown.kind)) return problem(c, 403, 'other-site', message('problem-other-site'))
  c.set('member', found.member)
  c.set('kind', shown.kind)
  c.set('session', found.session)
  c.set('until', found.until)
  return next()
})

/** 403 for a device: whoever finds a token on a stolen laptop cannot make themselves at home with it. */
export const requireBrowser = createMiddleware<AuthEnv>(async (c, next) =>
  c.get('kind') === 'web' ? next() : problem(c, 403, 'forbidden', message('problem-browser-needed')),
)

/** 403 for every other role. */
export const requireRole = (...roles: readonly Role[]) =>
  createMiddleware<AuthEnv>(async (c, next) =>
    roles.includes(c.get('member').role) ? next() : problem(c, 403, 'forbidden', message('problem-role-not-allowed')),
  )

/** For what makes a session without having one: 403 for a page of another site, which must not sign anybody in as somebody else. */
export const csrf = createMiddleware<AuthEnv>(async (c, next) =>
  requestOrigin(c) === 'other' ? problem(c, 403, 'other-site', message('problem-other-site')) : next(),
)

/** The browser's session where having one is no condition; nothing for a device or a page of another site. */
export const browserSession = async (c: Context<AuthEnv>): Promise<FoundSession | undefined> => {
  const shown = presented(c)
  if (shown?.kind !== 'web' || fromElsewhere(c, 'web')) return undefined
  return findSession(c.env.DIRECTORY, shown.secret, 'web', Date.now())
}
