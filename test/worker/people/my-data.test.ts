import type { NewTokenReply } from '../../../shared/api/tokens.ts'
import { parse } from 'csv-parse/sync'
import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import type { AuditReply, IdentitiesReply } from '../../../shared/api/access.ts'
import type { FrameworkReply, Me } from '../../../shared/api/bank.ts'
import type { Role } from '../../../shared/domain/entities.ts'
import { addMembers } from '../../../worker/auth/one-time-codes.ts'
import { takeOwn } from '../archive/own-files.ts'
import { asBrowser, asDevice, makeNetwork, proposal, requestOf, sync, type TestMember } from '../network.ts'

let here: Record<Role, TestMember>
let other: Record<Role, TestMember>
beforeAll(async () => {
  here = await makeNetwork('mine')
  other = await makeNetwork('mine-other')
})

const post = (body: unknown) => ({ method: 'POST', body: JSON.stringify(body) })
const json = async <T>(answer: Promise<Response>): Promise<T> => (await answer).json<T>()
const addAddress = (person: string, address: string) =>
  env.DIRECTORY.prepare("INSERT INTO identity (issuer, subject, person, created_at) VALUES ('email', ?, ?, 0)").bind(address, person).run()
const join = (member: TestMember, network: string) =>
  addMembers(env.DIRECTORY, network, [{ id: member.person, name: '', role: 'contributor', site: '' }], Date.now())

test('[A20] a browser switches only to other networks of its person', async () => {
  const move = (network: string) => asBrowser(here.steering, '/v1/session/network', post({ network }))
  expect((await move('mine-other')).status).toBe(404)
  await join(here.steering, 'mine-other')
  expect((await json<Me>(move('mine-other'))).network.slug).toBe('mine-other')
  expect((await json<Me>(asBrowser(here.steering, '/v1/me'))).role).toBe('contributor')
  expect((await asDevice(here.steering, '/v1/session/network', post({ network: 'mine' }))).status).toBe(403)
})

test('[A20] only their owner lists and removes sign-in methods', async () => {
  await addAddress(here.coordinator.person, 'cora@example.org')
  const { identities } = await json<IdentitiesReply>(asBrowser(here.coordinator, '/v1/identities'))
  expect(identities.map(({ kind, label }) => [kind, label])).toEqual([['mail', 'cora@example.org']])
  const remove = (member: TestMember) => asBrowser(member, `/v1/identities/${identities[0]?.id}`, { method: 'DELETE' })
  expect((await remove(here.admin)).status).toBe(404)
  expect((await json<IdentitiesReply>(remove(here.coordinator))).identities).toEqual([])
})

test('[A20] a person downloads all that is kept about them, and nothing of anybody else', async () => {
  await sync(here.contributor, requestOf(crypto.randomUUID(), [proposal(1, 'Mine')]))
  await sync(here['site-lead'], requestOf(crypto.randomUUID(), [proposal(1, 'Not mine')]))
  await addAddress(here.contributor.person, 'con@example.org')
  const asked = post({ label: 'Figures', scopes: ['read'], days: 1 })
  const { secret } = await json<NewTokenReply>(asBrowser(here.contributor, '/v1/networks/mine/tokens', asked))
  const { text, account, networks } = await takeOwn(here.contributor)
  expect(account['identities']).toMatchObject([{ subject: 'con@example.org' }])
  expect(networks['mine']?.ideas).toMatchObject([{ change: 'Mine' }])
  expect(networks['mine']?.log.map(({ name }) => name)).toContain('proposeIdea')
  expect(account['sessions']).toHaveLength(2)
  expect(account['tokens']).toMatchObject([{ label: 'Figures', network: 'mine' }])
  expect(account['audit']).toContainEqual(expect.objectContaining({ action: 'export', subject: 'own data' }))
  expect(text).not.toContain(secret)
  expect(text).not.toContain('Not mine')
  expect(text).not.toMatch(/mine-(site-lead|admin|coordinator)/)
})

test('[A20] an erased account leaves what it sent, without a name, and its lines in the audit log; every sign-in method is gone', async () => {
  await sync(other.contributor, requestOf(crypto.randomUUID(), [proposal(1, 'Stays')]))
  await addAddress(other.contributor.person, 'gone@example.org')
  expect((await asBrowser(other.contributor, '/v1/my-data', { method: 'DELETE' })).status).toBe(200)
  expect((await asBrowser(other.contributor, '/v1/me')).status).toBe(401)
  // The extension clears its copy of the bank only where it is told that its person is no member.
  expect(await json(asDevice(other.contributor, '/v1/networks/mine-other/sync', post({})))).toMatchObject({ error: 'not-member' })
  const { people } = await json<FrameworkReply>(asBrowser(other.admin, '/v1/networks/mine-other/framework'))
  expect(people.find(({ id }) => id === other.contributor.person)?.name).toBe('A former member')
  const list = await (await asBrowser(other.admin, '/v1/networks/mine-other/ideas')).text()
  expect(list).toContain('Stays')
  const { lines } = await json<AuditReply>(asBrowser(other.admin, `/v1/networks/mine-other/audit?person=${other.contributor.person}`))
  expect(lines.map(({ action }) => action)).toEqual(expect.arrayContaining(['erased', 'removed', 'connected']))
  expect(new Set(lines.map(({ name }) => name))).toEqual(new Set(['A former member']))
  for (const table of ['identity', 'session', 'passkey', 'code']) {
    const left = await env.DIRECTORY.prepare(`SELECT count(*) AS n FROM ${table} WHERE person = ?`)
      .bind(other.contributor.person)
      .first('n')
    expect([table, left]).toEqual([table, 0])
  }
})

test('[A20] [A11] a network’s last admin cannot be erased', async () => {
  expect((await asBrowser(here.admin, '/v1/my-data', { method: 'DELETE' })).status).toBe(409)
  expect((await asBrowser(here.admin, '/v1/me')).status).toBe(200)
})

test('[A12] [E2] settings, exports and erasures are in the audit log; it has filters, and its CSV has no formulas', async () => {
  const at = (path: string) => `/v1/networks/mine${path}`
  const configure = { id: crypto.randomUUID(), name: 'configureFramework', args: { set: { decisionDays: 10 } } }
  expect((await asBrowser(here.admin, at('/mutations'), post({ mutations: [configure] }))).status).toBe(200)
  await env.DIRECTORY.prepare(
    "INSERT INTO audit (at, network, person, action, subject) VALUES (?1, 'mine', '', 'connected', '=HYPERLINK(\"x\")'), (?1, 'mine', '', 'connected', ?2)",
  )
    .bind(Date.now(), '\u200b＝1+1')
    .run()
  const file = await asBrowser(here.admin, at('/audit.csv'))
  expect(file.headers.get('content-type')).toContain('text/csv')
  // As bytes: `text()` would leave the mark away.
  const bytes = new Uint8Array(await file.arrayBuffer())
  expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]))
  const records: Record<string, string>[] = parse(new TextDecoder().decode(bytes), { columns: true, record_delimiter: '\r\n' })
  expect(records.map(({ subject }) => subject)).toEqual(expect.arrayContaining([`'=HYPERLINK("x")`, `'\u200b＝1+1`]))
  for (const { at: time = '' } of records) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
  const { lines } = await json<AuditReply>(asBrowser(here.admin, at(`/audit?person=${here.admin.person}`)))
  const told = lines.map(({ action, subject }) => `${action}: ${subject}`)
  expect(told).toEqual(expect.arrayContaining(['settings-changed: decisionDays', 'export: audit']))
  expect(lines.every(({ person, subject }) => person === here.admin.person || subject === here.admin.person)).toBe(true)
  const settings = await json<AuditReply>(asBrowser(here.admin, at('/audit?action=settings-changed&from=1&to=2')))
  expect(settings.lines).toEqual([])
  expect((await asBrowser(here.admin, at('/audit?before=x'))).status).toBe(400)
})
