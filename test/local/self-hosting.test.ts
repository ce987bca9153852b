import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../worker/local/ports.ts'
import { root } from '../../worker/local/root.ts'
import { buildServer } from '../../worker/operate/build-server.ts'
import { readProduct } from '../../worker/operate/product.ts'
import { mailRelay } from './mail-relay.ts'
import { operate, type OwnServer, ownServer, programAt } from './own-server.ts'
import { type SyncDevice, syncDevice } from './sync-device.ts'

const folder = mkdtempSync(join(tmpdir(), 'gleaner-own-'))
const [built, data, copies, environmentFile] = ['server', 'data', 'copies', 'environment'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
  string,
]
const slug = 'north'
let server: OwnServer
let [port, relayPort] = [0, 0]

/** Lines of the environment file, as systemd reads them. */
const environment = (): Record<string, string> =>
  Object.fromEntries(
    readFileSync(environmentFile, 'utf8')
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )

const relay = mailRelay()

const byNode = { GLEANER_SQLITE: join(root, 'worker/operate/sqlite-shell.ts'), NODE_NO_WARNINGS: '1' }
const hasSqlite = spawnSync('sqlite3', ['--version']).status === 0

const sh = (script: string, more: Record<string, string> = {}): Promise<{ status: number; said: string }> =>
  new Promise((resolve) => {
    const path = [join(folder, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter)
    const env = { ...process.env, PATH: path, ...(hasSqlite ? {} : byNode), ...more }
    const child = spawn('sh', ['-e', '-c', script], { env, cwd: root })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('close', (code) => resolve({ status: code ?? 1, said }))
  })
const gleanerAdmin = (...args: string[]) => sh([join(built, 'gleaner-admin'), ...args].map((arg) => `'${arg}'`).join(' '))

/** Stands for systemd alone: `systemctl` in a runbook starts and stops the real server. */
let systemd: Server
const systemctl = async (command: string): Promise<void> => {
  if (command !== 'start') await server.stop()
  if (command !== 'stop') await server.start()
}

const device = async (): Promise<SyncDevice> => {
  const code = crypto.randomUUID().replaceAll('-', '').toUpperCase()
  const hash = createHash('sha256').update(code).digest('hex')
  await operate(server.socket, [
    `INSERT INTO code (hash, kind, person, network, expires_at) SELECT '${hash}', 'device', person, network, ${Date.now() + 60_000} FROM membership`,
  ])
  const answer = await fetch(`${server.url}/v1/devices`, { method: 'POST', body: JSON.stringify({ code, name: 'test' }) })
  return syncDevice(server.url, slug, ((await answer.json()) as { token: string }).token)
}

beforeAll(async () => {
  const pages = join(folder, 'made-pages')
  mkdirSync(join(pages, 'assets'), { recursive: true })
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Pages</title>')
  writeFileSync(join(pages, 'assets/app.js'), 'export {}')
  cpSync(join(root, 'worker/dashboard/public/_headers'), join(pages, '_headers'))
  ;[port, relayPort] = [await freePort(), await freePort()]
  relay.listen(relayPort)
  writeFileSync(environmentFile, `MAIL_FROM=gleaner@north.example\nMAIL_SERVER=smtp://127.0.0.1:${relayPort}\n`)
  await buildServer(built, pages)
  server = ownServer(built, data, port, environment)
  const systemdPort = await freePort()
  systemd = createServer((request, response) => {
    const answer = (status: number) => response.writeHead(status).end()
    systemctl(request.url?.slice(1) ?? '').then(
      () => answer(200),
      () => answer(500),
    )
  }).listen(systemdPort, '127.0.0.1')
  mkdirSync(join(folder, 'bin'))
  const ask = 'fetch(process.argv[1]).then((answer) => process.exit(answer.ok ? 0 : 1))'
  writeFileSync(join(folder, 'bin/systemctl'), `#!/bin/sh\nexec node -e '${ask}' "http://127.0.0.1:${systemdPort}/$1"\n`)
  chmodSync(join(folder, 'bin/systemctl'), 0o755)
  await server.start()
  const made = await sh(
    `node worker/operate/admin.ts new-network ${slug} "North" --admin "Ada Admin" --email ada@north.example --socket ${server.socket} --url ${server.url}`,
  )
  expect(made).toMatchObject({ status: 0 })
  const code = /sign-in#(\S+)/.exec(made.said)?.[1]
  const headers = { 'cf-connecting-ip': '6.6.6.6', 'x-forwarded-for': '7.7.7.7, 198.51.100.4', 'sec-fetch-site': 'same-origin' }
  const session = await fetch(`${server.url}/v1/session`, { method: 'POST', body: JSON.stringify({ code }), headers })
  expect(session.status).toBe(200)
})
afterAll(async () => {
  await server.stop()
  systemd.close()
  relay.close()
  rmSync(folder, { recursive: true, force: true })
})

test('[D50] the server has every object, cron, route and variable that the deployed Worker has', () => {
  const config = readFileSync(join(built, 'config.capnp'), 'utf8')
  const product = readProduct()
  const wanted = [
    ...product.durable_objects.bindings.flatMap(({ name, class_name }) => [`(name = "${name}", durableObjectNamespace = "${class_name}")`]),
    ...product.migrations.flatMap(({ new_sqlite_classes: names }) =>
      names.map((name) => `uniqueKey = "gleaner-${name}", enableSql = true`),
    ),
    ...[...product.triggers.crons, ...product.assets.run_worker_first].map((one) => `\\"${one}\\"`),
    ...['MAIL_FROM', 'MEMBER_LIMITS', 'TURNSTILE_SECRET', 'CLOSED_NETWORKS'].map((name) => `fromEnvironment = "${name}"`),
  ]
  expect(wanted.filter((one) => !config.includes(one))).toEqual([])
  expect(config).not.toContain('DEVELOPMENT_KEY')
})

test('[D50] pages are shown with the headers of a deployment, and nothing else of the folder', async () => {
  const get = (path: string, init: RequestInit = {}) => fetch(`${server.url}${path}`, init)
  const first = await get('/triage')
  expect([first.status, first.headers.get('content-type'), await first.text()]).toEqual([
    200,
    'text/html; charset=utf-8',
    '<!doctype html><title>Pages</title>',
  ])
  expect(first.headers.get('content-security-policy')).toContain("default-src 'self'")
  const etag = first.headers.get('etag') ?? ''
  // As a proxy that compresses sends it, and as one that knows several.
  for (const known of [etag, `W/${etag}`, `"other", W/${etag}`])
    expect([known, (await get('/', { headers: { 'if-none-match': known } })).status]).toEqual([known, 304])
  expect((await get('/', { headers: { 'if-none-match': 'W/"other"' } })).status).toBe(200)
  const asset = await get('/assets/app.js')
  expect([asset.headers.get('content-type'), asset.headers.get('cache-control')]).toEqual([
    'text/javascript; charset=utf-8',
    'public, max-age=31536000, immutable',
  ])
  for (const path of ['/assets', '/assets/', '/_headers', '/missing.js', '/%2e%2e/config.capnp'])
    expect([path, await (await get(path)).text()]).toEqual([path, '<!doctype html><title>Pages</title>'])
  expect((await get('/', { method: 'POST' })).status).toBe(405)
  expect((await get('/development/mailbox')).status).toBe(404)
})

test('[D51] the audit says the address that the proxy says, never one that the client wrote', async () => {
  const [rows] = await operate(server.socket, ["SELECT source FROM audit WHERE action = 'signed-in'"])
  expect(rows).toEqual([{ source: '198.51.100.4' }])
})

test('[D52] a code goes to the relay as one mail to one address', async () => {
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
  const ask = (address: string) => fetch(`${server.url}/v1/email-codes`, { method: 'POST', headers, body: JSON.stringify({ address }) })
  expect((await ask('ada@north.example')).status).toBe(200)
  await expect.poll(relay.said, { timeout: 60_000 }).toMatch(/\r\n\.\r\nQUIT/)
  expect(relay.said()).toContain('MAIL FROM:<gleaner@north.example>\r\nRCPT TO:<ada@north.example>\r\nDATA\r\n')
  const mail = relay.said()
  const body = mail.slice(mail.indexOf('\r\n\r\n') + 4, mail.indexOf('\r\n.\r\n')).replaceAll('\r\n', '')
  expect(Buffer.from(body, 'base64').toString()).toMatch(/[A-Z\d]/)
  relay.forget()
  await ask('ada@north.example>\r\nRCPT TO:<eve@elsewhere.example')
  expect(relay.said()).not.toContain('eve@')
})

/** The commands of a section of a document: its blocks, in order. */
const runbook = (): string[] => {
  const [, section = ''] = readFileSync(join(root, 'docs/operations.md'), 'utf8').split('## Copies and restore on a server of one’s own')
  const blocks = [...(section.split('\n## ')[0] ?? '').matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block)
  return blocks.map((block) =>
    block
      .replaceAll('/opt/gleaner/', `${built}/`)
      .replaceAll('/var/lib/gleaner-backups', copies)
      .replaceAll(/\/var\/lib\/(?:private\/)?gleaner(?=[\s-])/g, data)
      .replaceAll('/etc/gleaner/environment', environmentFile)
      .replaceAll('paediatrics', slug),
  )
}

const bankFile = (): string => {
  const folder = join(data, 'gleaner-NetworkObject')
  return join(folder, readdirSync(folder).find((name) => /^[\da-f]{64}\.sqlite$/.test(name)) ?? '-')
}

test('[D53] the runbook, word by word: filled, copied while written to, destroyed, restored, and every acknowledged mutation is there once', async () => {
  const devices = await Promise.all(Array.from({ length: 3 }, device))
  const write = async (rounds: number, what: string): Promise<void> => {
    for (let number = 0; number < rounds; number += 1)
      await Promise.all(
        devices.map(async (one, which) => {
          for (let more = 0; more < 5; more += 1) one.propose(`${what}: device ${which}, round ${number}, ${more}`)
          await one.sync()
        }),
      )
  }
  await write(6, 'Before the copy')
  const [copy = '', restore = '', close = '', ...others] = runbook()
  expect(others).toEqual([])
  const [copied] = await Promise.all([sh(copy), write(6, 'While it is copied')])
  expect(copied).toMatchObject({ status: 0 })
  expect(copied.said).toContain('can be restored')
  await write(4, 'After the copy')
  const promised = devices.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0)
  expect(promised).toBe(3 * 5 * 16)

  await server.stop('SIGKILL')
  writeFileSync(bankFile(), 'not a bank any more')
  const restored = await sh(restore)
  expect(restored).toMatchObject({ status: 0 })
  expect(existsSync(`${data}-before`)).toBe(true)

  // The first of them to come finds a bank without what it was promised after the copy, and brings it again.
  await write(1, 'After the restore')
  for (const one of devices) await one.sync()
  const all = promised + 3 * 5
  const [ideas, ...rest] = devices.map((one) => one.ideas)
  expect(ideas?.size).toBe(all)
  for (const other of rest) expect([...other].toSorted()).toEqual([...(ideas ?? [])].toSorted())
  expect(new Set(devices.flatMap((one) => [...one.acknowledged])).size).toBe(all)

  const [shut, restart, open, again] = close.trim().split('\n')
  const publicPage = async (): Promise<number> => (await fetch(`${server.url}/p/${slug}/${crypto.randomUUID()}`)).status
  const program = await programAt(server)
  expect([await publicPage(), await program()]).toEqual([404, 200])
  await sh(`${shut}\n${restart}`)
  await expect(devices[0]?.sync()).rejects.toThrow('503 {"error":"closed"')
  expect([await publicPage(), await program()]).toEqual([503, 503])
  await sh(`${open}\n${again}`)
  await devices[0]?.sync()
  expect([await publicPage(), await program()]).toEqual([404, 200])
})

test('[D56] a bank whose alarm lies in the past and rings nowhere sets it again', async () => {
  await server.stop()
  const bells = join(dirname(bankFile()), 'metadata.sqlite')
  const change = (file: string, sql: string): void => {
    const database = new DatabaseSync(file)
    database.exec(sql)
    database.close()
  }
  change(bankFile(), 'UPDATE _cf_METADATA SET value = 1700000000000000000 WHERE key = 1')
  change(bells, 'DELETE FROM _cf_ALARM')
  await server.start()
  await (await device()).sync()
  const bell = async () =>
    (await sh(`node '${byNode.GLEANER_SQLITE}' -readonly '${bells}' 'SELECT count(*) FROM _cf_ALARM'`, { NODE_NO_WARNINGS: '1' })).said
  await expect.poll(bell, { timeout: 60_000 }).toBe('1\n')
})

test('[D54] without --keep-sessions a restore ends what the copy would bring back, and says so', async () => {
  const old = await device()
  old.propose('Of a device whose token ends')
  await old.sync()
  await gleanerAdmin('backup', '--data', data, '--to', copies)
  await server.stop()
  rmSync(data, { recursive: true })
  const newest =
    readdirSync(copies)
      .toSorted()
      .findLast((name) => name.startsWith('2')) ?? ''
  const restored = await gleanerAdmin('restore', join(copies, newest), '--data', data)
  expect(restored).toMatchObject({ status: 0 })
  expect(restored.said).toContain('All sessions, devices, access tokens, codes and invitations of the copy were ended')
  await server.start()
  await expect(old.sync()).rejects.toThrow('401')
  const fresh = await device()
  await fresh.sync()
  expect(fresh.ideas.size).toBe(3 * 5 * 17 + 1)
})

test('[D54] a restore writes over nothing, a copy that is not sound is refused, and old copies go only after a new one', async () => {
  expect(await gleanerAdmin('restore', join(copies, 'none'), '--data', join(folder, 'other'))).toMatchObject({ status: 1 })
  const newest = readdirSync(copies).toSorted().at(-1) ?? ''
  const refused = await gleanerAdmin('restore', join(copies, newest), '--data', data)
  expect(refused).toMatchObject({ status: 1, said: expect.stringContaining('is not empty') as string })
  await server.stop()
  const check = `'${join(built, 'gleaner-admin')}' check --data '${data}'`
  expect(await sh(check, byNode)).toEqual(await sh(check))
  const harmed = readFileSync(bankFile())
  const whole = Buffer.from(harmed)
  harmed.fill(0xaa, 8192, harmed.length - 4096)
  writeFileSync(bankFile(), harmed)
  const before = readdirSync(copies)
  expect(await gleanerAdmin('check', '--data', data)).toMatchObject({ status: 1, said: expect.stringContaining('HARMED') as string })
  expect(await gleanerAdmin('backup', '--data', data, '--to', copies, '--keep', '1')).toMatchObject({ status: 1 })
  expect(readdirSync(copies).filter((name) => name.startsWith('2'))).toEqual(before.filter((name) => name.startsWith('2')))
  writeFileSync(bankFile(), whole)
  expect(await gleanerAdmin('backup', '--data', data, '--to', copies, '--keep', '1')).toMatchObject({ status: 0 })
  expect(readdirSync(copies).filter((name) => name.startsWith('2'))).toHaveLength(1)
  await server.start()
})
