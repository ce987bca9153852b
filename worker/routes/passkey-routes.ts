import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import * as v from 'valibot'
import { anonymousRateLimit } from './middleware/anonymous-rate-limit.ts'
import { auditStatement } from '../audit/statement.ts'
import { sourceOf } from './middleware/audit.ts'
import { setSessionCookie, csrf, requireBrowser, type AuthEnv, authenticate } from './middleware/authenticate.ts'
import { cookieName, isSecure } from '../http/browser-cookie.ts'
import {
  addPasskey,
  authenticationOptions,
  challengeLife,
  makeChallenge,
  passkeysOf,
  personOfPasskey,
  registrationOptions,
  removePasskey,
  type Site,
} from '../auth/passkeys.ts'
import { problem } from '../http/problem.ts'
import { requestJson } from '../http/request-body.ts'
import { sessionLabel } from '../auth/session-label.ts'
import { meOf } from './session-routes.ts'
import { homeOf, createSession } from '../auth/sessions.ts'
import { notTaken, typedName } from '../http/typed-text.ts'
import { route } from '../http/route.ts'
import { message } from '../../shared/i18n/message.ts'

const text = v.pipe(v.string(), v.maxLength(8000))
const credential = <Response extends v.ObjectEntries>(response: Response) =>
  v.pipe(
    v.unknown(),
    v.object({
      id: v.pipe(text, v.minLength(1)),
      rawId: text,
      type: v.literal('public-key'),
      clientExtensionResults: v.optional(v.record(v.string(), v.unknown()), {}),
      response: v.object({ clientDataJSON: text, ...response }),
    }),
  )
const signInSchema = v.object({
  response: credential({ authenticatorData: text, signature: text, userHandle: v.optional(text) }),
})
const addSchema = v.object({
  label: typedName(60),
  response: credential({ attestationObject: text, transports: v.optional(v.array(v.pipe(v.string(), v.regex(/^[a-z-]{1,20}$/)))) }),
})
/** Keys of new kinds are several thousand characters. */
const mostBytes = 32_768

const mostPasskeys = 20

const challengeCookie = (c: Context): string => cookieName(isSecure(c), 'gleaner-passkey')
const siteOf = (c: Context): Site => {
  const { origin, hostname } = new URL(c.req.url)
  return { origin, host: hostname }
}
/** The browser that asked is the browser that answers. */
const bind = (c: Context, browser: string): void =>
  setCookie(c, challengeCookie(c), browser, {
    httpOnly: true,
    secure: isSecure(c),
    sameSite: 'Strict',
    path: '/',
    maxAge: challengeLife / 1000,
  })
const bound = (c: Context): string => {
  const browser = getCookie(c, challengeCookie(c)) ?? ''
  deleteCookie(c, challengeCookie(c), { path: '/', secure: isSecure(c) })
  return browser
}

/** Under /v1: keys that a person's device or password manager holds. */
export const passkeyRoutes = new Hono<AuthEnv>()

/** POST → the options of `navigator.credentials.get` and a cookie. The same for everybody: no name is asked for. 403 from another site's page, 429. */
route(passkeyRoutes, 'POST /v1/passkeys/challenge', csrf, anonymousRateLimit('passkeys')).answers(async (c) => {
  const { browser, challenge } = await makeChallenge(c.env.DIRECTORY, null, Date.now())
  bind(c, browser)
  return authenticationOptions(siteOf(c), challenge)
})

/** POST {response} → Me and a session cookie. 400, 401 for an unknown passkey or an answer that does not fit, 403 from another site's page. */
route(passkeyRoutes, 'POST /v1/passkeys/sign-in', csrf).answers(async (c) => {
  const body = await requestJson(c, signInSchema, mostBytes)
  if (!body.success) return problem(c, 400, 'malformed', message('problem-passkey-incomplete'))
  const db = c.env.DIRECTORY
  const response = body.output.response as AuthenticationResponseJSON
  const end = await personOfPasskey(db, siteOf(c), bound(c), response, Date.now())
  const network = end.is === 'refused' ? undefined : await homeOf(db, end.person)
  if (end.is === 'copied' && network) {
    const told = {
      network,
      person: end.person,
      action: 'passkey-refused',
      subject: end.label,
      detail: 'its counter went back: is it copied?',
    }
    await auditStatement(db, Date.now(), { ...told, source: sourceOf(c) }).run()
  }
  const opening = { kind: 'web', label: sessionLabel(c.req.header('user-agent')), how: 'passkey', source: sourceOf(c) } as const
  const made = end.is === 'person' && network && (await createSession(db, { ...opening, person: end.person, network }, Date.now()))
  if (!made) return problem(c, 401, 'bad-passkey', message('problem-passkey-unknown'))
  await setSessionCookie(c, made.secret, made.member.person)
  return meOf(made.member)
})

/** GET → PasskeysReply: one's own. 401, 403 for a device. */
route(passkeyRoutes, 'GET /v1/passkeys', authenticate, requireBrowser).answers(async (c) => ({
  passkeys: await passkeysOf(c.env.DIRECTORY, c.get('member').person),
}))

/** POST → the options of `navigator.credentials.create` and a cookie. 401, 403 for a device, 409 with twenty of them, 429. */
route(passkeyRoutes, 'POST /v1/passkeys/options', authenticate, requireBrowser, anonymousRateLimit('passkeys')).answers(async (c) => {
  const { person, name } = c.get('member')
  if ((await passkeysOf(c.env.DIRECTORY, person)).length >= mostPasskeys)
    return problem(c, 409, 'too-many', message('problem-passkeys-full'))
  const { browser, challenge } = await makeChallenge(c.env.DIRECTORY, person, Date.now())
  bind(c, browser)
  return registrationOptions(c.env.DIRECTORY, siteOf(c), { person, name, challenge })
})

/** POST {label, response} → PasskeysReply. 400 malformed, or an answer that does not fit what was asked; 401, 403 for a device. */
route(passkeyRoutes, 'POST /v1/passkeys', authenticate, requireBrowser).answers(async (c) => {
  const body = await requestJson(c, addSchema, mostBytes)
  if (!body.success) return notTaken(c, body.issues, message('problem-passkey-incomplete'))
  const { person, network } = c.get('member')
  const registering = {
    person,
    network: network.slug,
    browser: bound(c),
    label: body.output.label || sessionLabel(c.req.header('user-agent')),
    response: body.output.response as RegistrationResponseJSON,
    source: sourceOf(c),
  }
  if (!(await addPasskey(c.env.DIRECTORY, siteOf(c), registering, Date.now())))
    return problem(c, 400, 'bad-passkey', message('problem-passkey-not-made'))
  return { passkeys: await passkeysOf(c.env.DIRECTORY, person) }
})

/** DELETE → PasskeysReply: it signs nobody in any more. 401, 403 for a device, 404. */
route(passkeyRoutes, 'DELETE /v1/passkeys/:id', authenticate, requireBrowser).answers(async (c) => {
  const { person, network } = c.get('member')
  const which = { person, network: network.slug, id: c.req.param('id'), source: sourceOf(c) }
  if (!(await removePasskey(c.env.DIRECTORY, which, Date.now()))) return problem(c, 404, 'not-found', message('problem-no-passkey'))
  return { passkeys: await passkeysOf(c.env.DIRECTORY, person) }
})
