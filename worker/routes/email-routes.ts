import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import * as v from 'valibot'
import { anonymousRateLimit } from './middleware/anonymous-rate-limit.ts'
import { sourceOf } from './middleware/audit.ts'
import { browserSession, setSessionCookie, csrf, type AuthEnv } from './middleware/authenticate.ts'
import { cookieName, isSecure } from '../http/browser-cookie.ts'
import { requestEmailCode, codeLife, personOfAddress, plainAddress, redeemEmailCode } from '../auth/email-codes.ts'
import { mailerOf } from '../mail/mail.ts'
import { mailFormat } from '../mail/mail-format.ts'
import { requestLanguage } from '../http/request-language.ts'
import { problem } from '../http/problem.ts'
import { requestJson } from '../http/request-body.ts'
import { sessionLabel } from '../auth/session-label.ts'
import { meOf } from './session-routes.ts'
import { homeOf, createSession } from '../auth/sessions.ts'
import { route } from '../http/route.ts'
import { message } from '../../shared/i18n/message.ts'

const addressSchema = v.object({ address: v.pipe(v.string(), v.trim(), v.maxLength(254), v.email()) })
const codeSchema = v.object({
  code: v.pipe(
    v.string(),
    v.transform((text) => text.replace(/\D/g, '')),
    v.length(8),
  ),
})

const codeCookie = (c: Context): string => cookieName(isSecure(c), 'gleaner-code')
/** Under /v1: signing in with a code by mail. Whether an address is known shows in no answer, status or time. */
export const emailRoutes = new Hono<AuthEnv>()

/** POST {address} → {} and a cookie that binds the code to this browser. Who is signed in adds the address to themselves. 400, 403 from another site's page, 429. */
route(emailRoutes, 'POST /v1/email-codes', csrf, anonymousRateLimit('mail-codes')).answers(async (c) => {
  const body = await requestJson(c, addressSchema)
  if (!body.success) return problem(c, 400, 'malformed', message('problem-address-incomplete'))
  const [send, address] = [mailerOf(c.env), plainAddress(body.output.address)]
  const here = await browserSession(c)
  const asked = await requestEmailCode(c.env.DIRECTORY, address, here?.person ?? null, Date.now(), c.get('browser'))
  if (asked === 'too-many') return problem(c, 429, 'too-many', message('problem-too-many-codes'))
  const format = mailFormat(requestLanguage(c.req.header('accept-language')))
  // Not waited for: the time it takes would tell who is known.
  if (asked.known) {
    const code = `${asked.code.slice(0, 4)} ${asked.code.slice(4)}`
    const text = format(message('mail-code', { code, origin: new URL(c.req.url).origin }))
    c.executionCtx.waitUntil(send({ address, subject: format(message('mail-code-subject')), text }))
  }
  setCookie(c, codeCookie(c), asked.browser, {
    httpOnly: true,
    secure: isSecure(c),
    sameSite: 'Strict',
    path: '/',
    maxAge: codeLife / 1000,
  })
  return {}
})

/** POST {code} → Me and a session cookie. 400, 401 wrong, used, over, tried five times, or from another browser, 403, 409 the address is another person's. */
route(emailRoutes, 'POST /v1/email-codes/redeem', csrf).answers(async (c) => {
  const body = await requestJson(c, codeSchema)
  const browser = getCookie(c, codeCookie(c))
  const refused = () => problem(c, 401, 'bad-code', message('problem-code-wrong'))
  if (!body.success) return problem(c, 400, 'malformed', message('problem-code-form'))
  const redeemed = browser && (await redeemEmailCode(c.env.DIRECTORY, browser, body.output.code, Date.now()))
  if (!redeemed) return refused()
  deleteCookie(c, codeCookie(c), { path: '/', secure: isSecure(c) })
  const home = redeemed.person === null ? '' : await homeOf(c.env.DIRECTORY, redeemed.person)
  if (home === undefined) return refused()
  const person = await personOfAddress(c.env.DIRECTORY, redeemed, { network: home, source: sourceOf(c) }, Date.now())
  if (!person && redeemed.person) return problem(c, 409, 'taken', message('problem-address-taken'))
  const network = person && (await homeOf(c.env.DIRECTORY, person))
  if (!person || !network) return refused()
  const here = redeemed.person ? await browserSession(c) : undefined
  if (here?.member && here.person === person) return meOf(here.member)
  const opening = {
    kind: 'web',
    person,
    network,
    label: sessionLabel(c.req.header('user-agent')),
    how: 'mail',
    source: sourceOf(c),
  } as const
  const made = await createSession(c.env.DIRECTORY, opening, Date.now())
  if (!made) return refused()
  await setSessionCookie(c, made.secret, made.member.person)
  return meOf(made.member)
})
