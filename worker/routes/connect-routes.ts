import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { anonymousRateLimit } from './middleware/anonymous-rate-limit.ts'
import { sourceOf } from './middleware/audit.ts'
import { requireBrowser, type AuthEnv, authenticate } from './middleware/authenticate.ts'
import { withinRateLimit } from '../auth/rate-limit.ts'
import {
  approveDeviceCode,
  lookAtDeviceCode,
  makeConnection,
  makeDeviceCode,
  pollDeviceCode,
  pollInterval,
  redeemConnection,
} from '../auth/connections.ts'
import { tokenOf } from '../auth/device-token.ts'
import { problem } from '../http/problem.ts'
import { requestJson } from '../http/request-body.ts'
import { meOf } from './session-routes.ts'
import { notTaken, typedName } from '../http/typed-text.ts'
import { route, type Whole } from '../http/route.ts'
import { message } from '../../shared/i18n/message.ts'

const secret = v.pipe(v.string(), v.regex(/^[\w-]{43,128}$/))
const label = v.optional(typedName(120), '')
const consentSchema = v.object({ challenge: v.pipe(secret, v.length(43)), state: v.pipe(v.string(), v.maxLength(200)), label })
const exchangeSchema = v.object({ code: secret, verifier: v.pipe(v.string(), v.regex(/^[\w.~-]{43,128}$/)) })
const labelSchema = v.object({ label })
const userCodeSchema = v.object({ userCode: v.pipe(v.string(), v.minLength(8), v.maxLength(20)) })
const deviceCodeSchema = v.object({ deviceCode: secret })

/** The window of the rate limit, in milliseconds. */
const tenMinutes = 10 * 60 * 1000
const guessesAPerson = 20

/** Under /v1: connecting an extension, by a tab with PKCE or by a code that its person types. */
export const connectRoutes = new Hono<AuthEnv>()

/** POST {code, verifier} → DeviceReply. 400, 401 unknown, over, used (which ends what it made) or of another verifier. */
route(connectRoutes, 'POST /v1/connections/token').answers(async (c) => {
  const body = await requestJson(c, exchangeSchema)
  if (!body.success) return problem(c, 400, 'malformed', message('problem-code-incomplete'))
  const { code, verifier } = body.output
  const made = await redeemConnection(c.env, { code, verifier, source: sourceOf(c) }, Date.now())
  return made
    ? { token: tokenOf(c.env, made.member, made.secret), me: meOf(made.member), at: Date.now() }
    : problem(c, 401, 'bad-code', message('problem-connect-code-over'))
})

/** POST {label} → DeviceCodeReply. 400, 429 with Retry-After when very many were made from there. */
route(connectRoutes, 'POST /v1/device-codes', anonymousRateLimit('device-codes')).answers(async (c) => {
  const body = await requestJson(c, labelSchema)
  if (!body.success) return notTaken(c, body.issues, message('problem-name-too-long'))
  const made = await makeDeviceCode(c.env.DIRECTORY, body.output.label, Date.now())
  return { ...made, address: `${new URL(c.req.url).origin}/connect`, interval: pollInterval }
})

const tooMany = (c: Context): Whole<never> => problem(c, 429, 'too-many', message('problem-too-often'))
const noCode = (c: Context): Whole<never> => problem(c, 404, 'not-found', message('problem-no-extension-waits'))

/** Typing is slow, guessing is not. */
const mayTry = (c: Context<AuthEnv>): Promise<boolean> =>
  withinRateLimit(c.env.DIRECTORY, `user-code:${c.get('member').person}`, guessesAPerson, tenMinutes, Date.now())

/** POST {userCode} → {label}: what would be connected. 400, 401, 403 for a device, 404, 429 after twenty in ten minutes. */
route(connectRoutes, 'POST /v1/device-codes/look', authenticate, requireBrowser).answers(async (c) => {
  const body = await requestJson(c, userCodeSchema)
  if (!body.success) return problem(c, 400, 'malformed', message('problem-user-code-form'))
  if (!(await mayTry(c))) return tooMany(c)
  const found = await lookAtDeviceCode(c.env.DIRECTORY, body.output.userCode, Date.now())
  return found ?? noCode(c)
})

/** POST {deviceCode} → DeviceTokenReply. 400, 401 unknown, used or over, 429 when asked more often than `interval`. */
route(connectRoutes, 'POST /v1/device-codes/token').answers(async (c) => {
  const body = await requestJson(c, deviceCodeSchema)
  if (!body.success) return problem(c, 400, 'malformed', message('problem-code-incomplete'))
  const polled = await pollDeviceCode(c.env.DIRECTORY, body.output.deviceCode, sourceOf(c), Date.now())
  if (polled === 'unknown') return problem(c, 401, 'bad-code', message('problem-connect-code-over'))
  if (polled === 'too-soon') return problem(c, 429, 'too-many', message('problem-asked-too-soon'))
  return polled === 'waiting'
    ? { is: 'waiting' }
    : { is: 'connected', token: tokenOf(c.env, polled.member, polled.secret), me: meOf(polled.member) }
})

/** Under /v1/networks/:network: a person agrees that an extension speaks for them there. */
export const agreementRoutes = new Hono<AuthEnv>()

/** POST {challenge, state, label} → ConnectionReply: the person agrees, in a tab of their own. A POST, since browsers fetch addresses ahead. 400, 401, 403 for a device, 404. */
route(agreementRoutes, 'POST /v1/networks/:network/connections', requireBrowser).answers(async (c) => {
  const body = await requestJson(c, consentSchema)
  if (!body.success) return notTaken(c, body.issues, message('problem-extension-asks-nothing'))
  const { challenge, state, label } = body.output
  const code = await makeConnection(c.env.DIRECTORY, { member: c.get('member'), challenge, label }, Date.now())
  return { code, state, iss: new URL(c.req.url).origin }
})

/** POST {userCode} → {}: the extension belongs to whoever agrees first. 400, 401, 403 for a device, 404, 429. */
route(agreementRoutes, 'POST /v1/networks/:network/device-codes', requireBrowser).answers(async (c) => {
  const body = await requestJson(c, userCodeSchema)
  if (!body.success) return problem(c, 400, 'malformed', message('problem-user-code-form'))
  if (!(await mayTry(c))) return tooMany(c)
  const approved = await approveDeviceCode(c.env.DIRECTORY, body.output.userCode, c.get('member'), sourceOf(c), Date.now())
  return approved ? {} : noCode(c)
})
