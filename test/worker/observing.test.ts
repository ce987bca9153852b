import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import parsePrometheus from 'parse-prometheus-text-format'
import { afterEach, expect, test, vi } from 'vitest'
import type { ReadyReply } from '../../shared/api/ready.ts'
import { api } from '../../worker/api.ts'
import { checkHarmed } from '../../worker/bank/harmed-banks.ts'
import { bankVersion } from '../../worker/bank/storage/schema.ts'
import { jobs } from '../../worker/directory/job-runs.ts'
import { lastMigration } from '../../worker/directory/last-migration.ts'
import { runJob } from '../../worker/jobs/run-job.ts'
import { buckets } from '../../worker/telemetry/metrics.ts'
import { asBrowser, asDevice, call, makeNetwork, requestOf } from './network.ts'

const until = { timeout: 30_000, interval: 200 }
const ready = async (): Promise<ReadyReply & { status: number }> => {
  const answer = await call('/ready')
  return { status: answer.status, ...(await answer.json<ReadyReply>()) }
}
/** The answer is kept for a moment: asked until it says so. */
const saysOf = (key: keyof ReadyReply) => expect.poll(async () => (await ready())[key], until)

const logged: string[] = []
const listen = (): void => {
  for (const way of ['info', 'error'] as const) vi.spyOn(console, way).mockImplementation((line: unknown) => void logged.push(String(line)))
}
afterEach(() => {
  vi.restoreAllMocks()
  logged.length = 0
})

/** A request in this very isolate, with settings of its own. */
const ask = (path: string, settings: Partial<Env>, init: RequestInit = {}): Promise<Response> =>
  Promise.resolve(api.request(`http://localhost${path}`, init, { ...env, ...settings }))

test('[D60] /health answers without the directory', async () => {
  const nothing = new Proxy({} as D1Database, {
    get: () => {
      throw new Error('asked')
    },
  })
  const answer = await ask('/health', { DIRECTORY: nothing })
  expect([answer.status, await answer.json()]).toEqual([200, { state: 'well' }])
})

test('[D60] /ready says 200 where all is well, and of nobody', async () => {
  await saysOf('ready').toBe(true)
  const said = await ready()
  expect(said).toMatchObject({
    status: 200,
    directory: 'reached',
    migration: 'applied',
    clock: 'right',
    storageVersion: bankVersion,
    harmedBanks: 0,
  })
  expect(Object.keys(said.jobs).toSorted()).toEqual(Object.keys(jobs).toSorted())
  expect(env.MIGRATIONS.at(-1)?.name).toBe(lastMigration)
})

test('[D60] /ready says 503 of a late job, a failed job, a clock that stands behind, and a migration that is missing', async () => {
  const now = Date.now()
  const change = (sql: string, ...values: unknown[]) =>
    env.DIRECTORY.prepare(sql)
      .bind(...values)
      .run()
  await change("UPDATE job_run SET ended_at = ? WHERE job = 'sweep'", now - 3 * 24 * 3600 * 1000)
  await expect.poll(async () => (await ready()).jobs['sweep']?.state, until).toBe('late')
  expect((await ready()).status).toBe(503)
  listen()
  const failing = async (): Promise<void> => {
    throw new TypeError('the text of a person')
  }
  await expect(runJob(env, 'sweep', failing())).rejects.toThrow()
  await runJob(env, 'sweep', Promise.resolve())
  await expect(runJob(env, 'tell-objects', failing())).rejects.toThrow()
  expect(logged.join('\n')).toMatch(/"event":"job-failed","job":"tell-objects","error":"TypeError"/)
  expect(logged.join('\n')).not.toContain('person')
  await expect.poll(async () => (await ready()).jobs['tell-objects']?.state, until).toBe('failed')
  expect((await ready()).jobs['sweep']?.state).toBe('well')
  await runJob(env, 'tell-objects', Promise.resolve())

  await change("UPDATE job_run SET ended_at = ? WHERE job = 'sweep'", now + 3600 * 1000)
  await saysOf('clock').toBe('behind')
  await change("UPDATE job_run SET ended_at = ? WHERE job = 'sweep'", now)
  await change('UPDATE d1_migrations SET name = ? WHERE name = ?', 'another', lastMigration)
  await saysOf('migration').toBe('missing')
  await change('UPDATE d1_migrations SET name = ? WHERE name = ?', lastMigration, 'another')
  await saysOf('ready').toBe(true)
})

test('[D60] /ready says 503, and never fails, where the directory cannot be reached', async () => {
  const broken = { prepare: () => ({ bind: () => ({}) }), batch: () => Promise.reject(new Error('no directory')) } as unknown as D1Database
  await expect
    .poll(async () => (await (await ask('/ready', { DIRECTORY: broken })).json<ReadyReply>()).directory, until)
    .toBe('unreachable')
  await saysOf('ready').toBe(true)
})

test('[D61] a harmed bank is told by its object’s daily look and by whoever asks, and counted until it answers again', async () => {
  const { admin } = await makeNetwork('seen-harmed')
  const name = await env.DIRECTORY.prepare('SELECT object FROM network WHERE slug = ?').bind('seen-harmed').first<string>('object')
  const bank = env.NETWORKS.get(env.NETWORKS.idFromName(name ?? ''))
  listen()
  expect((await asBrowser(admin, '/v1/networks/seen-harmed/matrix')).status).toBe(200)
  const damage = (sql: string) =>
    runInDurableObject(bank, (_, state) => {
      state.storage.sql.exec(sql)
    })
  const row = "INSERT INTO entity (kind, id, seq, body) VALUES ('site', 'strange', 999999, '{}')"
  await damage(row)
  await runDurableObjectAlarm(bank).catch(() => {})
  const list = () => env.DIRECTORY.prepare('SELECT object FROM harmed_bank').all<{ object: string }>()
  await expect.poll(async () => (await list()).results, until).toEqual([{ object: bank.id.toString() }])
  await saysOf('harmedBanks').toBe(1)
  // It does not answer yet: it stays in the list.
  await checkHarmed(env)
  expect((await list()).results).toHaveLength(1)
  await env.DIRECTORY.prepare('DELETE FROM harmed_bank').run()
  const answer = await asBrowser(admin, '/v1/networks/seen-harmed/matrix')
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({ error: 'harmed', request: answer.headers.get('x-request-id') })
  await expect.poll(async () => (await list()).results.length, until).toBe(1)
  expect(logged.join('\n')).not.toContain('seen-harmed')
})

test('[D62] every answer names its request: by its ray, or at random, and never by what a client made up', async () => {
  const idOf = async (ray?: string): Promise<string> =>
    (await call('/health', ray === undefined ? {} : { headers: { 'cf-ray': ray } })).headers.get('x-request-id') ?? ''
  expect(await idOf('0123456789abcdef-FRA')).toBe('0123456789abcdef-FRA')
  for (const invented of [undefined, 'Ada Admin', '0123456789abcdef-FRA{"event":1}', 'x'.repeat(10_000)])
    expect(await idOf(invented)).toMatch(/^[\da-f]{16}$/)
})

test('[D62] with REQUEST_LOG a line says of a request its pattern, and nothing of who, where and what', async () => {
  const { admin } = await makeNetwork('seen-secret')
  listen()
  const secret = `/v1/networks/seen-secret/ideas/an-idea?q=words`
  const headers = { cookie: admin.cookie, 'sec-fetch-site': 'same-origin' }
  await ask(secret, {}, { headers })
  expect(logged).toEqual([])
  await ask(secret, { REQUEST_LOG: 'on' }, { headers })
  await ask('/v1/nothing/of-that?mail=ada@hospital.example', { REQUEST_LOG: 'on' }, { method: 'PROPFIND' })
  expect(logged.map((line) => JSON.parse(line) as unknown)).toEqual([
    {
      time: expect.any(String) as string,
      level: 'info',
      event: 'request',
      request: expect.any(String) as string,
      method: 'GET',
      route: '/v1/networks/:network/ideas/:id',
      status: 404,
      ms: expect.any(Number) as number,
    },
    {
      time: expect.any(String) as string,
      level: 'info',
      event: 'request',
      request: expect.any(String) as string,
      method: 'other',
      route: 'none',
      status: 404,
      ms: expect.any(Number) as number,
    },
  ])
})

test('[D63] /metrics does not exist without its key, and is what a parser of Prometheus reads', async () => {
  const { contributor } = await makeNetwork('seen-counted')
  const get = (key: string) => call('/metrics', { headers: { authorization: `Bearer ${key}` } })
  const familiesIn = (text: string) => new Map(parsePrometheus(text).map((family) => [family.name, family]))
  const refusedIn = (text: string): number => {
    const all = familiesIn(text).get('gleaner_mutations_total')?.metrics ?? []
    return Number(all.find(({ labels }) => labels?.['outcome'] === 'refused')?.value ?? 0)
  }
  // Counts go on from the files that this runtime ran before.
  const before = refusedIn(await (await get('test')).text())
  const mutation = { id: crypto.randomUUID(), cseq: 1, at: Date.now(), name: 'nothing', args: {} }
  const sync = requestOf(crypto.randomUUID(), [mutation])
  expect((await asDevice(contributor, '/v1/networks/seen-counted/sync', { method: 'POST', body: JSON.stringify(sync) })).status).toBe(200)
  expect((await get('another')).status).toBe(404)
  for (const METRICS_KEY of ['', 'other'])
    expect((await ask('/metrics', { METRICS_KEY }, { headers: { authorization: 'Bearer test' } })).status).toBe(404)
  const answer = await get('test')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
  const text = await answer.text()
  const families = familiesIn(text)
  expect(refusedIn(text)).toBe(before + 1)
  expect(families.get('gleaner_request_duration_seconds')?.type).toBe('HISTOGRAM')
  // The parser reads histograms without labels only: as plain samples it keeps what distinguishes them.
  const untyped = parsePrometheus(text.replaceAll(/^# TYPE \w+ histogram$/gm, ''))
  const plain = (name: string) => untyped.filter((family) => family.name === name).flatMap(({ metrics }) => metrics)
  const counts = plain('gleaner_request_duration_seconds_count')
  expect(counts.map(({ labels }) => labels?.['route'])).toContain('/v1/networks/:network/sync')
  for (const { labels, value } of counts) {
    const own = plain('gleaner_request_duration_seconds_bucket').filter((sample) => sample.labels?.['route'] === labels?.['route'])
    expect(own.map((sample) => sample.labels?.['le'])).toEqual([...buckets.map(String), '+Inf'])
    const values = own.map((sample) => Number(sample.value))
    expect(values).toEqual(values.toSorted((one, other) => one - other))
    expect(values.at(-1)).toBe(Number(value))
  }
  expect(families.get('gleaner_job_age_seconds')?.metrics).toHaveLength(Object.keys(jobs).length)
  expect(text).not.toContain('seen-')
})
