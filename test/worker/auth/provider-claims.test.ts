import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { ProviderTrial } from '../../../shared/api/access.ts'
import type { Me } from '../../../shared/api/bank.ts'
import { Hospital, newKeys } from '../hospital.ts'
import { asBrowser, call, makeNetwork, type TestMember } from '../network.ts'

// Held, so that a token is as old when it is looked at as the table below says, whatever comes before its turn.
vi.setSystemTime(Date.now())
afterAll(() => {
  vi.useRealTimers()
})

interface Setting {
  trustAddresses?: boolean
  addressClaim?: string
}
interface Said {
  claims: Record<string, unknown>
  setting?: Setting
  userinfo?: Record<string, unknown>
  discovery?: Record<string, unknown> | null
}

let hospital: Hospital
let admin: TestMember
let contributor: TestMember
beforeAll(async () => {
  ;({ admin, contributor } = await makeNetwork('claims'))
  hospital = new Hospital('https://idp.fen.example', 'client-fen', await newKeys())
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const request = new Request(input, init)
    return request.url.startsWith(hospital.issuer) ? hospital.answer(request) : Promise.reject(new Error('No such host'))
  })
})

const providerWith = async (
  { trustAddresses = false, addressClaim = 'email' }: Setting = {},
  issuer = hospital.issuer,
): Promise<string> => {
  const id = crypto.randomUUID()
  await env.DIRECTORY.prepare(
    'INSERT INTO provider (id, network, label, issuer, client, secret_name, domains, trust_addresses, address_claim) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
    .bind(id, 'claims', 'Fen Hospital', issuer, hospital.client, 'IDP_TEST', '["fen.example"]', Number(trustAddresses), addressClaim)
    .run()
  return id
}

const cookieOf = (answer: Response, name: string): string =>
  answer.headers
    .getSetCookie()
    .find((line) => line.startsWith(`${name}=`))
    ?.split(';')[0] ?? ''
const lastReason = () =>
  env.DIRECTORY.prepare("SELECT detail FROM audit WHERE action = 'sign-in-refused' ORDER BY number DESC LIMIT 1").first<string>('detail')

/** The name of whoever came in, or why nobody did. */
const endOf = async ({ claims, setting, userinfo, discovery }: Said): Promise<{ in: string } | { refused: string | null }> => {
  const told = { email: undefined, email_verified: undefined, name: undefined, sub: crypto.randomUUID(), ...claims }
  hospital.told = { claims: told, ...(userinfo ? { userinfo } : {}), ...(discovery === undefined ? {} : { discovery }) }
  const id = await providerWith(setting)
  const away = await call(`/v1/providers/${id}/start`, { redirect: 'manual' })
  const to = away.headers.get('location') ?? ''
  if (to.startsWith('/')) return { refused: `${away.status} ${to}: ${await lastReason()}` }
  const sent = new URL(to).searchParams
  hospital.nonce = sent.get('nonce') ?? ''
  const query = new URLSearchParams({ code: 'code', state: sent.get('state') ?? '', iss: hospital.issuer })
  const back = await call(`/v1/providers/${id}/callback?${query.toString()}`, {
    redirect: 'manual',
    headers: { cookie: cookieOf(away, 'gleaner-trip') },
  })
  const cookie = cookieOf(back, 'gleaner')
  if (!cookie) return { refused: await lastReason() }
  return { in: (await (await call('/v1/me', { headers: { cookie } })).json<Me>()).name }
}

const mail = { email: 'bo@fen.example', name: 'Bo Lund' }
const verified = { ...mail, email_verified: true }
const trusted = { trustAddresses: true }
const inside = { in: 'Bo Lund' }
const refused = (why: string): { refused: string } => ({ refused: why })
const unverified = refused('address not verified')

test.each<[string, Said, { in: string } | { refused: string }]>([
  ['a verified address', { claims: verified }, inside],
  ['in capitals', { claims: { ...verified, email: 'Bo@FEN.example' } }, inside],
  ['truth as a word', { claims: { ...mail, email_verified: 'true' } }, inside],
  ['truth as a capital word', { claims: { ...mail, email_verified: 'True' } }, inside],
  ['truth as a number', { claims: { ...mail, email_verified: 1 } }, inside],
  ['untruth as a word', { claims: { ...mail, email_verified: 'false' } }, unverified],
  ['untruth as a number', { claims: { ...mail, email_verified: 0 } }, unverified],
  ['nothing said of it', { claims: mail }, unverified],
  ['names apart', { claims: { email: 'bo@fen.example', email_verified: true, given_name: 'Bo', family_name: 'Lund' } }, inside],
  ['one name of two', { claims: { email: 'bo@fen.example', email_verified: true, given_name: 'Bo' } }, { in: 'Bo' }],
  ['no name', { claims: { email: 'bo@fen.example', email_verified: true } }, { in: 'bo' }],
  ['verified at userinfo', { claims: mail, userinfo: verified }, inside],
  ['verified at userinfo as a word', { claims: mail, userinfo: { ...mail, email_verified: 'true' } }, inside],
  ['all of it at userinfo', { claims: {}, userinfo: verified }, inside],
  [
    'verified by the token, with the address at userinfo, which says no',
    { claims: { email_verified: true, name: 'Bo Lund' }, userinfo: { email: 'bo@fen.example', email_verified: false } },
    unverified,
  ],
  ['another address at userinfo', { claims: mail, userinfo: { email: 'eve@fen.example', email_verified: true } }, unverified],
  ['a word without an address at userinfo', { claims: mail, userinfo: { email_verified: true } }, unverified],
  ['the token says no, userinfo yes', { claims: { ...mail, email_verified: false }, userinfo: verified }, unverified],
  [
    'another subject at userinfo',
    { claims: mail, userinfo: { ...verified, sub: 'other' } },
    refused('OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED'),
  ],
  ['no address at userinfo either', { claims: { name: 'Bo Lund' }, userinfo: {} }, refused('no address')],
  ['no address', { claims: { preferred_username: 'bo@fen.example', name: 'Bo Lund' } }, refused('no address')],
  ['Entra, by default', { claims: { ...mail, preferred_username: 'bo@fen.example', oid: 'o', tid: 't' } }, unverified],
  ['Entra, trusted', { claims: { ...mail, oid: 'o', tid: 't' }, setting: trusted }, inside],
  ['Entra, the domain’s owner verified it', { claims: { ...mail, xms_edov: true } }, inside],
  ['Entra, the domain’s owner did not', { claims: { ...mail, xms_edov: '0' } }, unverified],
  ['another claim, trusted', { claims: { upn: 'bo@fen.example', name: 'Bo Lund' }, setting: { ...trusted, addressClaim: 'upn' } }, inside],
  [
    'another claim, not trusted',
    { claims: { ...verified, preferred_username: 'bo@fen.example' }, setting: { addressClaim: 'preferred_username' } },
    unverified,
  ],
  [
    'a list of verified addresses',
    { claims: { verified_primary_email: ['bo@fen.example'], name: 'Bo Lund' }, setting: { addressClaim: 'verified_primary_email' } },
    inside,
  ],
  ['another domain', { claims: { ...verified, email: 'bo@moor.example' } }, refused('address of another domain')],
  ['another domain, trusted', { claims: { ...mail, email: 'bo@moor.example' }, setting: trusted }, refused('address of another domain')],
  ['a name for an address, trusted', { claims: { ...mail, email: 'bo' }, setting: trusted }, refused('not an address')],
  ['a clock behind by a minute', { claims: { ...verified, exp: Math.floor(Date.now() / 1000) - 60 } }, inside],
  [
    'a clock behind by an hour',
    { claims: { ...verified, exp: Math.floor(Date.now() / 1000) - 3600 } },
    refused('OAUTH_JWT_TIMESTAMP_CHECK_FAILED'),
  ],
  [
    'discovery of another issuer',
    { claims: verified, discovery: { issuer: 'https://idp.fen.example/{tenantid}/v2.0' } },
    refused('302 /sign-in?refused=provider: discovery names another issuer'),
  ],
  ['no discovery', { claims: verified, discovery: null }, refused('302 /sign-in?refused=provider: discovery failed')],
  [
    'discovery without a sign-in',
    { claims: verified, discovery: { authorization_endpoint: undefined } },
    refused('302 /sign-in?refused=provider: discovery failed'),
  ],
  // Written in one go before they were run.
  ['a list of one address', { claims: { ...verified, email: ['bo@fen.example'] } }, inside],
  ['spaces around the address', { claims: { ...verified, email: ' bo@fen.example ' } }, inside],
  ['truth in capitals', { claims: { ...mail, email_verified: 'TRUE' } }, inside],
  ['truth as the text of a number', { claims: { ...mail, email_verified: '1' } }, inside],
  ['null for truth', { claims: { ...mail, email_verified: null } }, unverified],
  ['nothing for truth', { claims: { ...mail, email_verified: '' } }, unverified],
  ['another word for truth', { claims: { ...mail, email_verified: 'pending' } }, unverified],
  ['trusted, but said not to be verified', { claims: { ...mail, email_verified: false }, setting: trusted }, unverified],
  ['trusted, and verified', { claims: verified, setting: trusted }, inside],
  ['Entra by number', { claims: { ...mail, xms_edov: 1 } }, inside],
  ['Entra by text', { claims: { ...mail, xms_edov: '1' } }, inside],
  ['Entra: the owner verified it, the provider says no', { claims: { ...mail, xms_edov: true, email_verified: false } }, unverified],
  [
    'ADFS',
    {
      claims: { upn: 'BO@fen.example', unique_name: 'FEN\\\\bo', given_name: 'Bo', family_name: 'Lund' },
      setting: { ...trusted, addressClaim: 'upn' },
    },
    inside,
  ],
  [
    'ADFS with a name of Windows',
    { claims: { upn: 'FEN\\\\bo', name: 'Bo Lund' }, setting: { ...trusted, addressClaim: 'upn' } },
    refused('not an address'),
  ],
  ['Cognito', { claims: { ...mail, email_verified: 'true', 'cognito:username': 'bo', 'cognito:groups': ['staff'] } }, inside],
  [
    'an empty list of verified addresses',
    { claims: { verified_primary_email: [] }, setting: { addressClaim: 'verified_primary_email' } },
    refused('no address'),
  ],
  [
    'the set claim is missing, though there is another',
    { claims: verified, setting: { ...trusted, addressClaim: 'upn' } },
    refused('no address'),
  ],
  ['a part of the domain before it', { claims: { ...verified, email: 'bo@ward.fen.example' } }, refused('address of another domain')],
  [
    'the domain as a part of another',
    { claims: { ...verified, email: 'bo@fen.example.moor.example' } },
    refused('address of another domain'),
  ],
  ['the domain behind another', { claims: { ...verified, email: 'bo@evilfen.example' } }, refused('address of another domain')],
  ['two addresses in one', { claims: { ...verified, email: 'bo@moor.example@fen.example' } }, refused('not an address')],
  ['two addresses with a comma', { claims: { ...verified, email: 'eve@moor.example,bo@fen.example' } }, refused('not an address')],
  ['an object for an address', { claims: { ...verified, email: { value: 'bo@fen.example' } } }, refused('no address')],
  ['a name with the family name first', { claims: { ...verified, name: ' Bo   Lund ' } }, inside],
  [
    'names at userinfo',
    {
      claims: { email: 'bo@fen.example' },
      userinfo: { email: 'bo@fen.example', email_verified: true, given_name: 'Bo', family_name: 'Lund' },
    },
    inside,
  ],
  ['capitals at userinfo', { claims: mail, userinfo: { email: 'Bo@FEN.example', email_verified: true } }, inside],
  ['userinfo that says no', { claims: mail, userinfo: { ...mail, email_verified: false } }, unverified],
  ['a clock behind by 100 seconds', { claims: { ...verified, exp: Math.floor(Date.now() / 1000) - 100 } }, inside],
  [
    'a clock behind by 200 seconds',
    { claims: { ...verified, exp: Math.floor(Date.now() / 1000) - 200 } },
    refused('OAUTH_JWT_TIMESTAMP_CHECK_FAILED'),
  ],
  ['a clock ahead by 100 seconds', { claims: { ...verified, nbf: Math.floor(Date.now() / 1000) + 100 } }, inside],
  [
    'a clock ahead by 200 seconds',
    { claims: { ...verified, nbf: Math.floor(Date.now() / 1000) + 200 } },
    refused('OAUTH_JWT_TIMESTAMP_CHECK_FAILED'),
  ],
  [
    'discovery of a tenant beside',
    { claims: verified, discovery: { issuer: 'https://idp.fen.example/other' } },
    refused('302 /sign-in?refused=provider: discovery names another issuer'),
  ],
  [
    'discovery without an issuer',
    { claims: verified, discovery: { issuer: undefined } },
    refused('302 /sign-in?refused=provider: discovery failed'),
  ],
])('[A29] %s', async (_, said, want) => {
  expect(await endOf(said)).toEqual(want)
})

test('[A29] a provider that cannot be reached leads to a page in words too', async () => {
  const id = await providerWith({}, 'https://idp.gone.example')
  const answer = await call(`/v1/providers/${id}/start`, { redirect: 'manual' })
  expect([answer.status, answer.headers.get('location'), await lastReason()]).toEqual([
    302,
    '/sign-in?refused=provider',
    'discovery not reached',
  ])
})

const post = { method: 'POST' }
const trialOf = (location: string): ProviderTrial => JSON.parse(decodeURIComponent(location.split('#')[1] ?? '')) as ProviderTrial
const kept = async (): Promise<unknown> => {
  const tables = ['person', 'identity', 'membership', 'session', 'audit', 'provider_trip']
  const counts = await env.DIRECTORY.batch<{ count: number }>(
    tables.map((table) => env.DIRECTORY.prepare(`SELECT count(*) AS count FROM ${table}`)),
  )
  return counts.map(({ results }) => results[0]?.count)
}

test('[A29] an admin tries a provider: what it says and what would refuse them is shown, and nothing is kept', async () => {
  const id = await providerWith()
  const before = await kept()
  const tried = async (claims: Record<string, unknown>): Promise<ProviderTrial> => {
    hospital.told = { claims: { email: undefined, email_verified: undefined, ...claims } }
    const answer = await asBrowser(admin, `/v1/networks/claims/providers/${id}/trial`, post)
    const sent = new URL((await answer.json<{ address: string }>()).address).searchParams
    hospital.nonce = sent.get('nonce') ?? ''
    const query = new URLSearchParams({ code: 'code', state: sent.get('state') ?? '', iss: hospital.issuer })
    const back = await call(`/v1/providers/${id}/callback?${query.toString()}`, {
      redirect: 'manual',
      headers: { cookie: cookieOf(answer, 'gleaner-trip') },
    })
    expect([back.status, cookieOf(back, 'gleaner')]).toEqual([302, ''])
    return trialOf(back.headers.get('location') ?? '')
  }
  const good = await tried(verified)
  expect(good).toMatchObject({ label: 'Fen Hospital', refused: '' })
  expect(good.claims).toEqual(
    expect.arrayContaining([
      { name: 'email', value: 'bo@fen.example' },
      { name: 'email_verified', value: 'true' },
    ]),
  )
  expect(await tried(mail)).toMatchObject({ refused: 'address not verified' })
  expect(await tried({ ...verified, aud: 'other' })).toEqual({
    label: 'Fen Hospital',
    refused: 'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
    claims: [],
  })
  hospital.told = { discovery: null }
  const unreached = await asBrowser(admin, `/v1/networks/claims/providers/${id}/trial`, post)
  expect(trialOf((await unreached.json<{ address: string }>()).address)).toMatchObject({ refused: 'discovery failed' })
  hospital.told = {}
  const after = await kept()
  // Of the trip to a provider that could not be reached something is left, for ten minutes.
  expect((after as number[]).slice(0, -1)).toEqual((before as number[]).slice(0, -1))
})

test('[A29] nobody but an admin tries a provider, and only one of their own network', async () => {
  const id = await providerWith()
  expect((await asBrowser(contributor, `/v1/networks/claims/providers/${id}/trial`, post)).status).toBe(403)
  const { admin: other } = await makeNetwork('claims-other')
  expect((await asBrowser(other, `/v1/networks/claims-other/providers/${id}/trial`, post)).status).toBe(404)
})
