import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AuditReply } from '../../shared/api/access.ts'
import type { Me } from '../../shared/api/bank.ts'
import { type Shape, type ShapedHospital, shapeSecrets, startShapedHospital } from './shaped-hospital.ts'
import { slug, startWorld, type TestWorld } from './world.ts'

/** Sign-in through a real provider that speaks as the products in hospitals do, each by its redirects and cookies, without a browser. */
const mail = { email: 'bo@fen.example', name: 'Bo Lund' }
const verified = { ...mail, email_verified: true }
const trusted = { trustAddresses: true }
const inside = 'in: Bo Lund'
const unverified = 'refused: address not verified'

const shapes: Record<string, Shape & { ends: string }> = {
  plain: { token: verified, ends: inside },
  'Entra, by default': { token: { ...mail, preferred_username: 'bo@fen.example', oid: 'o', tid: 't' }, ends: unverified },
  'Entra, trusted': { setting: trusted, token: { ...mail, preferred_username: 'bo@fen.example', oid: 'o', tid: 't' }, ends: inside },
  'Entra, with the owner’s word': { token: { ...mail, xms_edov: '1' }, ends: inside },
  'Entra by preferred_username': {
    setting: { ...trusted, addressClaim: 'preferred_username' },
    token: { preferred_username: 'Bo@fen.example', name: 'Bo Lund' },
    ends: inside,
  },
  'Entra by verified_primary_email': {
    setting: { addressClaim: 'verified_primary_email' },
    token: { verified_primary_email: ['bo@fen.example'], name: 'Bo Lund' },
    ends: inside,
  },
  'ADFS by upn': {
    setting: { ...trusted, addressClaim: 'upn' },
    token: { upn: 'bo@fen.example', unique_name: 'FEN\\bo', given_name: 'Bo', family_name: 'Lund' },
    ends: inside,
  },
  'ADFS without address': { token: { upn: 'bo@fen.example', unique_name: 'FEN\\bo' }, ends: 'refused: no address' },
  'Cognito, truth as a word': { token: { ...mail, email_verified: 'true', 'cognito:username': 'bo' }, ends: inside },
  'Cognito, untruth as a word': { token: { ...mail, email_verified: 'false' }, ends: unverified },
  'truth as a number': { token: { ...mail, email_verified: 1 }, ends: inside },
  'verified at userinfo only': { token: mail, userinfo: verified, ends: inside },
  'all at userinfo': { token: {}, userinfo: verified, ends: inside },
  'another address at userinfo': { token: mail, userinfo: { ...verified, email: 'eve@fen.example' }, ends: unverified },
  'another domain': { setting: trusted, token: { ...mail, email: 'bo@moor.example' }, ends: 'refused: address of another domain' },
  'a clock ahead by 100 seconds': { token: verified, clock: 100, ends: inside },
  'a clock behind by 100 seconds': { token: verified, clock: -100, ends: inside },
  'discovery that fails': { token: verified, discovery: null, ends: 'refused: discovery failed' },
  'discovery of another issuer': {
    token: verified,
    discovery: { issuer: 'https://login.fen.example/{tenantid}/v2.0' },
    ends: 'refused: discovery names another issuer',
  },
}
/** Beside those: the same provider, with groups. */
const grouped = 'groups'

let world: TestWorld
let hospital: ShapedHospital
let admin: string
beforeAll(async () => {
  world = await startWorld({ secrets: shapeSecrets })
  hospital = await startShapedHospital(world, { ...shapes, [grouped]: { token: {} } })
  const code = (await world.signInLink('admin')).split('#')[1]
  const opened = await fetch(`${world.worker.url}/v1/session`, {
    method: 'POST',
    body: JSON.stringify({ code }),
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  admin = cookiesOf(opened).find((cookie) => cookie.startsWith('gleaner=')) ?? ''
})
afterAll(async () => {
  await hospital.end()
  await world.end()
})

const cookiesOf = (answer: Response): string[] => answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
const asAdmin = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${world.worker.url}/v1/networks/${slug}/${path}`, { ...init, headers: { cookie: admin, 'sec-fetch-site': 'same-origin' } })
const lastRefusal = async (): Promise<string> => {
  const { lines } = (await (await asAdmin('audit?action=sign-in-refused')).json()) as AuditReply
  return `refused: ${lines[0]?.detail}`
}

/** A browser without a screen: follows redirects with its cookies, and answers the provider's own forms. */
const visit = async (start: string, login: string): Promise<{ at: string; cookie: string }> => {
  const jars = new Map<string, Map<string, string>>()
  let [address, init]: [string, RequestInit] = [start, {}]
  for (let step = 0; step < 20; step += 1) {
    const { origin, pathname } = new URL(address)
    const jar = jars.get(origin) ?? new Map<string, string>()
    jars.set(origin, jar)
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const answer = await fetch(address, { redirect: 'manual', ...init, headers: { cookie } })
    for (const [name = '', value = ''] of cookiesOf(answer).map((pair) => pair.split(/=(.*)/s))) {
      if (value) jar.set(name, value)
      else jar.delete(name)
    }
    init = {}
    const location = answer.headers.get('location')
    if (location) address = new URL(location, address).href
    else if (pathname.startsWith('/interaction/')) {
      const prompt = (await answer.text()).includes('value="login"') ? 'login' : 'consent'
      init = { method: 'POST', body: new URLSearchParams({ prompt, login, password: 'x' }) }
    } else return { at: pathname, cookie: [...(jars.get(world.worker.url) ?? [])].map((pair) => pair.join('=')).join('; ') }
  }
  throw new Error(`Too many steps, at ${address}`)
}
const signIn = (label: string, login: string): Promise<{ at: string; cookie: string }> =>
  visit(`${world.worker.url}/v1/providers/${hospital.ids[label]}/start`, login)

test.each(Object.entries(shapes))('[A29] %s', async (label, { ends, ...shape }) => {
  hospital.speak(shape)
  const { at, cookie } = await signIn(label, label.replaceAll(/\W/g, ''))
  if (ends.startsWith('refused')) return expect([at, await lastRefusal()]).toEqual(['/sign-in', ends])
  const me = (await (await fetch(`${world.worker.url}/v1/me`, { headers: { cookie } })).json()) as Me
  expect([at, `in: ${me.name}`]).toEqual(['/', ends])
})

test.each<[string, string, Shape, string]>([
  ['a list', 'groups', { token: { ...verified, groups: ['All', 'QI office'] } }, 'coordinator'],
  ['one text', 'groups', { token: { ...verified, groups: 'QI office' } }, 'coordinator'],
  ['inside another claim', 'realm_access.roles', { token: { ...verified, realm_access: { roles: ['QI office'] } } }, 'coordinator'],
  ['Cognito', 'cognito:groups', { token: { ...verified, 'cognito:groups': ['QI office'] } }, 'coordinator'],
  ['at userinfo only', 'groups', { token: verified, userinfo: { ...verified, groups: ['QI office'] } }, 'coordinator'],
  ['others only', 'groups', { token: { ...verified, groups: ['All'] } }, 'contributor'],
])('[A29] groups as %s', async (_, claim, shape, role) => {
  const groups = [{ group: 'QI office', role: 'coordinator', site: '' }]
  const path = `providers/${hospital.ids[grouped]}/groups`
  expect((await asAdmin(path, { method: 'POST', body: JSON.stringify({ claim, groups }) })).status).toBe(200)
  hospital.speak(shape)
  const { cookie } = await signIn(grouped, 'grouped')
  expect((await (await fetch(`${world.worker.url}/v1/me`, { headers: { cookie } })).json()) as Me).toMatchObject({ role })
})
