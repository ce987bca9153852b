import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import type { SessionsReply } from '../../../shared/api/access.ts'
import type { Role } from '../../../shared/domain/entities.ts'
import type { SyncReply } from '../../../shared/sync/protocol.ts'
import { bankAt } from '../../../worker/bank/bank-stub.ts'
import { networkObject } from '../../../worker/auth/one-time-codes.ts'
import { tokenOf } from '../../../worker/auth/device-token.ts'
import { findSession } from '../../../worker/auth/sessions.ts'
import { asBrowser, asDevice, makeNetwork, requestOf, type TestMember } from '../network.ts'

let here: Record<Role, TestMember>
let other: Record<Role, TestMember>
beforeAll(async () => {
  here = await makeNetwork('known')
  other = await makeNetwork('known-other')
})

const tokenFor = async (member: TestMember): Promise<string> => {
  const found = await findSession(env.DIRECTORY, member.token, 'device', Date.now())
  if (!found?.member) throw new Error('No such device')
  return tokenOf(env, found.member, member.token)
}

/** One sync with that token: its status, and how often the directory was asked. */
const syncWith = async (token: string, slug = 'known', mutations: Parameters<typeof requestOf>[1] = []) => {
  const body = JSON.stringify(requestOf(crypto.randomUUID(), mutations))
  const answer = await asDevice({ token }, `/v1/networks/${slug}/sync`, { method: 'POST', body })
  const trips = Number(/directory;desc="(\d+)"/.exec(answer.headers.get('server-timing') ?? '')?.[1])
  return { status: answer.status, trips, reply: await answer.json<SyncReply>() }
}
const statusAndTrips = async (token: string, slug?: string) => {
  const { status, trips } = await syncWith(token, slug)
  return [status, trips]
}

test('[A21] the first sync costs one round trip to the directory, the next ones none', async () => {
  const token = await tokenFor(here.contributor)
  expect(await statusAndTrips(token)).toEqual([200, 1])
  for (let again = 0; again < 3; again += 1) expect(await statusAndTrips(token)).toEqual([200, 0])
  // From before tokens said where their network is.
  expect(await statusAndTrips(here.contributor.token)).toEqual([200, 1])
})

test('[A21] an ended device and a suspended member are refused at the next sync, although the object had their token in its cache', async () => {
  const [ended, suspended] = [await tokenFor(here.contributor), await tokenFor(here.steering)]
  await syncWith(ended)
  await syncWith(suspended)
  const { sessions } = await (await asBrowser(here.contributor, '/v1/sessions')).json<SessionsReply>()
  const device = sessions.find(({ kind }) => kind === 'device')?.id
  await asBrowser(here.contributor, `/v1/sessions/${device}`, { method: 'DELETE' })
  expect((await syncWith(ended)).status).toBe(401)
  const body = JSON.stringify({ status: 'suspended' })
  await asBrowser(here.admin, `/v1/networks/known/members/${here.steering.person}`, { method: 'POST', body })
  expect((await syncWith(suspended)).status).toBe(401)
})

test('[A21] a changed role is effective at the next sync', async () => {
  const token = await tokenFor(other.admin)
  const configure = () => ({ id: crypto.randomUUID(), cseq: 1, at: 0, name: 'configureFramework', args: { set: { decisionDays: 10 } } })
  const outcome = async () => {
    const { reply } = await syncWith(token, 'known-other', [configure()])
    return 'acks' in reply ? reply.acks.map(({ status }) => status) : reply.control
  }
  expect(await outcome()).toEqual(['ok'])
  await asBrowser(other.admin, `/v1/networks/known-other/members/${other.coordinator.person}`, {
    method: 'POST',
    body: JSON.stringify({ role: 'admin' }),
  })
  await asBrowser(other.coordinator, `/v1/networks/known-other/members/${other.admin.person}`, {
    method: 'POST',
    body: JSON.stringify({ role: 'steering' }),
  })
  expect(await outcome()).toEqual(['refused'])
})

test('[A21] for a minute after something was ended, the object caches no token of that person: no late answer restores it', async () => {
  const token = await tokenFor(here.coordinator)
  await bankAt(env, (await networkObject(env.DIRECTORY, 'known')) ?? '').invalidateTokens(here.coordinator.person)
  expect(await statusAndTrips(token)).toEqual([200, 1])
  expect(await statusAndTrips(token)).toEqual([200, 1])
})

test('[A21] the object id in a token opens nothing by itself: of another network, invented, or with another secret', async () => {
  const [mine, theirs] = [await tokenFor(here['site-lead']), await tokenFor(other['site-lead'])]
  await syncWith(mine)
  await syncWith(theirs, 'known-other')
  const [[ours, secret], [foreign, foreignSecret]] = [mine.split('.') as [string, string], theirs.split('.') as [string, string]]
  expect(await statusAndTrips(`${foreign}.${secret}`)).toEqual([200, 1])
  expect((await syncWith(`${foreign}.${secret}`, 'known-other')).status).toBe(404)
  expect((await syncWith(`${ours}.${foreignSecret}`)).status).toBe(404)
  expect((await syncWith(mine, 'known-other')).status).toBe(404)
  expect((await syncWith(`${'ab'.repeat(32)}.${secret}`)).status).toBe(200)
  expect((await syncWith(`${ours}.${'A'.repeat(43)}`)).status).toBe(401)
})
