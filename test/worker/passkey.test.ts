import { beforeAll, expect, test } from 'vitest'
import type { AuditReply, PasskeysReply } from '../../shared/api/access.ts'
import type { Me } from '../../shared/api/bank.ts'
import type { Role } from '../../shared/domain/entities.ts'
import { type Ceremony, SoftPasskey } from './authenticator.ts'
import { asBrowser, call, makeNetwork, type TestMember } from './network.ts'

let here: Record<Role, TestMember>
let other: Record<Role, TestMember>
beforeAll(async () => {
  here = await makeNetwork('passkeys')
  other = await makeNetwork('passkeys-other')
})

const post = (body: unknown = {}) => ({ method: 'POST', body: JSON.stringify(body) })
const cookieOf = (answer: Response): string => answer.headers.get('set-cookie')?.split(';')[0] ?? ''
const both = (member: TestMember, challenge: Response) => ({ headers: { cookie: `${member.cookie}; ${cookieOf(challenge)}` } })

const add = async (member: TestMember, passkey: SoftPasskey, change: Partial<Ceremony> = {}): Promise<Response> => {
  const asked = await asBrowser(member, '/v1/passkeys/options', post())
  const { challenge, user } = await asked.json<{ challenge: string; user: { id: string } }>()
  passkey.userHandle = user.id
  const response = await passkey.register({ challenge, ...change })
  return asBrowser(member, '/v1/passkeys', { ...post({ label: 'Phone', response }), ...both(member, asked) })
}
const added = async (member: TestMember): Promise<SoftPasskey> => {
  const passkey = await SoftPasskey.make()
  expect((await add(member, passkey)).status).toBe(200)
  return passkey
}
const challenged = async (): Promise<{ challenge: string; cookie: string }> => {
  const asked = await call('/v1/passkeys/challenge', post())
  return { challenge: (await asked.json<{ challenge: string }>()).challenge, cookie: cookieOf(asked) }
}
const enter = async (passkey: SoftPasskey, change: Partial<Ceremony> = {}, asked?: { challenge: string; cookie: string }) => {
  const { challenge, cookie } = asked ?? (await challenged())
  const response = await passkey.signIn({ challenge, ...change })
  return call('/v1/passkeys/sign-in', { ...post({ response }), headers: { cookie } })
}

test('[A19] a passkey signs its person in without a name, until it is removed', async () => {
  const passkey = await added(here.contributor)
  const answer = await enter(passkey)
  expect((await answer.json<Me>()).person).toBe(here.contributor.person)
  expect(answer.headers.get('set-cookie')).toMatch(/gleaner=.*HttpOnly/)
  expect((await asBrowser(here.coordinator, `/v1/passkeys/${passkey.id}`, { method: 'DELETE' })).status).toBe(404)
  const left = await (await asBrowser(here.contributor, `/v1/passkeys/${passkey.id}`, { method: 'DELETE' })).json<PasskeysReply>()
  expect(left.passkeys).toEqual([])
  expect((await enter(passkey)).status).toBe(401)
})

test('[A19] a challenge is signed once, in the browser that asked: of ten answers at once, one signs in', async () => {
  const passkey = await added(here.contributor)
  const asked = await challenged()
  const answers = await Promise.all(Array.from({ length: 10 }, () => enter(passkey, {}, asked)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const elsewhere = { ...(await challenged()), challenge: (await challenged()).challenge }
  expect((await enter(passkey, {}, elsewhere)).status).toBe(401)
  expect((await enter(passkey, {}, { ...(await challenged()), cookie: '' })).status).toBe(401)
})

test('[A19] another site, another origin, no user verification or another key: nobody is signed in', async () => {
  const passkey = await added(here.contributor)
  expect((await enter(passkey, { origin: 'https://evil.example' })).status).toBe(401)
  expect((await enter(passkey, { host: 'evil.example' })).status).toBe(401)
  expect((await enter(passkey, { flags: 0x01 })).status).toBe(401)
  const stranger = await SoftPasskey.make()
  Object.assign(stranger, { id: passkey.id, userHandle: passkey.userHandle })
  expect((await enter(stranger)).status).toBe(401)
  passkey.userHandle = (await added(here.admin)).userHandle
  expect((await enter(passkey)).status).toBe(401)
})

test('[A19] a passkey whose counter does not advance counts as cloned: refused, and recorded in the audit log', async () => {
  const passkey = await added(other.contributor)
  expect((await enter(passkey, { counter: 5 })).status).toBe(200)
  expect((await enter(passkey, { counter: 6 })).status).toBe(200)
  expect((await enter(passkey, { counter: 6 })).status).toBe(401)
  expect((await enter(passkey, { counter: 2 })).status).toBe(401)
  const audit = await (await asBrowser(other.admin, '/v1/networks/passkeys-other/audit?action=passkey-refused')).json<AuditReply>()
  expect(audit.lines.map(({ person }) => person)).toEqual([other.contributor.person, other.contributor.person])
})

test('[A19] a passkey is added with a challenge of its own person, and belongs to one person', async () => {
  const passkey = await added(here.steering)
  expect((await add(here['site-lead'], passkey)).status).toBe(400)
  expect((await add(here.steering, await SoftPasskey.make(), { origin: 'https://evil.example' })).status).toBe(400)
  const mine = await asBrowser(here.steering, '/v1/passkeys/options', post())
  const { challenge } = await mine.json<{ challenge: string }>()
  const response = await (await SoftPasskey.make()).register({ challenge })
  const stolen = { ...post({ label: '', response }), ...both(here['site-lead'], mine) }
  expect((await asBrowser(here['site-lead'], '/v1/passkeys', stolen)).status).toBe(400)
})
