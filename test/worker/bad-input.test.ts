import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import type { Role } from '../../shared/domain/entities.ts'
import { type QueuedMutation, inColumns, type PageReply } from '../../shared/sync/protocol.ts'
import { makeCode } from '../../worker/auth/one-time-codes.ts'
import { asBrowser, asDevice, call, makeNetwork, proposal, requestOf, type TestMember } from './network.ts'

let here: Record<Role, TestMember>
let elsewhere: Record<Role, TestMember>
beforeAll(async () => {
  here = await makeNetwork('here')
  elsewhere = await makeNetwork('elsewhere')
})

const path = '/v1/networks/here/sync'
const post = (body: BodyInit, headers: Record<string, string> = {}) => asDevice(here.contributor, path, { method: 'POST', body, headers })
const gzip = async (text: string): Promise<ArrayBuffer> =>
  new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()
const body = () => JSON.stringify(requestOf(crypto.randomUUID(), [proposal(1)]))

const isProblem = async (response: Response, status: number, error: string): Promise<void> => {
  expect(response.status).toBe(status)
  const answer: { error: string; message: string } = await response.json()
  expect(answer.error).toBe(error)
  expect(answer.message).toMatch(/\w+ \w+/)
}

test('[A1] without a token, with an invented one, with a cookie as bearer or a token as cookie, access is refused', async () => {
  await isProblem(await call(path, { method: 'POST', body: body() }), 401, 'signed-out')
  await isProblem(await asDevice({ token: 'A'.repeat(43) }, path, { method: 'POST', body: body() }), 401, 'signed-out')
  await isProblem(await asDevice({ token: here.coordinator.cookie.slice(8) }, path, { method: 'POST', body: body() }), 401, 'signed-out')
  await isProblem(await asBrowser({ ...here.coordinator, cookie: `gleaner=${here.coordinator.token}` }, '/v1/me'), 401, 'signed-out')
})

test('[A2] another network’s member gets the same answer as for a network that does not exist', async () => {
  const foreign = await asDevice(elsewhere.admin, path, { method: 'POST', body: body() })
  const nowhere = await asDevice(elsewhere.admin, '/v1/networks/nowhere/sync', { method: 'POST', body: body() })
  expect([foreign.status, await foreign.text()]).toEqual([nowhere.status, await nowhere.text()])
  expect(foreign.status).toBe(404)
  for (const route of ['matrix', 'ideas', 'framework', `ideas/${crypto.randomUUID()}`, 'watch']) {
    expect((await asDevice(elsewhere.admin, `/v1/networks/here/${route}`)).status).toBe(404)
  }
})

test('[A3] CSRF: a browser’s write from another site’s page is refused', async () => {
  const answer = await asBrowser(here.coordinator, '/v1/networks/here/mutations', {
    method: 'POST',
    body: '{}',
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  await isProblem(answer, 403, 'other-site')
})

test('[A3] CSRF: on each route that makes or uses a session, another site is recognised by Sec-Fetch-Site, and in a browser without it by Origin', async () => {
  const ownPages: Record<string, string>[] = [{ 'sec-fetch-site': 'same-origin' }, { origin: 'http://localhost' }]
  const otherPages: Record<string, string>[] = [
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://other.example' },
    { origin: 'null' },
  ]
  const makers = ['/v1/session', '/v1/join', '/v1/email-codes', '/v1/email-codes/redeem', '/v1/passkeys/challenge', '/v1/passkeys/sign-in']
  const statusOf = async (route: string, headers: Record<string, string>): Promise<number> =>
    (await call(route, { method: 'POST', body: '{}', headers })).status
  for (const route of makers) {
    for (const headers of otherPages) expect([route, await statusOf(route, headers)]).toEqual([route, 403])
    for (const headers of [{}, ...ownPages]) expect([route, await statusOf(route, headers)]).not.toEqual([route, 403])
  }
  const { cookie } = here.coordinator
  for (const headers of [{}, ...otherPages]) expect(await statusOf('/v1/networks/here/mutations', { cookie, ...headers })).toBe(403)
  for (const headers of ownPages) expect(await statusOf('/v1/networks/here/mutations', { cookie, ...headers })).toBe(400)
})

test('[A4] a revoked session is refused at once', async () => {
  const own = await makeNetwork('revoked')
  expect((await asBrowser(own.coordinator, '/v1/me')).status).toBe(200)
  expect((await asBrowser(own.coordinator, '/v1/session', { method: 'DELETE' })).status).toBe(200)
  await isProblem(await asBrowser(own.coordinator, '/v1/me'), 401, 'signed-out')
})

test('[A5] a pairing code works once, also when ten ask at the same time, and never as a sign-in', async () => {
  const made = await asBrowser(here.coordinator, '/v1/pairings', {
    method: 'POST',
    body: JSON.stringify({ person: here.contributor.person }),
  })
  const { code }: { code: string } = await made.json()
  expect((await call('/v1/session', { method: 'POST', body: JSON.stringify({ code }) })).status).toBe(401)
  const tries = await Promise.all(
    Array.from({ length: 10 }, () =>
      call('/v1/devices', { method: 'POST', body: JSON.stringify({ code: code.toLowerCase(), name: 'laptop' }) }),
    ),
  )
  expect(tries.filter((answer) => answer.status === 200)).toHaveLength(1)
  expect(tries.filter((answer) => answer.status === 401)).toHaveLength(9)
})

test('[A5] a sign-in link works once, also when ten use it at the same time, from another site’s page never, and not for an extension', async () => {
  const code = (await makeCode(env.DIRECTORY, 'web', here.contributor.person, 'here', Date.now() + 60_000)) ?? ''
  const use = (path: string, headers = {}) => call(path, { method: 'POST', body: JSON.stringify({ code }), headers })
  expect((await use('/v1/devices')).status).toBe(401)
  await isProblem(await use('/v1/session', { 'sec-fetch-site': 'cross-site' }), 403, 'other-site')
  const tries = await Promise.all(Array.from({ length: 10 }, () => use('/v1/session')))
  expect(tries.filter((answer) => answer.status === 200)).toHaveLength(1)
  expect(tries.filter((answer) => answer.status === 401)).toHaveLength(9)
})

test('[A6] only staff make codes for others, and only for members of their own network', async () => {
  const ask = (member: TestMember, person: string) =>
    asBrowser(member, '/v1/pairings', { method: 'POST', body: JSON.stringify({ person }) })
  expect((await ask(here.contributor, here.admin.person)).status).toBe(403)
  expect((await ask(here.contributor, here.contributor.person)).status).toBe(200)
  expect((await ask(here.coordinator, elsewhere.contributor.person)).status).toBe(404)
})

test.for([
  ['HTML instead of JSON', '<!doctype html><title>Sign in to the Wi-Fi</title>'],
  ['nothing', ''],
  ['JSON of another shape', '[1, 2, 3]'],
  ['wrong types', JSON.stringify({ ...requestOf(crypto.randomUUID(), []), cursor: 7 })],
  ['another protocol', JSON.stringify({ ...requestOf(crypto.randomUUID(), []), p: 'ideabank/1' })],
  ['a replica that is no id', JSON.stringify(requestOf('me', []))],
])('[S7] %s is a 400 with a reason', async ([, text]) => {
  await isProblem(await post(text ?? ''), 400, 'malformed')
})

test('[S7] 5 MB of text, plain or compressed into a small gzip, is a 413; a body that is not what its encoding says a 400', async () => {
  const huge = JSON.stringify(requestOf(crypto.randomUUID(), [proposal(1, 'x'.repeat(5 * 1024 * 1024))]))
  await isProblem(await post(huge), 413, 'too-large')
  await isProblem(await post(await gzip(huge), { 'content-encoding': 'gzip' }), 413, 'too-large')
  await isProblem(await post('not gzip', { 'content-encoding': 'gzip' }), 400, 'malformed')
  await isProblem(await post('x', { 'content-encoding': 'br' }), 415, 'malformed')
})

test('[S8] one oversized entry is refused alone; 501 entries are too many', async () => {
  const big = { ...proposal(1), args: { idea: crypto.randomUUID(), change: 'x', details: 'y'.repeat(70_000) } }
  const reply: { acks: { code?: string }[] } = await (await post(JSON.stringify(requestOf(crypto.randomUUID(), [big, proposal(2)])))).json()
  expect(reply.acks.map((ack) => ack.code)).toEqual(['too-large', undefined])
  await isProblem(
    await post(
      JSON.stringify(
        requestOf(
          crypto.randomUUID(),
          Array.from({ length: 501 }, (_, index) => proposal(index + 1)),
        ),
      ),
    ),
    400,
    'malformed',
  )
})

test('[S9] bodies may be gzipped both ways', async () => {
  const replica = crypto.randomUUID()
  const many = Array.from({ length: 30 }, (_, index) => proposal(index + 1))
  const response = await post(await gzip(JSON.stringify(requestOf(replica, many))), {
    'content-encoding': 'gzip',
    'accept-encoding': 'gzip',
  })
  expect([response.status, response.headers.get('content-encoding')]).toEqual([200, 'gzip'])
  const { acks }: PageReply = await response.json()
  expect(acks.map(({ status }) => status)).toEqual(many.map(() => 'ok'))
  const plain = await post(await gzip(JSON.stringify(requestOf(replica, many))), { 'content-encoding': 'gzip' })
  expect([plain.status, plain.headers.get('content-encoding')]).toEqual([200, null])
})

test('[S29] mutations sent by columns run in order, once, and a gap among them is noticed', async () => {
  const replica = crypto.randomUUID()
  const asked = [proposal(1), proposal(2, 'Öl, "quoted"'), proposal(3)]
  const send = async (body: unknown): Promise<PageReply> => (await post(JSON.stringify(body))).json()
  const first = await send(inColumns(requestOf(replica, asked)))
  expect(first).toMatchObject({ columns: true, acks: asked.map(({ id }) => ({ id, status: 'ok' })) })
  const again = await send(requestOf(replica, asked))
  expect(again.acks).toEqual(first.acks)
  expect(await send(inColumns(requestOf(replica, [proposal(4), proposal(6)])))).toMatchObject({ control: 'gap', you: { cseq: 4 } })
  expect(await send(inColumns(requestOf(replica, [])))).toMatchObject({ more: false })
})

test('[S7] columns of different lengths, too many columns or invalid values are a 400', async () => {
  const sent = async (columns: object): Promise<Response> => {
    const mutations = { args: [{}], id: ['0'.repeat(32)], name: ['x'], at: [0], cseq: [1], ...columns }
    return post(JSON.stringify({ ...requestOf(crypto.randomUUID(), []), mutations }))
  }
  const broken = async (columns: object): Promise<void> => isProblem(await sent(columns), 400, 'malformed')
  expect((await sent({})).status).toBe(200)
  await broken({ name: [] })
  await broken({ cseq: [0] })
  await broken({ id: ['me'] })
  await broken({ args: undefined })
  const many = Array.from({ length: 501 }, (_, index): QueuedMutation => proposal(index + 1))
  await isProblem(await post(JSON.stringify(inColumns(requestOf(crypto.randomUUID(), many)))), 400, 'malformed')
})

test('[A7] errors repeat nothing of what was sent', async () => {
  const secret = 'Jane Roe, born 3 March'
  for (const response of [
    await post(secret),
    await call(`/v1/session`, { method: 'POST', body: secret }),
    await asBrowser(here.coordinator, `/v1/networks/here/ideas?sort=${secret}`),
  ]) {
    expect(await response.text()).not.toContain('Roe')
  }
})
