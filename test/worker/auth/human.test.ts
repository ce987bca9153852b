import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { api } from '../../../worker/api.ts'
import { intoNext } from '../clock.ts'
import { makeNetwork } from '../network.ts'

const stretch = 10 * 60 * 1000
const turnstile = { TURNSTILE_SITE_KEY: 'site-key', TURNSTILE_SECRET: 'turnstile-secret', TURNSTILE_ADDRESS: 'https://turnstile.example' }

/** What siteverify was asked and how it answers; each token is good once, as at Cloudflare. */
const siteverify = { asked: [] as unknown[], used: new Set<string>(), says: {} as Record<string, unknown>, away: false }
beforeAll(async () => {
  intoNext(stretch)
  await makeNetwork('human')
  await env.DIRECTORY.prepare(
    "INSERT INTO provider (id, network, label, issuer, client, secret_name, domains) VALUES ('h', 'human', 'H', 'https://h.example', 'c', 'IDP_TEST', '[]')",
  ).run()
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init)
    if (request.url !== 'https://turnstile.example/turnstile/v0/siteverify' || siteverify.away) throw new TypeError('No such host')
    const asked = await request.json<{ secret: string; response: string }>()
    siteverify.asked.push(asked)
    const good = asked.secret === 'turnstile-secret' && asked.response.startsWith('good') && !siteverify.used.has(asked.response)
    siteverify.used.add(asked.response)
    return good
      ? Response.json({ success: true, 'error-codes': [], hostname: 'gleaner.example', action: 'sign-in', ...siteverify.says })
      : Response.json({ success: false, 'error-codes': ['timeout-or-duplicate'] })
  })
})
afterAll(() => {
  vi.useRealTimers()
})
beforeEach(async () => {
  Object.assign(siteverify, { says: {}, away: false })
  for (const flow of ['passkeys', 'mail-codes', 'providers', 'device-codes'])
    await env.DIRECTORY.prepare(
      'INSERT OR REPLACE INTO brake (name, stretch, count, until) SELECT ?1, ?2, 5000, ?3 UNION ALL SELECT ?1, ?2 + 1, 5000, ?3',
    )
      .bind(`${flow}:from:192.0.2.9`, Math.floor(Date.now() / stretch), Date.now() + 2 * stretch)
      .run()
})

const call = async (path: string, init: RequestInit & { cookie?: string } = {}, settings: object = turnstile): Promise<Response> => {
  const context = createExecutionContext()
  const headers = { 'cf-connecting-ip': '192.0.2.9', 'sec-fetch-site': 'same-origin', cookie: init.cookie ?? '' }
  const answer = await api.fetch(new Request(`https://gleaner.example${path}`, { ...init, headers }), { ...env, ...settings }, context)
  await waitOnExecutionContext(context)
  return answer
}
const show = (token: string, back = '/sign-in', settings: object = turnstile) =>
  call('/v1/human', { method: 'POST', body: new URLSearchParams({ 'cf-turnstile-response': token, back }).toString() }, settings)
const passIn = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .find((line) => line.startsWith('__Host-gleaner-human='))
    ?.split(';')[0] ?? ''
const challenge = (cookie = '', settings: object = turnstile) => call('/v1/passkeys/challenge', { method: 'POST', cookie }, settings)

test('[A26] without Turnstile configured the page does not exist, and a source that floods is only told to wait', async () => {
  expect([(await call('/v1/human', {}, {})).status, (await show('good', '/', {})).status]).toEqual([404, 404])
  expect(await (await challenge('', {})).json()).toMatchObject({ error: 'too-many' })
  expect(await (await challenge('', { TURNSTILE_SITE_KEY: 'site-key' })).json()).toMatchObject({ error: 'too-many' })
})

test('[A26] behind an address that floods, a person passes Turnstile and goes on with a rate limit of their own', async () => {
  const refused = await challenge()
  expect([refused.status, await refused.json()]).toEqual([429, expect.objectContaining({ error: 'human' })])
  const start = await call('/v1/providers/h/start', { redirect: 'manual' })
  expect([start.status, start.headers.get('location')]).toEqual([302, '/v1/human?back=%2Fv1%2Fproviders%2Fh%2Fstart'])
  const passed = await show('good-1', '/sign-in?with=h')
  expect([passed.status, passed.headers.get('location')]).toEqual([303, '/sign-in?with=h'])
  expect(siteverify.asked.at(-1)).toEqual({ secret: 'turnstile-secret', response: 'good-1' })
  const pass = passIn(passed)
  const answers = await Promise.all(Array.from({ length: 61 }, () => challenge(pass)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(60)
  expect((await challenge(`${pass}0`)).status).toBe(429)
  expect((await challenge(pass.replace(/=\d+/, `=${Date.now() + 1e9}`))).status).toBe(429)
  // An extension cannot show the page: it is told to wait.
  expect(await (await call('/v1/device-codes', { method: 'POST', body: '{}' })).json()).toMatchObject({ error: 'too-many' })
})

test('[A26] a token that is used, missing, unconfirmed, or of another host or action gives no pass', async () => {
  await show('good-2')
  const none = async (token: string): Promise<void> => {
    const answer = await show(token)
    expect([answer.status, passIn(answer)]).toEqual([403, ''])
  }
  await none('good-2')
  await none('bad')
  await none('')
  siteverify.says = { hostname: 'elsewhere.example' }
  await none('good-3')
  siteverify.says = { action: 'comment' }
  await none('good-4')
  siteverify.away = true
  await none('good-5')
})

test('[A26] the page may run only Cloudflare’s script, names Cloudflare in both languages, and links to no other host', async () => {
  const shown = await call('/v1/human?back=/sign-in')
  const policy = shown.headers.get('content-security-policy') ?? ''
  expect(policy).toContain('script-src https://turnstile.example;')
  expect(policy).toContain('frame-src https://turnstile.example;')
  expect(policy).toContain("default-src 'self'")
  expect(await shown.text()).toMatch(/<script src="https:\/\/turnstile\.example\/turnstile\/v0\/api\.js" async defer><\/script>/)
  expect((await call('/v1/me')).headers.get('content-security-policy')).not.toContain('turnstile')
  for (const back of ['//evil.example', '/\\evil.example', 'https://evil.example', '/a\nb', ''])
    expect((await show(`good-${crypto.randomUUID()}`, back)).headers.get('location')).toBe('/sign-in')
  expect(await (await call('/v1/human?back=%22%3E%3Cscript%3E')).text()).not.toContain('"><script>')
})
