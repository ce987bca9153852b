import { env } from 'cloudflare:workers'
import { runInDurableObject } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import type { QueuedMutation, PageReply } from '../../shared/sync/protocol.ts'
import { Admission } from '../../worker/bank/admission.ts'
import { createSession } from '../../worker/auth/sessions.ts'
import { stubOf } from './large-bank.ts'
import { asDevice, call, makeNetwork, proposal, requestOf, sync, type TestMember } from './network.ts'

const devices = 150
interface Device {
  token: string
  replica: string
  mutations: QueuedMutation[]
}
let herd: Device[]
let member: TestMember
beforeAll(async () => {
  ;({ contributor: member } = await makeNetwork('herd'))
  herd = await Promise.all(
    Array.from({ length: devices }, async () => {
      const session = { kind: 'device', person: member.person, network: 'herd', label: '', how: 'test', source: '' } as const
      const made = await createSession(env.DIRECTORY, session, Date.now())
      const token = `${(await stubOf('herd')).id.toString()}.${made?.secret ?? ''}`
      return { token, replica: crypto.randomUUID(), mutations: [proposal(1), proposal(2), proposal(3)] }
    }),
  )
  // From now on the network's object knows them all.
  for (const { token, replica } of herd) await sync({ ...member, token }, requestOf(replica, []))
})

const post = ({ token, replica, mutations }: Device): Promise<Response> =>
  asDevice({ token }, '/v1/networks/herd/sync', { method: 'POST', body: JSON.stringify(requestOf(replica, mutations)) })

test('[S31] of many devices at once, those that can be answered soon are admitted, the others get a time to retry; each mutation runs once in the end', async () => {
  let [left, refused] = [herd, 0]
  const acked: string[] = []
  while (left.length > 0) {
    const answers = await Promise.all(left.map(async (device) => ({ device, answer: await post(device) })))
    for (const { answer } of answers) if (answer.ok) acked.push(...(await answer.json<PageReply>()).acks.map(({ id }) => id))
    const away = answers.filter(({ answer }) => !answer.ok)
    for (const { answer } of away) {
      expect([answer.status, await answer.json()]).toMatchObject([503, { error: 'busy' }])
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    refused += away.length
    left = away.map(({ device }) => device)
  }
  expect(refused).toBeGreaterThan(0)
  const asked = herd.flatMap(({ mutations }) => mutations.map(({ id }) => id))
  expect(acked.toSorted()).toEqual(asked.toSorted())
  await runInDurableObject(await stubOf('herd'), (_, { storage }) => {
    const count = storage.sql.exec("SELECT count(*) AS n, count(DISTINCT mutation) AS ids FROM log WHERE name = 'proposeIdea'").one()
    expect(count).toEqual({ n: asked.length, ids: asked.length })
  })
})

test('[S31] a request that reaches its object too late is not begun, and may be sent again', async () => {
  const stub = await stubOf('herd')
  const person = { id: member.person, name: 'C', role: 'contributor', site: 'site-1' } as const
  const text = JSON.stringify(requestOf(crypto.randomUUID(), [proposal(1)]))
  const before = await headOf()
  const late = await stub.sync(text, person, Date.now() - 10_000)
  expect([late.status, (late.retryAfter ?? 0) >= 5]).toEqual([503, true])
  expect(await headOf()).toBe(before)
  expect((await stub.sync(text, person, Date.now())).status).toBe(200)
})

const headOf = async (): Promise<number> =>
  runInDurableObject(await stubOf('herd'), (_, { storage }) => Number(storage.sql.exec('SELECT max(seq) AS head FROM log').one()['head']))

test('[S31] requests without a session take nobody’s place', async () => {
  const strangers = Array.from({ length: 200 }, () => call('/v1/networks/herd/sync', { method: 'POST', body: '{}' }))
  const [own] = await Promise.all([post({ ...(herd[0] as Device), mutations: [] }), ...strangers])
  expect(own?.status).toBe(200)
})

/** Milliseconds after which to come again; 0 for whoever was let in. */
const waitOf = (answer: ReturnType<Admission['enter']>): number => (typeof answer === 'number' ? answer : 0)

test('[S31] retry times are spread at the rate at which the object works, up to a minute; one device gets only a few places', () => {
  const admission = new Admission()
  const waits = Array.from({ length: 2000 }, (_, index) => waitOf(admission.enter(`device ${index}`, 0)))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(40)
  const later = waits.filter((wait) => wait > 0)
  expect(later).toEqual(later.toSorted((one, other) => one - other))
  expect(new Set(later).size).toBe(later.length)
  expect(Math.max(...later)).toBeLessThanOrEqual(60_000)
  const other = new Admission()
  const places = Array.from({ length: 6 }, () => other.enter('greedy', 0))
  expect(places.map(waitOf)).toEqual([0, 0, 0, 0, 1000, 1000])
  expect(waitOf(other.enter('modest', 0))).toBe(0)
  const [first] = places
  if (typeof first === 'object') other.leave(first, 20)
  expect(waitOf(other.enter('greedy', 20))).toBe(0)
})

test('[S31] where a request takes long, fewer wait for it, so that none waits until its device gives up', () => {
  const admission = new Admission()
  let now = 0
  for (let done = 0; done < 200; done += 1) {
    const place = admission.enter('slow', now)
    now += 500
    if (typeof place === 'object') admission.leave(place, now)
  }
  const waits = Array.from({ length: 40 }, (_, index) => waitOf(admission.enter(`device ${index}`, now)))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(10)
  expect(Math.min(...waits.slice(10))).toBeGreaterThanOrEqual(10 * 490)
})

test('[S31] whoever comes to a full queue is sent away before their request is read, and slow senders keep nobody out for long', () => {
  const admission = new Admission()
  const come = Array.from({ length: 50 }, () => admission.come(0))
  expect(come.filter((one) => typeof one === 'object')).toHaveLength(40)
  expect(typeof admission.come(2000)).toBe('number')
  expect(typeof admission.come(2001)).toBe('object')
  const other = new Admission()
  for (let index = 0; index < 39; index += 1) other.enter(`device ${index}`, 0)
  const last = other.come(0)
  expect([typeof last, typeof other.come(0)]).toEqual(['object', 'number'])
  if (typeof last === 'object') other.isRead(last)
  expect([typeof other.come(0), other.idle]).toEqual(['object', false])
})

test('[S31] the place of a request whose sender disconnected is given to others', () => {
  const admission = new Admission()
  for (let index = 0; index < 4; index += 1) admission.enter('closed its tab', index)
  for (let index = 0; index < 36; index += 1) admission.enter(`device ${index}`, 100)
  expect(waitOf(admission.enter('closed its tab', 1000))).toBeGreaterThan(0)
  expect(waitOf(admission.enter('closed its tab', 30_010))).toBe(0)
  expect(waitOf(admission.enter('another', 31_000))).toBe(0)
})

test('[S31] 2,000 devices at once that obey Retry-After are all answered, hardly slower than one after the other', () => {
  const [admission, service] = [new Admission(), 18]
  let [now, done, refusals] = [0, 0, 0]
  const arrivals = Array.from({ length: 2000 }, (_, index) => ({ at: 0, device: `device ${index}` }))
  const queue: Exclude<ReturnType<Admission['enter']>, number>[] = []
  let free = 0
  while (done < 2000 && now < 600_000) {
    now += 1
    if (queue.length > 0 && now >= free) {
      const [first] = queue.splice(0, 1)
      if (first) admission.leave(first, now)
      done += 1
      free = now + service
    }
    for (const arrival of arrivals) {
      if (arrival.at > now || arrival.at < 0) continue
      const answer = admission.enter(arrival.device, now)
      const wait = waitOf(answer)
      refusals += wait > 0 ? 1 : 0
      // As a header says it, in whole seconds.
      arrival.at = wait > 0 ? now + Math.ceil(wait / 1000) * 1000 : -1
      if (typeof answer === 'number') continue
      if (queue.length === 0) free = now + service
      queue.push(answer)
    }
  }
  expect(done).toBe(2000)
  expect(now).toBeLessThan(2000 * service * 1.5)
  expect(refusals).toBeLessThan(2000 * 3)
})
