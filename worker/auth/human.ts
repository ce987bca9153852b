import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import * as v from 'valibot'
import { cookieName, isSecure } from '../http/browser-cookie.ts'
import { newSecret, sameHash } from './secrets.ts'

/**
 * Cloudflare Turnstile, where the operator has set it up: whoever a rate limit would stop because of others at the same address may show that they are a
 * person instead, and is counted by themselves from then on. Off without TURNSTILE_SITE_KEY and TURNSTILE_SECRET.
 */
export interface Turnstile {
  siteKey: string
  secret: string
  /** Where its script and its siteverify API are. */
  address: string
}

export const turnstileOf = ({
  TURNSTILE_SITE_KEY: siteKey,
  TURNSTILE_SECRET: secret,
  TURNSTILE_ADDRESS: address,
}: Env): Turnstile | undefined =>
  siteKey && secret ? { siteKey, secret, address: address ?? 'https://challenges.cloudflare.com' } : undefined

/** Set in the widget and said by siteverify: a token of another form of the same site key is none. */
export const action = 'sign-in'

const verdictSchema = v.object({ success: v.literal(true), hostname: v.string(), action: v.string() })

/** Whether siteverify says that this token was given to a person, on this host, for this form. No answer, or a strange one, is a no. Tokens work once. */
export const isOfPerson = async ({ secret, address }: Turnstile, token: string, host: string): Promise<boolean> => {
  const asked = fetch(`${address}/turnstile/v0/siteverify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret, response: token }),
    signal: AbortSignal.timeout(10_000),
  })
  const said: unknown = await asked.then((response) => response.json()).catch(() => undefined)
  const verdict = v.safeParse(verdictSchema, said)
  return verdict.success && verdict.output.hostname === host && verdict.output.action === action
}

/** How long a passed Turnstile check counts, in milliseconds. */
const life = 10 * 60 * 1000

const macOf = async (secret: string, text: string): Promise<string> => {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`gleaner-human:${text}`))).toHex()
}

/** A pass for ten minutes: nothing is stored, the cookie is signed. */
export const givePass = async (c: Context, { secret }: Turnstile, now: number): Promise<void> => {
  const pass = `${now + life}.${newSecret()}`
  setCookie(c, cookieName(isSecure(c), 'gleaner-human'), `${pass}.${await macOf(secret, pass)}`, {
    httpOnly: true,
    secure: isSecure(c),
    sameSite: 'Lax',
    path: '/',
    maxAge: life / 1000,
  })
}

/** The name of a pass that this browser holds and that has not ended. */
export const passOf = async (c: Context, { secret }: Turnstile, now: number): Promise<string | undefined> => {
  const [until = '', name = '', mac = ''] = (getCookie(c, cookieName(isSecure(c), 'gleaner-human')) ?? '').split('.')
  return sameHash(mac, await macOf(secret, `${until}.${name}`)) && Number(until) > now ? name : undefined
}
