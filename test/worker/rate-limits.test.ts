import { createScheduledController } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Role } from '../../shared/domain/entities.ts'
import { countAttempt } from '../../worker/auth/rate-limit.ts'
import { clientAddress, sourceNetwork } from '../../worker/http/client-address.ts'
import { makeCode } from '../../worker/auth/one-time-codes.ts'
import worker from '../../worker/index.ts'
import { intoNext } from './clock.ts'
import { asBrowser, call, makeNetwork, type TestMember } from './network.ts'

const stretch = 10 * 60 * 1000
let here: Record<Role, TestMember>
const alarms = vi.spyOn(console, 'error').mockImplementation(() => undefined)
beforeAll(async () => {
  intoNext(stretch)
  here = await makeNetwork('brakes')
  await env.DIRECTORY.prepare(
    "INSERT INTO provider (id, network, label, issuer, client, secret_name, domains) VALUES ('p', 'brakes', 'H', 'https://h.example', 'c', 'IDP_TEST', '[]')",
  ).run()
})

afterAll(() => {
  vi.useRealTimers()
})

interface From {
  address: string
  cookie?: string
}
const ask = (path: string, { address, cookie = '' }: From, body: unknown = {}) =>
  call(path, { method: 'POST', body: JSON.stringify(body), headers: { 'cf-connecting-ip': address, cookie } })
const statuses = async (count: number, one: () => Promise<Response>): Promise<Record<number, number>> => {
  const all: Record<number, number> = {}
  for (let from = 0; from < count; from += 20)
    for (const { status } of await Promise.all(Array.from({ length: Math.min(20, count - from) }, one)))
      all[status] = (all[status] ?? 0) + 1
  return all
}
const counted = (name: string, count: number) =>
  env.DIRECTORY.prepare('INSERT OR REPLACE INTO brake (name, stretch, count, until) VALUES (?, ?, ?, ?)')
    .bind(name, Math.floor(Date.now() / stretch), count, Date.now() + stretch)
    .run()

/** A browser in which that member has signed in with a link. */
const browserOf = async ({ person }: TestMember): Promise<string> => {
  const code = await makeCode(env.DIRECTORY, 'web', person, 'brakes', Date.now() + stretch)
  const entered = await call('/v1/session', { method: 'POST', body: JSON.stringify({ code }) })
  return entered.headers
    .getSetCookie()
    .filter((line) => line.startsWith('gleaner-browser='))
    .map((line) => line.split(';')[0])
    .join('')
}

test('[A23] a source beyond its rate limit stops itself, and nobody else', async () => {
  await counted('device-codes:from:192.0.2.1', 160)
  expect(await statuses(100, () => ask('/v1/device-codes', { address: '192.0.2.1' }))).toEqual({ 200: 40, 429: 60 })
  const refused = await ask('/v1/device-codes', { address: '192.0.2.1' })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await ask('/v1/device-codes', { address: '192.0.2.2' })).status).toBe(200)
  // What was refused counts for nobody else.
  const all = await env.DIRECTORY.prepare("SELECT sum(count) AS n FROM brake WHERE name = 'device-codes'").first<number>('n')
  expect(all).toBe(41)
})

test('[A23] a flood from many sources refuses nobody: one alarm in the log, and strangers wait some seconds', async () => {
  await counted('passkeys', 6999)
  await counted('mail-codes', 1999)
  await counted('device-codes', 2400)
  for (const path of ['/v1/passkeys/challenge', '/v1/device-codes']) expect((await ask(path, { address: '198.51.100.7' })).status).toBe(200)
  const mail = () => ask('/v1/email-codes', { address: '198.51.100.7' }, { address: `${crypto.randomUUID()}@hospital.example` })
  expect((await mail()).status).toBe(200)
  expect((await mail()).status).toBe(200)
  expect(alarms.mock.calls.filter(([text]) => String(text).includes('"event":"flood","what":"mail-codes"'))).toHaveLength(1)
})

test('[A24] a browser in which somebody signed in before is not stopped by strangers at its address, and has a rate limit of its own', async () => {
  const [address, cookie] = ['203.0.113.5', await browserOf(here.contributor)]
  await counted(`passkeys:from:${address}`, 600)
  expect((await ask('/v1/passkeys/challenge', { address })).status).toBe(429)
  expect((await ask('/v1/passkeys/challenge', { address, cookie })).status).toBe(200)
  expect((await ask('/v1/passkeys/challenge', { address, cookie: 'gleaner-browser=made-up' })).status).toBe(429)
  expect(await statuses(62, () => ask('/v1/passkeys/challenge', { address: '203.0.113.6', cookie }))).toEqual({ 200: 59, 429: 3 })
  // Signing out everywhere makes it a stranger's.
  await asBrowser(here.contributor, '/v1/sessions', { method: 'DELETE' })
  expect((await ask('/v1/passkeys/challenge', { address, cookie })).status).toBe(429)
})

test('[A24] [A13] strangers who use up a mailbox’s rate limit do not lock its owner out of a known browser; unknown browsers get no more', async () => {
  const address = 'cora@hospital.example'
  await env.DIRECTORY.prepare("INSERT INTO identity (issuer, subject, person, created_at) VALUES ('email', ?, ?, 0)")
    .bind(address, here.coordinator.person)
    .run()
  const mail = (cookie = '') => ask('/v1/email-codes', { address: '192.0.2.90', cookie }, { address })
  expect(await statuses(8, () => mail())).toEqual({ 200: 5, 429: 3 })
  const [own, other] = [await browserOf(here.coordinator), await browserOf(here.steering)]
  expect((await mail(other)).status).toBe(429)
  expect(await statuses(7, () => mail(own))).toEqual({ 200: 5, 429: 2 })
})

test('[A23] [A16] sign-ins begun at a hospital are counted by source; abandoned ones are deleted within ten minutes', async () => {
  const start = (address: string) => call('/v1/providers/p/start', { redirect: 'manual', headers: { 'cf-connecting-ip': address } })
  await counted('providers:from:192.0.2.50', 600)
  const before = await env.DIRECTORY.prepare('SELECT count(*) AS n FROM provider_trip').first<number>('n')
  expect((await start('192.0.2.50')).status).toBe(429)
  expect(await env.DIRECTORY.prepare('SELECT count(*) AS n FROM provider_trip').first<number>('n')).toBe(before)
  const later = Date.now() + 11 * 60 * 1000
  await worker.scheduled(createScheduledController({ scheduledTime: new Date(later), cron: '*/10 * * * *' }), env)
  for (const table of ['provider_trip', 'email_code', 'passkey_challenge'])
    expect(await env.DIRECTORY.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>('n')).toBe(0)
})

test('[A23] rate limits delete expired counts as they count, so that no number of sources fills the table', async () => {
  const rows = async () =>
    (await env.DIRECTORY.prepare("SELECT count(*) AS n FROM brake WHERE name LIKE 'flood:%'").first<number>('n')) ?? -1
  const old = Date.now() - 3 * stretch
  for (let source = 0; source < 120; source += 1) await countAttempt(env.DIRECTORY, { name: `flood:${source}`, stretch }, old)
  expect(await rows()).toBe(120)
  for (let source = 0; source < 40; source += 1) await countAttempt(env.DIRECTORY, { name: `flood:new-${source}`, stretch }, Date.now())
  expect(await rows()).toBe(40)
})

test('[A25] the source of a request is read from the trusted header, and from no other', () => {
  const request = new Request('https://g.example', {
    headers: { 'cf-connecting-ip': '192.0.2.1', 'x-real-ip': '2001:DB8:1:2ab::9', 'x-forwarded-for': '10.0.0.1, 198.51.100.3' },
  })
  expect(clientAddress({}, request)).toBe('192.0.2.1')
  expect(clientAddress({ ADDRESS_HEADER: 'none' }, request)).toBe('')
  expect(clientAddress({ ADDRESS_HEADER: 'x-real-ip' }, request)).toBe('2001:db8:1:2ab:0:0:0:9')
  expect(clientAddress({ ADDRESS_HEADER: 'x-forwarded-for' }, request)).toBe('198.51.100.3')
  for (const text of ['', '1.2.3', '1.2.3.400', 'ada', '::g', "192.0.2.1'; --", '[::1]', '1:2', ':::', 'x'.repeat(5000)])
    expect(clientAddress({}, new Request('https://g.example', { headers: { 'cf-connecting-ip': text } }))).toBe('')
})

test('[A23] a source is an IPv4 address, or the first 56 bits of an IPv6 one, however it is written', () => {
  const of = (address: string) =>
    sourceNetwork(clientAddress({}, new Request('https://g.example', { headers: { 'cf-connecting-ip': address } })))
  expect(of('192.0.2.1')).toBe('192.0.2.1')
  expect(of('::ffff:192.0.2.1')).toBe('192.0.2.1')
  expect(of('2001:db8:1:2ab::9')).toBe('2001:db8:1:200::/56')
  expect(of('2001:0DB8:0001:02cd:1:2:3:4')).toBe(of('2001:db8:1:2ab::9'))
  expect(of('2001:db8:1:3ab::9')).not.toBe(of('2001:db8:1:2ab::9'))
  expect(of('::1')).toBe('0:0:0:0::/56')
})
