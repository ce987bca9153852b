import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Me } from '../../../shared/api/bank.ts'
import { challengeOf } from '../pkce.ts'
import { Hospital, newKeys } from '../hospital.ts'
import { asBrowser, call, makeNetwork, type TestMember } from '../network.ts'

let one: Hospital
let two: Hospital
let admin: TestMember
let contributor: TestMember
beforeAll(async () => {
  ;({ admin, contributor } = await makeNetwork('oidc-one'))
  await makeNetwork('oidc-two')
  one = new Hospital('https://idp.one.example', 'client-one', await newKeys())
  two = new Hospital('https://idp.two.example', 'client-two', await newKeys())
  for (const [id, hospital] of Object.entries({ one, two }))
    await env.DIRECTORY.prepare(
      'INSERT INTO provider (id, network, label, issuer, client, secret_name, domains) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
      .bind(id, `oidc-${id}`, `Hospital ${id}`, hospital.issuer, hospital.client, 'IDP_TEST', JSON.stringify([`${id}.example`]))
      .run()
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const request = new Request(input, init)
    const hospital = [one, two].find(({ issuer }) => request.url.startsWith(issuer))
    return hospital ? hospital.answer(request) : Promise.reject(new Error('No such host'))
  })
})
beforeEach(() => {
  one.told = {}
  two.told = {}
})

const cookieOf = (answer: Response, name: string): string =>
  answer.headers
    .getSetCookie()
    .find((line) => line.startsWith(`${name}=`))
    ?.split(';')[0] ?? ''

interface Away {
  sent: URLSearchParams
  cookie: string
}
const leave = async (id: string, hospital: Hospital): Promise<Away> => {
  const answer = await call(`/v1/providers/${id}/start`, { redirect: 'manual' })
  const sent = new URL(answer.headers.get('location') ?? '').searchParams
  hospital.nonce = sent.get('nonce') ?? ''
  return { sent, cookie: cookieOf(answer, 'gleaner-trip') }
}
const comeBack = (id: string, hospital: Hospital, { sent, cookie }: Away, change: Record<string, string> = {}) => {
  const query = new URLSearchParams({ code: 'code', state: sent.get('state') ?? '', iss: hospital.issuer, ...change })
  return call(`/v1/providers/${id}/callback?${query.toString()}`, { redirect: 'manual', headers: { cookie } })
}
const refused = (answer: Response): void => {
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/sign-in?refused=provider'])
  expect(cookieOf(answer, 'gleaner')).toBe('')
}
const signInAt = async (id: string, hospital: Hospital) => comeBack(id, hospital, await leave(id, hospital))
const whoIs = async (answer: Response): Promise<Me> => (await call('/v1/me', { headers: { cookie: cookieOf(answer, 'gleaner') } })).json()

test('[A16] a hospital’s people sign in as members of its network, the same person each time', async () => {
  const away = await leave('one', one)
  const answer = await comeBack('one', one, away)
  expect(answer.headers.get('location')).toBe('/')
  const me = await whoIs(answer)
  expect(me).toMatchObject({ name: 'Ada', role: 'contributor', network: { slug: 'oidc-one' } })
  expect(await challengeOf(one.asked?.get('code_verifier') ?? '')).toBe(away.sent.get('code_challenge'))
  expect((await whoIs(await signInAt('one', one))).person).toBe(me.person)
  refused(await comeBack('one', one, away))
})

/** What the audit says of the last refusal: a test must not pass for another reason than its own. */
const lastReason = () =>
  env.DIRECTORY.prepare("SELECT detail FROM audit WHERE action = 'sign-in-refused' ORDER BY number DESC LIMIT 1").first<string>('detail')
const foreign = 'address of another domain'
const unverified = 'address not verified'
const compared = 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'

test.each<[string, Record<string, unknown>, string]>([
  ['a foreign domain', { email: 'ada@two.example' }, foreign],
  ['a domain that only ends alike', { email: 'ada@not-one.example' }, foreign],
  ['a subdomain', { email: 'ada@x.one.example' }, foreign],
  ['two addresses in one', { email: 'ada@two.example@one.example' }, 'not an address'],
  ['an address that was not verified', { email_verified: false }, unverified],
  ['an address of which nothing is said', { email_verified: undefined }, unverified],
  ['no address', { email: undefined }, 'no address'],
  ['another nonce', { nonce: 'n' }, compared],
  ['another audience', { aud: 'client-two' }, compared],
  ['another issuer', { iss: 'https://idp.two.example' }, compared],
  ['a time that is over', { exp: 1 }, 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED'],
])('[A16] %s is refused, and says no more', async (_, claims, why) => {
  one.told = { claims: { sub: crypto.randomUUID(), ...claims } }
  refused(await signInAt('one', one))
  expect(await lastReason()).toBe(why)
})

test('[A16] a signature by another key, and none, are refused', async () => {
  one.told = { key: two.keys.privateKey }
  refused(await signInAt('one', one))
  expect(await lastReason()).toBe('OAUTH_INVALID_RESPONSE')
  one.told = { header: { alg: 'none' } }
  refused(await signInAt('one', one))
  expect(await lastReason()).toBe('OAUTH_INVALID_RESPONSE')
})

test('[A16] an answer with another state, in another browser or of another hospital (mix-up) is refused', async () => {
  refused(await comeBack('one', one, await leave('one', one), { state: 'A'.repeat(43) }))
  refused(await comeBack('one', one, { ...(await leave('one', one)), cookie: '' }))
  refused(await comeBack('one', one, await leave('one', one), { iss: two.issuer }))
  refused(await comeBack('two', two, await leave('one', one)))
})

test('[A16] of ten requests with the same answer, one signs in', async () => {
  const away = await leave('one', one)
  const answers = await Promise.all(Array.from({ length: 10 }, () => comeBack('one', one, away)))
  expect(answers.filter((answer) => answer.headers.get('location') === '/')).toHaveLength(1)
})

test('[A16] the same subject at another hospital, with a similar address, is another person', async () => {
  const first = await whoIs(await signInAt('one', one))
  two.told = { claims: { email: 'ada@two.example' } }
  const second = await whoIs(await signInAt('two', two))
  expect(second.person).not.toBe(first.person)
  expect(second.network.slug).toBe('oidc-two')
})

test('[A16] somebody removed is not brought back by their hospital', async () => {
  one.told = { claims: { sub: 'gone' } }
  const { person } = await whoIs(await signInAt('one', one))
  expect((await asBrowser(admin, `/v1/networks/oidc-one/members/${person}`, { method: 'DELETE' })).status).toBe(200)
  refused(await signInAt('one', one))
})

test('[A16] members add the hospital’s identity to their account by their own request only, never by a link', async () => {
  one.told = { claims: { sub: 'linked' } }
  const kept = async (): Promise<number[]> => {
    const [identities, lines] = await env.DIRECTORY.batch<{ count: number }>([
      env.DIRECTORY.prepare("SELECT count(*) AS count FROM identity WHERE subject = 'linked'"),
      env.DIRECTORY.prepare("SELECT count(*) AS count FROM audit WHERE action = 'sign-in-added' AND person = ?").bind(contributor.person),
    ])
    return [identities, lines].map((found) => found?.results[0]?.count ?? -1)
  }
  const comeLinked = async (): Promise<Response> => {
    const answer = await asBrowser(contributor, '/v1/providers/one/link', { method: 'POST' })
    const { address } = await answer.json<{ address: string }>()
    const sent = new URL(address).searchParams
    one.nonce = sent.get('nonce') ?? ''
    return comeBack('one', one, { sent, cookie: cookieOf(answer, 'gleaner-trip') })
  }
  // Killed where the line is written: nothing was added either.
  await env.DIRECTORY.prepare(
    "CREATE TRIGGER no_line BEFORE INSERT ON audit WHEN new.action = 'sign-in-added' BEGIN SELECT RAISE(ABORT, 'no room'); END",
  ).run()
  expect((await comeLinked()).status).toBe(500)
  await env.DIRECTORY.prepare('DROP TRIGGER no_line').run()
  expect(await kept()).toEqual([0, 0])
  expect((await whoIs(await comeLinked())).person).toBe(contributor.person)
  expect((await whoIs(await comeLinked())).person).toBe(contributor.person)
  expect(await kept()).toEqual([1, 1])
  expect((await whoIs(await signInAt('one', one))).person).toBe(contributor.person)
})
