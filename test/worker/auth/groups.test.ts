import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { AuditReply, GroupRole, MemberLine } from '../../../shared/api/access.ts'
import { groupsOf } from '../../../worker/auth/groups.ts'
import { Hospital, newKeys } from '../hospital.ts'
import { asBrowser, call, makeNetwork, type TestMember } from '../network.ts'

const slug = 'groups'
let hospital: Hospital
let admin: TestMember
let coordinator: TestMember
beforeAll(async () => {
  ;({ admin, coordinator } = await makeNetwork(slug))
  hospital = new Hospital('https://idp.groups.example', 'client-groups', await newKeys())
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const request = new Request(input, init)
    return request.url.startsWith(hospital.issuer) ? hospital.answer(request) : Promise.reject(new Error('No such host'))
  })
})

let provider = ''
beforeEach(async () => {
  provider = crypto.randomUUID()
  await env.DIRECTORY.prepare(
    'INSERT INTO provider (id, network, label, issuer, client, secret_name, domains) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
    .bind(provider, slug, 'Groups Hospital', hospital.issuer, hospital.client, 'IDP_TEST', '["groups.example"]')
    .run()
})

const path = (): string => `/v1/networks/${slug}/providers/${provider}/groups`
const post = (body: object): { method: string; body: string } => ({ method: 'POST', body: JSON.stringify(body) })
const set = async (claim: string, groups: Partial<GroupRole>[], by = admin): Promise<number> =>
  (await asBrowser(by, path(), { method: 'POST', body: JSON.stringify({ claim, groups }) })).status

const cookieOf = (answer: Response, name: string): string =>
  answer.headers
    .getSetCookie()
    .find((line) => line.startsWith(`${name}=`))
    ?.split(';')[0] ?? ''

/** Signs in with these claims; the subject's membership afterwards. */
const signIn = async (
  sub: string,
  claims: Record<string, unknown>,
  userinfo?: Record<string, unknown>,
): Promise<MemberLine | undefined> => {
  hospital.told = { claims: { email: `${sub}@groups.example`, name: `Person ${sub}`, sub, ...claims }, ...(userinfo ? { userinfo } : {}) }
  const away = await call(`/v1/providers/${provider}/start`, { redirect: 'manual' })
  const sent = new URL(away.headers.get('location') ?? '').searchParams
  hospital.nonce = sent.get('nonce') ?? ''
  const query = new URLSearchParams({ code: 'code', state: sent.get('state') ?? '', iss: hospital.issuer })
  await call(`/v1/providers/${provider}/callback?${query.toString()}`, {
    redirect: 'manual',
    headers: { cookie: cookieOf(away, 'gleaner-trip') },
  })
  const member = env.DIRECTORY.prepare(
    'SELECT m.person, p.name, m.role, m.site, m.label, m.status FROM membership m JOIN person p ON p.id = m.person WHERE m.network = ? AND p.name = ?',
  )
  return (await member.bind(slug, `Person ${sub}`).first<MemberLine>()) ?? undefined
}
const lastAudit = async (): Promise<{ action: string; detail: string } | undefined> => {
  const { lines } = await (await asBrowser(admin, `/v1/networks/${slug}/audit`)).json<AuditReply>()
  return lines.find(({ action }) => action !== 'signed-in')
}

const nurses = { group: 'Ward nurses', role: 'site-lead', site: '' } as const
const staff = { group: 'QI office', role: 'coordinator', site: '' } as const

test.each<[string, unknown, string, string[]]>([
  ['a list', ['Ward nurses', 'All'], 'groups', ['Ward nurses', 'All']],
  ['one text', 'QI office', 'groups', ['QI office']],
  ['a list as JSON in a text', '["QI office","All"]', 'groups', ['QI office', 'All']],
  ['a text with a comma is one name', 'CN=QI office,OU=Groups', 'groups', ['CN=QI office,OU=Groups']],
  ['objects with names', [{ id: '1', name: 'QI office' }, { id: '2' }], 'groups', ['QI office', '2']],
  ['nothing', undefined, 'groups', []],
  ['numbers are no names', [7, null, ''], 'groups', []],
  ['a path of other letters', ['x'], '', []],
])('[A29] groups said as %s', (_, groups, claim, names) => {
  expect(groupsOf({ sub: 's', groups }, { groups_claim: claim })).toEqual(names)
})

test('[A29] groups inside other claims, by a path, and by a name with points', () => {
  const told = { sub: 's', realm_access: { roles: ['a', 'b'] }, 'https://one.example/roles': ['c'], roles: { d: {} } }
  expect(groupsOf(told, { groups_claim: 'realm_access.roles' })).toEqual(['a', 'b'])
  expect(groupsOf(told, { groups_claim: 'https://one.example/roles' })).toEqual(['c'])
  expect(groupsOf(told, { groups_claim: 'roles' })).toEqual(['d'])
  for (const claim of ['realm_access.none', 'constructor', '__proto__.x', 'sub.length', 'realm_access.roles.length'])
    expect(groupsOf(told, { groups_claim: claim })).toEqual([])
})

test('[A29] a group gives its role, the first that fits counts, and without it the role goes at the next sign-in', async () => {
  expect(await set('groups', [staff, nurses])).toBe(200)
  expect(await lastAudit()).toMatchObject({
    action: 'provider-changed',
    detail: 'groups: QI office → coordinator; Ward nurses → site-lead',
  })
  expect(await signIn('ann', { groups: ['Ward nurses'] })).toMatchObject({ role: 'site-lead' })
  expect(await lastAudit()).toMatchObject({
    action: 'member-changed',
    detail: 'role: contributor → site-lead, by the groups of Groups Hospital',
  })
  expect(await signIn('ann', { groups: ['ward NURSES', 'QI office'] })).toMatchObject({ role: 'coordinator' })
  expect(await signIn('ann', { groups: 'QI office' })).toMatchObject({ role: 'coordinator' })
  expect(await signIn('ann', { groups: [] })).toMatchObject({ role: 'contributor' })
  expect(await signIn('ann', { groups: ['QI office'] })).toMatchObject({ role: 'coordinator' })
  expect(await signIn('ann', {})).toMatchObject({ role: 'contributor' })
})

test('[A29] groups may be told at userinfo only, and of the same subject', async () => {
  await set('realm_access.roles', [staff])
  expect(await signIn('bea', {}, { realm_access: { roles: ['QI office'] } })).toMatchObject({ role: 'coordinator' })
  expect(await signIn('bea', {}, { sub: 'other', realm_access: { roles: ['QI office'] } })).toMatchObject({ role: 'coordinator' })
  expect(await signIn('bea', {}, {})).toMatchObject({ role: 'contributor' })
})

test('[A29] what somebody in the network decided stays, whatever the groups', async () => {
  await set('groups', [staff])
  const { person = '' } = (await signIn('cem', { groups: ['QI office'] })) ?? {}
  await asBrowser(admin, `/v1/networks/${slug}/members/${person}`, { method: 'POST', body: JSON.stringify({ role: 'steering' }) })
  expect(await signIn('cem', { groups: ['QI office'] })).toMatchObject({ role: 'steering' })
  expect(await signIn('cem', { groups: [] })).toMatchObject({ role: 'steering' })
  await asBrowser(admin, `/v1/networks/${slug}/members/${person}`, { method: 'POST', body: JSON.stringify({ status: 'suspended' }) })
  expect(await signIn('cem', { groups: ['QI office'] })).toMatchObject({ role: 'steering', status: 'suspended' })
})

test('[A29] a label that an admin gives leaves the role to the groups', async () => {
  await set('groups', [staff])
  const { person = '' } = (await signIn('dag', { groups: ['QI office'] })) ?? {}
  await asBrowser(admin, `/v1/networks/${slug}/members/${person}`, { method: 'POST', body: JSON.stringify({ label: 'Night shift' }) })
  expect(await signIn('dag', { groups: [] })).toMatchObject({ role: 'contributor', label: 'Night shift' })
})

test('[A29] the last admin keeps the role, on record', async () => {
  await set('groups', [{ group: 'Bosses', role: 'admin', site: '' }])
  const boss = await signIn('eva', { groups: ['Bosses'] })
  expect(boss).toMatchObject({ role: 'admin' })
  const change = (status: string) =>
    env.DIRECTORY.prepare('UPDATE membership SET status = ? WHERE network = ? AND person = ?').bind(status, slug, admin.person).run()
  await change('suspended')
  await signIn('eva', { groups: [] })
  const kept = await env.DIRECTORY.prepare("SELECT detail FROM audit WHERE action = 'role-kept' AND subject = ?")
    .bind(boss?.person ?? '')
    .first<string>('detail')
  await change('active')
  expect(kept).toBe('last admin, Groups Hospital says contributor')
  expect(await signIn('eva', { groups: ['none'] })).toMatchObject({ role: 'contributor' })
})

test('[A29] a changed role ends in an open session at once', async () => {
  await set('groups', [staff])
  const before = await signIn('fay', { groups: ['QI office'] })
  expect(before).toMatchObject({ role: 'coordinator' })
  const bank = await env.DIRECTORY.prepare('SELECT count(*) AS count FROM object_outbox WHERE person = ?')
    .bind(before?.person ?? '')
    .first('count')
  // Told at once: nothing waits.
  expect(bank).toBe(0)
})

test('[A29] only an admin sets groups, of their own network, with roles and sites that there are', async () => {
  expect(await set('groups', [staff], coordinator)).toBe(403)
  const { admin: other } = await makeNetwork('groups-other')
  const elsewhere = path().replace(`/${slug}/`, '/groups-other/')
  expect((await asBrowser(other, elsewhere, post({ claim: 'groups', groups: [staff] }))).status).toBe(404)
  for (const wrong of [
    { ...staff, role: 'owner' as never },
    { ...staff, site: 'nowhere' },
    { ...staff, group: '' },
    { ...staff, group: '\u200b' },
  ])
    expect([wrong, await set('groups', [wrong])]).toEqual([wrong, 400])
  expect(await set('a b', [staff])).toBe(400)
  expect(await set('groups', [{ ...staff, group: '0b0f3c2e-7c39-4b0a-9d6f-1b8f3e0a9c11' }])).toBe(200)
  expect(await (await asBrowser(admin, path())).json()).toMatchObject({ claim: 'groups', groups: [{ role: 'coordinator' }] })
})
