import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { gunzipSync } from 'node:zlib'
import * as v from 'valibot'
import { afterEach, expect, test } from 'vitest'
import { newId } from '../../../shared/web/new-id.ts'
import { exchange, postTo, retryAfterOf } from '../../../extension/connection/transport.ts'
import { protocol, type SyncRequest, syncRequestSchema } from '../../../shared/sync/protocol.ts'

let server: Server | undefined
let seen: { method: string; url: string; headers: IncomingMessage['headers']; body: Buffer } | undefined

const answering = (answer: (response: ServerResponse) => void): Promise<string> =>
  new Promise((resolve) => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        seen = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks) }
        answer(response)
      })
    }).listen(0, '127.0.0.1', () => {
      const address = server?.address()
      resolve(`http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`)
    })
  })

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}) =>
  (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  }

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

test('a request goes to the network’s sync address with its token, small ones uncompressed', async () => {
  const address = await answering(json(200, { fine: true }))
  const request = { p: 'gleaner/1', rid: 'r', replica: 'x', gen: 0, cursor: null, limit: 500, mutations: [] } as const
  expect(await postTo({ server: address, network: 'demo', token: 'secret' })({ ...request, mutations: [] })).toEqual({
    is: 'reply',
    body: { fine: true },
  })
  expect(seen).toMatchObject({
    method: 'POST',
    url: '/v1/networks/demo/sync',
    headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
  })
  expect(seen?.headers['content-encoding']).toBeUndefined()
  expect(JSON.parse(seen?.body.toString() ?? '')).toEqual(request)
})

test('[S29] mutations are sent one by one until a server says that it reads columns, and again to one that does not', async () => {
  const mutations = [7, 14, 15].map((cseq) => ({ id: newId(), cseq, name: 'comment', at: cseq, args: { text: 'ö' } }))
  const request: SyncRequest = { p: protocol, rid: 'r', replica: newId(), gen: 0, cursor: null, limit: 500, mutations }
  const replies = [{ columns: true }, {}, {}]
  const address = await answering((response) => json(200, replies.shift())(response))
  const post = postTo({ server: address, network: 'demo', token: 'secret' })
  const shape = async (): Promise<boolean> => {
    await post(request)
    const sent: { mutations: unknown } = JSON.parse(seen?.body.toString() ?? '')
    expect(v.parse(syncRequestSchema, sent)).toEqual(request)
    return Array.isArray(sent.mutations)
  }
  expect([await shape(), await shape(), await shape()]).toEqual([true, false, true])
})

test('larger requests are gzipped', async () => {
  const address = await answering(json(200, {}))
  const body = { text: 'aä'.repeat(4000) }
  await exchange(address, body)
  expect(seen?.headers['content-encoding']).toBe('gzip')
  expect(seen?.body.length).toBeLessThan(500)
  expect(JSON.parse(gunzipSync(seen?.body ?? Buffer.of()).toString())).toEqual(body)
})

test.each<[string, (response: ServerResponse) => void, unknown]>([
  [
    'our server’s no',
    json(401, { error: 'signed-out', message: 'Connect again' }),
    { is: 'refused', status: 401, error: 'signed-out', message: 'Connect again', retryAfter: 0 },
  ],
  [
    'our server’s not now',
    json(503, { error: 'busy', message: 'Busy' }, { 'retry-after': '7' }),
    { is: 'refused', status: 503, error: 'busy', message: 'Busy', retryAfter: 7000 },
  ],
  [
    'a portal’s page with 200',
    (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to the guest network</h1>'),
    { is: 'elsewhere', status: 200 },
  ],
  [
    'a portal’s page with 403',
    (response) => response.writeHead(403, { 'content-type': 'text/html' }).end('<h1>No</h1>'),
    { is: 'elsewhere', status: 403 },
  ],
  ['somebody else’s JSON error', json(403, { detail: 'blocked by policy' }), { is: 'elsewhere', status: 403 }],
  ['a redirect', (response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(), { is: 'offline' }],
  ['broken JSON', (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"p":'), { is: 'offline' }],
  ['a connection that is cut', (response) => response.destroy(), { is: 'offline' }],
  [
    'a body that is cut',
    (response) =>
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' }).write('{', () => response.destroy()),
    { is: 'offline' },
  ],
])('%s', async (_name, answer, expected) => {
  expect(await exchange(await answering(answer), {})).toEqual(expected)
})

test('nobody there', async () => {
  expect(await exchange('http://127.0.0.1:9/', {})).toEqual({ is: 'offline' })
})

test('Retry-After is seconds or a date, an hour at most', () => {
  const now = Date.UTC(2026, 0, 1)
  expect(retryAfterOf(null, now)).toBe(0)
  expect(retryAfterOf('120', now)).toBe(120_000)
  expect(retryAfterOf(new Date(now + 5000).toUTCString(), now)).toBe(5000)
  expect(retryAfterOf(new Date(now - 5000).toUTCString(), now)).toBe(0)
  expect(retryAfterOf('999999', now)).toBe(3_600_000)
  expect(retryAfterOf('soon', now)).toBe(0)
})

test('[V8] a reply says how far this computer’s clock is from the server’s', async () => {
  const ask = async (headers: Record<string, string>): Promise<number | undefined> => {
    const answer = await exchange(await answering(json(200, {}, headers)), {})
    return answer.is === 'reply' ? answer.behind : undefined
  }
  const day = 24 * 3_600_000
  expect(await ask({ date: new Date(Date.now() - 400 * day).toUTCString() })).toBeLessThan(-399 * day)
  expect(await ask({ date: new Date(Date.now() + 2 * day).toUTCString() })).toBeGreaterThan(day)
  expect(await ask({ date: new Date().toUTCString() })).toBeUndefined()
  expect(await ask({ date: 'soon' })).toBeUndefined()
})
