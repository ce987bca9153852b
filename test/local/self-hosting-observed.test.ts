import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../worker/local/ports.ts'
import { buildServer } from '../../worker/operate/build-server.ts'
import { operate, type OwnServer, ownServer } from './own-server.ts'
import { syncDevice } from './sync-device.ts'

const folder = mkdtempSync(join(tmpdir(), 'gleaner-observed-'))
let server: OwnServer

beforeAll(async () => {
  const pages = join(folder, 'pages')
  mkdirSync(pages)
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Pages</title>')
  await buildServer(join(folder, 'server'), pages)
  server = ownServer(join(folder, 'server'), join(folder, 'data'), await freePort(), () => ({ REQUEST_LOG: 'on', METRICS_KEY: 'a-key' }))
  await server.start()
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('[D60] [D62] [D63] a server of one’s own says whether it is ready, counts for whoever shows the key, and logs neither person nor network', async () => {
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${server.url}${path}`, { headers })
  expect(await (await get('/health')).json()).toEqual({ state: 'well' })
  const ready = await get('/ready')
  expect([ready.status, await ready.json()]).toMatchObject([200, { ready: true, migration: 'applied', harmedBanks: 0 }])
  expect([(await get('/metrics')).status, (await get('/metrics', { authorization: 'Bearer b-key' })).status]).toEqual([404, 404])
  const hash = createHash('sha256').update('AAAABBBBCCCC').digest('hex')
  await operate(server.socket, [
    "INSERT INTO network (slug, name, object, created_at) VALUES ('north', 'The north', 'net:north', 1)",
    "INSERT INTO person (id, name, created_at) VALUES ('p1', 'Ada Admin', 1)",
    "INSERT INTO membership (person, network, role, created_at) VALUES ('p1', 'north', 'admin', 1)",
    `INSERT INTO code (hash, kind, person, network, expires_at) VALUES ('${hash}', 'device', 'p1', 'north', ${Date.now() + 600_000})`,
  ])
  const connected = await fetch(`${server.url}/v1/devices`, {
    method: 'POST',
    body: JSON.stringify({ code: 'AAAABBBBCCCC', name: 'test' }),
  })
  const device = syncDevice(server.url, 'north', ((await connected.json()) as { token: string }).token)
  device.propose('An idea with words')
  await device.sync()
  const text = await (await get('/metrics', { authorization: 'Bearer a-key' })).text()
  expect(text).toContain('gleaner_mutations_total{outcome="done"} 1\n')
  expect(text).toContain('gleaner_requests_total{route="/v1/networks/:network/sync",method="POST",status="2xx"} 1\n')
  expect(text).toContain('gleaner_ready 1\n')
  await expect.poll(() => server.printed(), { timeout: 10_000 }).toContain('networks/:network/sync')
  for (const said of ['Ada', 'idea with words', 'north']) expect(server.printed()).not.toContain(said)
})
