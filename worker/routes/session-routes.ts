import { Hono } from 'hono'
import * as v from 'valibot'
import type { Me } from '../../shared/api/bank.ts'
import { sourceOf } from './middleware/audit.ts'
import { dropSessionCookie, setSessionCookie, csrf, requireBrowser, type AuthEnv, authenticate } from './middleware/authenticate.ts'
import { invalidateTokens, closeSockets } from '../bank/bank-stub.ts'
import { tokenOf } from '../auth/device-token.ts'
import { makeCode, redeemCode } from '../auth/one-time-codes.ts'
import { forgettingBrowsers } from '../auth/known-browsers.ts'
import { memberLimit } from './middleware/member-limit.ts'
import { problem } from '../http/problem.ts'
import { requestJson } from '../http/request-body.ts'
import { sessionLabel } from '../auth/session-label.ts'
import { endSessions, networksOf, sessionsOf } from '../auth/sessions.ts'
import type { Member } from '../directory/member.ts'
import { notTaken, typedName } from '../http/typed-text.ts'
import { route } from '../http/route.ts'
import { message } from '../../shared/i18n/message.ts'

/** Milliseconds. */
const tenMinutes = 10 * 60 * 1000

export const meOf = ({ object: _, ...member }: Member): Me => member

const name = v.optional(typedName(120), '')
const codeSchema = v.object({ code: v.pipe(v.string(), v.minLength(8), v.maxLength(40)), name })
const pairingSchema = v.optional(v.object({ person: v.optional(v.pipe(v.string(), v.maxLength(80))) }), {})

/** Under /v1: signing in with a link, and what a person sees and ends of their own sessions. */
export const sessionRoutes = new Hono<AuthEnv>()

/** POST {code} → Me and a session cookie. 400 malformed, 401 unknown, used or expired code, 403 from another site's page. */
route(sessionRoutes, 'POST /v1/session', csrf).answers(async (c) => {
  const body = await requestJson(c, codeSchema)
  if (!body.success) return notTaken(c, body.issues, message('problem-code-needed'))
  const label = body.output.name || sessionLabel(c.req.header('user-agent'))
  const made = await redeemCode(c.env.DIRECTORY, body.output.code, 'web', label, Date.now(), sourceOf(c))
  if (!made) return problem(c, 401, 'bad-code', message('problem-link-over'))
  await setSessionCookie(c, made.secret, made.member.person)
  return meOf(made.member)
})

/** POST {code, name} → DeviceReply: connects an extension. 400 malformed, 401 unknown, used or expired code. */
route(sessionRoutes, 'POST /v1/devices').answers(async (c) => {
  const body = await requestJson(c, codeSchema)
  if (!body.success) return notTaken(c, body.issues, message('problem-pairing-code-needed'))
  const made = await redeemCode(c.env.DIRECTORY, body.output.code, 'device', body.output.name, Date.now(), sourceOf(c))
  if (!made) return problem(c, 401, 'bad-code', message('problem-code-over'))
  return { token: tokenOf(c.env, made.member, made.secret), me: meOf(made.member), at: Date.now() }
})

/** DELETE → {}: signs this browser or device out. 401. */
route(sessionRoutes, 'DELETE /v1/session', authenticate).answers(async (c) => {
  await invalidateTokens(c.env, c.get('member').person)
  const ended = await endSessions(c.env.DIRECTORY, { person: c.get('member').person, id: c.get('session') }, sourceOf(c), Date.now())
  await closeSockets(c.env, ended)
  dropSessionCookie(c)
  return {}
})

/** GET → Me, in the network where the session began. 401. */
route(sessionRoutes, 'GET /v1/me', authenticate).answers((c) => meOf(c.get('member')))

/** GET → MyNetworksReply: the networks that this person may open. 401, 403 for a device. */
route(sessionRoutes, 'GET /v1/my-networks', authenticate, requireBrowser).answers((c) =>
  networksOf(c.env.DIRECTORY, c.get('member').person),
)

/** GET → SessionsReply: one's own browsers and devices. 401, 403 for a device. */
route(sessionRoutes, 'GET /v1/sessions', authenticate, requireBrowser).answers(async (c) => ({
  sessions: await sessionsOf(c.env.DIRECTORY, c.get('member').person, c.get('session'), Date.now()),
}))

/** DELETE → {ended}: signs out everywhere, devices and this browser included. 401, 403 for a device. */
route(sessionRoutes, 'DELETE /v1/sessions', authenticate, requireBrowser).answers(async (c) => {
  await invalidateTokens(c.env, c.get('member').person)
  const ended = await endSessions(c.env.DIRECTORY, { person: c.get('member').person }, sourceOf(c), Date.now())
  await forgettingBrowsers(c.env.DIRECTORY, c.get('member').person).run()
  await closeSockets(c.env, ended)
  dropSessionCookie(c)
  return { ended: ended.length }
})

/** DELETE → {}: ends one of one's own sessions, at once. 401, 403 for a device, 404 if it is none of one's own. */
route(sessionRoutes, 'DELETE /v1/sessions/:id', authenticate, requireBrowser).answers(async (c) => {
  await invalidateTokens(c.env, c.get('member').person)
  const ended = await endSessions(c.env.DIRECTORY, { person: c.get('member').person, id: c.req.param('id') }, sourceOf(c), Date.now())
  await closeSockets(c.env, ended)
  return ended.length > 0 ? {} : problem(c, 404, 'not-found', message('problem-session-over'))
})

/** POST {person?} → PairingReply: a one-time code that connects an extension, for oneself or (coordinator, admin) for a member. 400, 401, 403, 404, 429. */
route(sessionRoutes, 'POST /v1/pairings', authenticate, requireBrowser, memberLimit('invitations')).answers(async (c) => {
  const member = c.get('member')
  const body = await requestJson(c, pairingSchema)
  if (!body.success) return problem(c, 400, 'malformed', message('problem-code-for-whom'))
  const person = body.output?.person ?? member.person
  const staff = member.role === 'coordinator' || member.role === 'admin'
  if (person !== member.person && !staff) return problem(c, 403, 'forbidden', message('problem-code-for-others'))
  const expiresAt = Date.now() + tenMinutes
  const code = await makeCode(c.env.DIRECTORY, 'device', person, member.network.slug, expiresAt)
  return code ? { code, expiresAt } : problem(c, 404, 'not-found', message('problem-no-member'))
})
