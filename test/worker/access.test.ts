import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import type { AuditReply, InvitationReply, MembersReply, RemovalReply, SessionsReply } from '../../shared/api/access.ts'
import type { Me } from '../../shared/api/bank.ts'
import type { Role } from '../../shared/domain/entities.ts'
import { hashOf } from '../../worker/auth/secrets.ts'
import { findSession, createSession, sessionLife } from '../../worker/auth/sessions.ts'
import { asBrowser, asDevice, call, makeNetwork, proposal, requestOf, sync, type TestMember } from './network.ts'

let here: Record<Role, TestMember>
let other: Record<Role, TestMember>
beforeAll(async () => {
  here = await makeNetwork('access')
  other = await makeNetwork('access-other')
})

const hour = 60 * 60 * 1000
const day = 24 * hour
const post = (body: unknown) => ({ method: 'POST', body: JSON.stringify(body) })
const json = async <T>(answer: Response | Promise<Response>): Promise<T> => (await (await answer).json()) as T
const at = (path: string) => `/v1/networks/access${path}`
const cookieOf = (answer: Response): string => answer.headers.get('set-cookie')?.split(';')[0] ?? ''

const fresh = async (kind: 'web' | 'device', now: number) => {
  const made = await createSession(
    env.DIRECTORY,
    { kind, person: here.contributor.person, network: 'access', label: '', how: 'test', source: '' },
    now,
  )
  if (!made) throw new Error('No session')
  return made.secret
}

test.each(['web', 'device'] as const)(
  '[A9] a %s session is extended by use, expires without it, and never outlives its absolute limit',
  async (kind) => {
    const { idle, hard } = sessionLife[kind]
    const [start, secret] = [Date.now(), await fresh(kind, Date.now())]
    const find = (after: number) => findSession(env.DIRECTORY, secret, kind, start + after)
    expect(await find(idle - hour)).toBeDefined()
    expect(await find(2 * idle - 2 * hour)).toBeDefined()
    for (let after = 2 * idle; after < hard; after += idle - hour) await find(after)
    expect(await find(hard + 1)).toBeUndefined()
    const unused = await fresh(kind, start)
    expect(await findSession(env.DIRECTORY, unused, kind, start + idle + 1)).toBeUndefined()
  },
)

test('[A9] last use is written at most once an hour', async () => {
  const [start, secret] = [Date.now(), await fresh('web', Date.now())]
  const hash = await hashOf(secret)
  const last = () => env.DIRECTORY.prepare('SELECT last_used FROM session WHERE hash = ?').bind(hash).first<number>('last_used')
  const before = await last()
  await findSession(env.DIRECTORY, secret, 'web', start + hour / 2)
  expect(await last()).toBe(before)
  await findSession(env.DIRECTORY, secret, 'web', start + 2 * hour)
  expect(await last()).toBe(start + 2 * hour)
})

test('[A4] one’s own sessions are listed, ended one by one or all at once, and nobody else’s', async () => {
  const own = await makeNetwork('sessions')
  const { sessions } = await json<SessionsReply>(asBrowser(own.contributor, '/v1/sessions'))
  expect(sessions.map(({ kind, current }) => [kind, current]).toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1))).toEqual(
    [
      ['device', false],
      ['web', true],
    ],
  )
  const device = sessions.find(({ kind }) => kind === 'device')
  expect((await asBrowser(own.coordinator, `/v1/sessions/${device?.id}`, { method: 'DELETE' })).status).toBe(404)
  expect((await asDevice(own.contributor, '/v1/me')).status).toBe(200)
  expect((await asBrowser(own.contributor, `/v1/sessions/${device?.id}`, { method: 'DELETE' })).status).toBe(200)
  expect((await asDevice(own.contributor, '/v1/me')).status).toBe(401)
  expect((await asBrowser(own.coordinator, '/v1/sessions', { method: 'DELETE' })).status).toBe(200)
  expect([(await asBrowser(own.coordinator, '/v1/me')).status, (await asDevice(own.coordinator, '/v1/me')).status]).toEqual([401, 401])
})

const closing = async (member: TestMember, path: string, act: () => Promise<unknown>): Promise<number> => {
  const { webSocket } = await asDevice(member, path, { headers: { upgrade: 'websocket', origin: 'http://localhost' } })
  if (!webSocket) throw new Error('No socket')
  webSocket.accept()
  const closed = new Promise<number>((resolve) => webSocket.addEventListener('close', ({ code }) => resolve(code)))
  await act()
  return closed
}

test('[A4] the sockets of an ended session and of a suspended member are closed with 4403', async () => {
  const own = await makeNetwork('sockets')
  const { sessions } = await json<SessionsReply>(asBrowser(own.contributor, '/v1/sessions'))
  const device = sessions.find(({ kind }) => kind === 'device')?.id
  expect(
    await closing(own.contributor, '/v1/networks/sockets/watch', () =>
      asBrowser(own.contributor, `/v1/sessions/${device}`, { method: 'DELETE' }),
    ),
  ).toBe(4403)
  const suspend = () => asBrowser(own.admin, `/v1/networks/sockets/members/${own.coordinator.person}`, post({ status: 'suspended' }))
  expect(await closing(own.coordinator, '/v1/networks/sockets/watch', suspend)).toBe(4403)
  expect((await asDevice(own.coordinator, '/v1/me')).status).toBe(401)
})

test('[S27] class 19: a removed member’s device is told so and its socket is closed with 4403; a suspended one only has to connect again', async () => {
  const own = await makeNetwork('removals')
  const remove = () => asBrowser(own.admin, `/v1/networks/removals/members/${own.contributor.person}`, { method: 'DELETE' })
  expect(await closing(own.contributor, '/v1/networks/removals/watch', remove)).toBe(4403)
  const told = await asDevice(own.contributor, '/v1/networks/removals/sync', post({}))
  expect([told.status, await told.json()]).toMatchObject([403, { error: 'not-member', reason: { code: 'problem-not-member' } }])
  expect((await asBrowser(own.contributor, '/v1/me')).status).toBe(401)
  await asBrowser(own.admin, `/v1/networks/removals/members/${own.coordinator.person}`, post({ status: 'suspended' }))
  expect((await asDevice(own.coordinator, '/v1/networks/removals/sync', post({}))).status).toBe(401)
})

const invite = (member: TestMember, offer: object) => asBrowser(member, `/v1/networks/${member.slug}/invitations`, post(offer))

test('[A10] of ten people who use one invitation at once, as many join as it has uses, each once, in its role', async () => {
  const { code } = await json<InvitationReply>(invite(here.coordinator, { role: 'site-lead', uses: 3, label: 'family partner' }))
  expect(await json(call('/v1/join/look', post({ code })))).toMatchObject({ network: 'Network access', role: 'site-lead' })
  const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => call('/v1/join', post({ code, name: `Joiner ${n}` }))))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([...Array(3).fill(200), ...Array(7).fill(401)])
  const joined = answers.find(({ status }) => status === 200)
  const me = await json<Me>(call('/v1/me', { headers: { cookie: joined ? cookieOf(joined) : '' } }))
  expect(me).toMatchObject({ role: 'site-lead', network: { slug: 'access' } })
  const { members } = await json<MembersReply>(asBrowser(here.admin, at('/members')))
  expect(members.filter(({ name, label }) => name.startsWith('Joiner') && label === 'family partner')).toHaveLength(3)
})

test('[A10] an invitation that is revoked, expired, of another network or beyond the inviter’s rights is refused', async () => {
  const { id, code } = await json<InvitationReply>(invite(here.admin, { role: 'admin' }))
  expect((await asBrowser(other.admin, `/v1/networks/access-other/invitations/${id}`, { method: 'DELETE' })).status).toBe(404)
  expect((await asBrowser(here.coordinator, at(`/invitations/${id}`), { method: 'DELETE' })).status).toBe(404)
  expect((await asBrowser(here.admin, at(`/invitations/${id}`), { method: 'DELETE' })).status).toBe(200)
  expect((await call('/v1/join', post({ code, name: 'Late' }))).status).toBe(401)
  for (const role of ['coordinator', 'steering', 'admin']) expect((await invite(here.coordinator, { role })).status).toBe(403)
  expect((await invite(here.admin, { role: 'contributor', site: 'nowhere' })).status).toBe(400)
  const ended = await json<InvitationReply>(invite(here.admin, { role: 'contributor' }))
  await env.DIRECTORY.prepare('UPDATE invitation SET expires_at = 1 WHERE id = ?').bind(ended.id).run()
  expect((await call('/v1/join', post({ code: ended.code, name: 'Late' }))).status).toBe(401)
})

test('[A10] somebody signed in joins with the same account and then has two networks; a device stays in its own', async () => {
  const { code } = await json<InvitationReply>(invite(here.coordinator, { role: 'contributor' }))
  expect((await asBrowser(other.steering, '/v1/join', post({ code }))).status).toBe(200)
  const { networks } = await json<{ networks: { slug: string }[] }>(asBrowser(other.steering, '/v1/my-networks'))
  expect(networks.map(({ slug }) => slug)).toEqual(['access', 'access-other'])
  expect((await asBrowser(other.steering, at('/matrix'))).status).toBe(200)
  expect((await asBrowser(other.steering, at('/members'))).status).toBe(403)
  expect((await asDevice(other.steering, at('/matrix'))).status).toBe(404)
})

test('[A11] admins change roles and sites, effective at the next request and in the bank; a suspended member has no access, also not by an invitation', async () => {
  const own = await makeNetwork('roles')
  const change = (body: object) => asBrowser(own.admin, `/v1/networks/roles/members/${own.contributor.person}`, post(body))
  expect((await change({ role: 'coordinator' })).status).toBe(200)
  expect((await json<Me>(asBrowser(own.contributor, '/v1/me'))).role).toBe('coordinator')
  const { people } = await json<{ people: { id: string; role: Role }[] }>(asBrowser(own.admin, '/v1/networks/roles/framework'))
  expect(people.find(({ id }) => id === own.contributor.person)?.role).toBe('coordinator')
  expect((await change({ status: 'suspended' })).status).toBe(200)
  expect((await asBrowser(own.contributor, '/v1/me')).status).toBe(401)
  const { code } = await json<InvitationReply>(invite(own.admin, { role: 'admin' }))
  const before = await createSession(
    env.DIRECTORY,
    { kind: 'web', person: own.contributor.person, network: 'roles', label: '', how: 'test', source: '' },
    Date.now(),
  )
  expect(before).toBeUndefined()
  expect((await call('/v1/join', { ...post({ code, name: 'x' }), headers: { cookie: own.contributor.cookie } })).status).toBe(200)
  expect((await change({ role: 'contributor', site: 'nowhere' })).status).toBe(400)
})

test('[A11] the last admin stays, also when two remove each other at once; what a removed member leaves behind is listed and stays', async () => {
  const own = await makeNetwork('leaving')
  const remove = (by: TestMember, who: TestMember, query = '') =>
    asBrowser(by, `/v1/networks/leaving/members/${who.person}${query}`, { method: 'DELETE' })
  await sync(own.contributor, requestOf(crypto.randomUUID(), [proposal(1), proposal(2)]))
  const reply = await json<RemovalReply>(remove(own.contributor, own.contributor, '?name=drop'))
  expect(reply).toEqual({ pending: { proposed: 2, leading: 0, onlyLead: [] } })
  expect((await asDevice(own.contributor, '/v1/me')).status).toBe(403)
  const { people } = await json<{ people: { id: string; name: string }[] }>(asBrowser(own.admin, '/v1/networks/leaving/framework'))
  expect(people.find(({ id }) => id === own.contributor.person)?.name).toBe('A former member')
  expect((await json<{ total: number }>(asBrowser(own.admin, '/v1/networks/leaving/ideas?pathway=none'))).total).toBe(2)
  expect((await remove(own.admin, own.admin)).status).toBe(409)
  await asBrowser(own.admin, `/v1/networks/leaving/members/${own.steering.person}`, post({ role: 'admin' }))
  const both = await Promise.all([remove(own.admin, own.steering), remove(own.steering, own.admin)])
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('[A12] sign-ins, invitations, role changes and removals are in the audit log for admins, with who and when', async () => {
  const { lines } = await json<AuditReply>(asBrowser(here.admin, at('/audit')))
  const actions = new Set(lines.map(({ action }) => action))
  for (const action of ['signed-in', 'connected', 'invited', 'joined', 'invitation-revoked']) expect(actions).toContain(action)
  expect(lines.every(({ at: when }) => Math.abs(Date.now() - when) < day)).toBe(true)
  const own = await json<AuditReply>(asBrowser(other.admin, '/v1/networks/access-other/audit'))
  expect(own.lines.some(({ person }) => person === here.admin.person)).toBe(false)
})

test('[A9] an authenticated request is one round trip to the directory', async () => {
  for (const path of ['/v1/me', at('/matrix'), at('/ideas')])
    expect((await asDevice(here.admin, path)).headers.get('server-timing')).toBe('directory;desc="1"')
})
