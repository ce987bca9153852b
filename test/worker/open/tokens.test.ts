import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import type { AuditReply } from '../../../shared/api/access.ts'
import type { NewTokenReply, ServicesReply, TokensReply } from '../../../shared/api/tokens.ts'
import type { Role } from '../../../shared/domain/entities.ts'
import { findCaller } from '../../../worker/auth/api-callers.ts'
import { newTokenText, tokenTextIn } from '../../../worker/auth/token-text.ts'
import { makeCode } from '../../../worker/auth/one-time-codes.ts'
import { sweep } from '../../../worker/jobs/sweep.ts'
import { asBrowser, asDevice, call, makeNetwork, type TestMember } from '../network.ts'
import { asProgram, newToken, readsAs } from './program.ts'

let here: Record<Role, TestMember>
beforeAll(async () => {
  here = await makeNetwork('tokens')
})

const base = '/v1/networks/tokens'
const post = (member: TestMember, path: string, body: unknown): Promise<Response> =>
  asBrowser(member, `${base}${path}`, { method: 'POST', body: JSON.stringify(body) })
const statusOf = async (secret: string): Promise<number> => (await asProgram(secret, '/network')).status
const audit = async (action: string): Promise<AuditReply['lines']> => {
  const reply: AuditReply = await (await asBrowser(here.admin, `${base}/audit?action=${action}`)).json()
  return reply.lines
}
/** Everything that the directory holds, as text. */
const stored = async (): Promise<string> => {
  const { results } = await env.DIRECTORY.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
  ).all<{ name: string }>()
  const tables = await Promise.all(results.map(({ name }) => env.DIRECTORY.prepare(`SELECT * FROM ${name}`).all()))
  return JSON.stringify(tables.map((table) => table.results))
}

test('[O1] a token has a prefix that scanners know and a check sum; one letter more, less or other and it is none', () => {
  for (const kind of ['person', 'service'] as const) {
    const secret = newTokenText(kind)
    expect(secret).toMatch(kind === 'person' ? /^glnr_pat_[\dA-Za-z]{46}$/ : /^glnr_svc_[\dA-Za-z]{46}$/)
    expect(tokenTextIn(`Bearer ${secret}`)).toBe(secret)
    for (let at = 'glnr_pat_'.length; at < secret.length; at += 1) {
      const other = `${secret.slice(0, at)}${secret[at] === 'x' ? 'y' : 'x'}${secret.slice(at + 1)}`
      expect(tokenTextIn(`Bearer ${other}`)).toBeUndefined()
    }
    expect(tokenTextIn(`Bearer ${secret.slice(1)}`)).toBeUndefined()
    expect(tokenTextIn(`Basic ${secret}`)).toBeUndefined()
  }
})

test('[O1] the secret is said once, and only its SHA-256 is kept', async () => {
  const { secret, token } = await newToken(here.coordinator, ['read'])
  expect(await statusOf(secret)).toBe(200)
  expect(await stored()).not.toContain(secret.slice(9, 40))
  const mine: TokensReply = await (await asBrowser(here.coordinator, `${base}/tokens`)).json()
  expect(mine.tokens.find(({ id }) => id === token.id)).toMatchObject({ label: 'Test', scopes: ['read'], revoked: false })
  expect(JSON.stringify(mine)).not.toContain(secret)
  const others: TokensReply = await (await asBrowser(here.contributor, `${base}/tokens`)).json()
  expect(others.tokens.some(({ id }) => id === token.id)).toBe(false)
})

test('[O1] a token lives a year at most, has a right and a name without anything of a patient', async () => {
  const asked = { label: 'Figures', scopes: ['read'], days: 30 }
  for (const wrong of [{ days: 366 }, { days: 0 }, { days: 1.5 }, { scopes: [] }, { scopes: ['all'] }, { label: '' }, { label: '...' }])
    expect((await post(here.contributor, '/tokens', { ...asked, ...wrong })).status).toBe(400)
  const answer = await post(here.contributor, '/tokens', { ...asked, label: 'MRN 12345678' })
  expect([answer.status, (await answer.json<{ error: string }>()).error]).toEqual([400, 'patient-information'])
})

test('[O2] only a token opens /api/v1: no cookie, no device’s token; and a token opens nothing else', async () => {
  const { secret } = await newToken(here.admin)
  expect((await asBrowser(here.admin, '/api/v1/network')).status).toBe(401)
  expect((await asDevice(here.admin, '/api/v1/network')).status).toBe(401)
  for (const path of ['/v1/me', `${base}/ideas`, `${base}/tokens`, `${base}/audit`])
    expect((await call(path, { headers: { authorization: `Bearer ${secret}` } })).status).toBe(401)
})

test('[O2] a token that is over, taken back or not known is dead at its next request', async () => {
  const { secret, token } = await newToken(here.coordinator)
  expect(await statusOf(secret)).toBe(200)
  await env.DIRECTORY.prepare('UPDATE access_token SET expires_at = 1 WHERE id = ?').bind(token.id).run()
  expect(await statusOf(secret)).toBe(401)
  const another = await newToken(here.coordinator)
  expect((await asBrowser(here.contributor, `${base}/tokens/${another.token.id}`, { method: 'DELETE' })).status).toBe(404)
  expect((await asBrowser(here.admin, `${base}/tokens/${another.token.id}`, { method: 'DELETE' })).status).toBe(404)
  expect(await statusOf(another.secret)).toBe(200)
  expect((await asBrowser(here.coordinator, `${base}/tokens/${another.token.id}`, { method: 'DELETE' })).status).toBe(200)
  expect(await statusOf(another.secret)).toBe(401)
  expect(await statusOf(newTokenText('person'))).toBe(401)
})

test('[O2] a member who is suspended or removed has no token any more, readmitted or not', async () => {
  const other = await makeNetwork('tokens-gone')
  const [one, two] = [await newToken(other.contributor), await newToken(other['site-lead'])]
  const change = (status: string): Promise<Response> =>
    asBrowser(other.admin, `/v1/networks/tokens-gone/members/${other.contributor.person}`, {
      method: 'POST',
      body: JSON.stringify({ status }),
    })
  expect(await statusOf(one.secret)).toBe(200)
  await change('suspended')
  expect(await statusOf(one.secret)).toBe(401)
  await change('active')
  expect(await statusOf(one.secret)).toBe(401)
  await asBrowser(other.admin, `/v1/networks/tokens-gone/members/${other['site-lead'].person}`, { method: 'DELETE' })
  expect(await statusOf(two.secret)).toBe(401)
})

test('[O3] a right is the token’s and the role’s, as the role is now', async () => {
  const other = await makeNetwork('tokens-roles')
  const { secret } = await newToken(other.contributor, ['read', 'admin'])
  expect((await asProgram(secret, '/audit')).status).toBe(403)
  const makeAdmin = JSON.stringify({ role: 'admin' })
  await asBrowser(other.admin, `/v1/networks/tokens-roles/members/${other.contributor.person}`, { method: 'POST', body: makeAdmin })
  expect((await asProgram(secret, '/audit')).status).toBe(200)
  const reads = await newToken(other.admin, ['read'])
  const answer = await asProgram(reads.secret, '/audit')
  expect([answer.status, (await answer.json<{ code: string }>()).code]).toEqual([403, 'scope-missing'])
  expect((await asProgram(reads.secret, '/ideas', { body: { change: 'Weigh at noon.' } })).status).toBe(403)
})

test('[O4] the audit says that a token was made, used from a new place and taken back, and nothing of its secret', async () => {
  const { secret, token } = await newToken(here.steering)
  const now = Date.now()
  for (const source of ['192.0.2.1', '192.0.2.1', '192.0.2.7', '192.0.2.1']) await findCaller(env.DIRECTORY, secret, source, now)
  await asBrowser(here.steering, `${base}/tokens/${token.id}`, { method: 'DELETE' })
  const mine = async (action: string) => (await audit(action)).filter(({ person }) => person === here.steering.person)
  expect(await mine('token-made')).toHaveLength(1)
  expect((await mine('token-used')).map(({ source }) => source).toSorted()).toEqual(['192.0.2.1', '192.0.2.7'])
  expect(await mine('token-revoked')).toHaveLength(1)
  expect(JSON.stringify([await audit('token-made'), await audit('token-used')])).not.toContain(secret.slice(9, 40))
  const listed: TokensReply = await (await asBrowser(here.steering, `${base}/tokens`)).json()
  expect(listed.tokens.find(({ id }) => id === token.id)?.lastUsed).toBe(now)
})

test('[O5] a service is a member that nobody signs in as: its name says so in the history, and it is no network’s last admin', async () => {
  const asked = { name: 'Neonatal registry', role: 'coordinator', site: '', label: 'Nightly', scopes: ['read', 'propose'], days: 365 }
  expect((await post(here.coordinator, '/services', asked)).status).toBe(403)
  const { secret }: NewTokenReply = await (await post(here.admin, '/services', asked)).json()
  expect(secret).toMatch(/^glnr_svc_/)
  const me = await readsAs<{ person: string; name: string; role: string }>(secret, '/network')
  expect(me).toMatchObject({ name: 'Neonatal registry (API)', role: 'coordinator' })
  const { id } = await readsAs<{ id: string }>(secret, '/ideas', { body: { change: 'Send the figures every night.' } })
  expect(await readsAs(secret, `/ideas/${id}`)).toMatchObject({ proposedBy: me.person })
  const { items } = await readsAs<{ items: { id: string; name: string }[] }>(secret, '/members')
  expect(items.find((one) => one.id === me.person)?.name).toBe('Neonatal registry (API)')
  expect(await makeCode(env.DIRECTORY, 'web', me.person, 'tokens', Date.now() + 1e6)).toBeUndefined()

  const { services }: ServicesReply = await (await asBrowser(here.admin, `${base}/services`)).json()
  const service = services.find(({ person }) => person === me.person)
  expect(service?.tokens).toHaveLength(1)
  expect((await post(here.admin, `/services/${here.contributor.person}/tokens`, { label: 'x', scopes: ['read'], days: 1 })).status).toBe(
    404,
  )
  const more: NewTokenReply = await (
    await post(here.admin, `/services/${me.person}/tokens`, { label: 'Another', scopes: ['read'], days: 1 })
  ).json()
  expect(await statusOf(more.secret)).toBe(200)
  expect((await asBrowser(here.admin, `${base}/tokens/${more.token.id}`, { method: 'DELETE' })).status).toBe(200)
  expect(await statusOf(more.secret)).toBe(401)

  await asBrowser(here.admin, `${base}/members/${me.person}`, { method: 'POST', body: JSON.stringify({ role: 'admin' }) })
  const leave = await asBrowser(here.admin, `${base}/members/${here.admin.person}`, { method: 'DELETE' })
  expect(leave.status).toBe(409)
  expect((await asBrowser(here.admin, `${base}/members/${me.person}`, { method: 'DELETE' })).status).toBe(200)
  expect(await statusOf(secret)).toBe(401)
})

test('[O1] a member has twenty tokens at most, and what ended 90 days ago is swept', async () => {
  const other = await makeNetwork('tokens-many')
  const asked = { label: 'One of many', scopes: ['read'], days: 1 }
  const make = (): Promise<Response> =>
    asBrowser(other.contributor, '/v1/networks/tokens-many/tokens', { method: 'POST', body: JSON.stringify(asked) })
  for (let count = 0; count < 20; count += 1) expect((await make()).status).toBe(200)
  expect((await make()).status).toBe(409)
  const day = 24 * 60 * 60 * 1000
  await sweep(env.DIRECTORY, Date.now() + 80 * day)
  const session = await env.DIRECTORY.prepare("SELECT count(*) AS count FROM access_token WHERE network = 'tokens-many'").first<{
    count: number
  }>()
  expect(session?.count).toBe(20)
  await sweep(env.DIRECTORY, Date.now() + 92 * day)
  const after = await env.DIRECTORY.prepare("SELECT count(*) AS count FROM access_token WHERE network = 'tokens-many'").first<{
    count: number
  }>()
  expect(after?.count).toBe(0)
})
