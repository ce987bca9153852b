import { env } from 'cloudflare:workers'
import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import type { InvitationsReply } from '../../shared/api/access.ts'
import type { Matrix } from '../../shared/api/bank.ts'
import type { Levels } from '../../shared/sync/member-limits.ts'
import type { Change, Role } from '../../shared/domain/entities.ts'
import type { QueuedMutation, MutateReply, PageReply, SyncReply } from '../../shared/sync/protocol.ts'
import { RowTooLarge } from '../../shared/sync/server-store.ts'
import { networkObject } from '../../worker/auth/one-time-codes.ts'
import { NetworkStore } from '../../worker/bank/storage/store.ts'
import { asBrowser, asDevice, makeNetwork, proposal, requestOf, sync, type TestMember } from './network.ts'

let here: Record<Role, TestMember>
beforeAll(async () => {
  here = await makeNetwork('allowed')
})

const post = (mutations: Omit<QueuedMutation, 'cseq' | 'at'>[]) => ({ method: 'POST', body: JSON.stringify({ mutations }) })
const mutate = async (member: TestMember, mutations: Omit<QueuedMutation, 'cseq' | 'at'>[]): Promise<MutateReply['results']> => {
  const reply = await asBrowser(member, '/v1/networks/allowed/mutations', post(mutations))
  expect(reply.status).toBe(200)
  return (await reply.json<MutateReply>()).results
}
const page = async (member: TestMember, replica: string, mutations: QueuedMutation[], cursor: string | null = null): Promise<PageReply> => {
  const reply: SyncReply = await sync(member, requestOf(replica, mutations, cursor))
  if ('control' in reply) throw new Error(reply.control)
  return reply
}
const bank = async () => env.NETWORKS.get(env.NETWORKS.idFromName((await networkObject(env.DIRECTORY, 'allowed')) ?? ''))

/** Leaves that much in a member's buckets. */
const leave = async (person: string, levels: Levels): Promise<void> =>
  runInDurableObject(await bank(), (_, state) => {
    state.storage.sql.exec('INSERT OR REPLACE INTO allowance (person, levels, put_off_at) VALUES (?, ?, 0)', person, JSON.stringify(levels))
  })

test('[Q2] [S2] mutations from an outbox beyond the rate limit are deferred in order, unacknowledged, and run when sent again', async () => {
  const [replica, ideas] = [crypto.randomUUID(), Array.from({ length: 30 }, (_, index) => proposal(index + 1))]
  const ids = ideas.map(({ args }) => (args as { idea: string }).idea)
  await page(here.coordinator, crypto.randomUUID(), ideas)
  const hold = (cseq: number): QueuedMutation => ({
    id: crypto.randomUUID(),
    cseq,
    name: 'holdIdea',
    at: 0,
    args: { idea: ids[cseq - 1], why: 'Alarms were missed' },
  })
  const mutations = [...Array.from({ length: 25 }, (_, index) => hold(index + 1)), { ...proposal(26), args: proposal(26).args }]
  const first = await page(here['site-lead'], replica, mutations)
  expect(first.acks.map(({ id }) => id)).toEqual(mutations.slice(0, 20).map(({ id }) => id))
  expect(first.later).toBeGreaterThanOrEqual(60_000)
  // An extension of before sends what comes behind without looking: no gap, nothing run out of order.
  const ahead = await page(here['site-lead'], replica, [{ ...proposal(27) }], first.cursor)
  expect([ahead.acks, ahead.later]).toEqual([[], expect.any(Number)])
  // The object sleeps, and wakes with the same buckets.
  await evictDurableObject(await bank())
  expect((await page(here['site-lead'], replica, mutations.slice(20), first.cursor)).acks).toEqual([])
})

test('[Q3] a mutation from the dashboard beyond the rate limit is neither run nor recorded, the person is told, and the same one runs later', async () => {
  const ideas = Array.from({ length: 25 }, (_, index) => proposal(index + 1))
  await page(here.admin, crypto.randomUUID(), ideas)
  const holds = ideas.map(({ args }) => ({
    id: crypto.randomUUID(),
    name: 'holdIdea',
    args: { idea: (args as { idea: string }).idea, why: 'Alarms were missed' },
  }))
  const results = await mutate(here.contributor, holds)
  expect(results.map(({ code }) => code ?? 'ok')).toEqual([
    ...Array.from({ length: 20 }, () => 'ok'),
    ...Array.from({ length: 5 }, () => 'later'),
  ])
  expect(results.at(-1)?.message).toContain('try again in 60 min.')
  // Comments of the same person still go, and what was refused left no line in the log.
  const comment = {
    id: crypto.randomUUID(),
    name: 'commentIdea',
    args: { comment: crypto.randomUUID(), idea: holds[0]?.args.idea, text: 'See it' },
  }
  expect((await mutate(here.contributor, [comment]))[0]?.status).toBe('ok')
  expect((await (await bank()).ownRows(here.contributor.person, 'log', null)).rows.join()).not.toContain('later')
})

test('[Q1] 300 clips of a week offline run at once, and reading is not limited', async () => {
  const replica = crypto.randomUUID()
  const clips = Array.from({ length: 300 }, (_, index): QueuedMutation => {
    const citation = { type: 'article-journal', title: `A paper about weighing infants ${index}` }
    return { id: crypto.randomUUID(), cseq: index + 1, name: 'clipEvidence', at: 0, args: { evidence: crypto.randomUUID(), citation } }
  })
  const { acks, later } = await page(here.steering, replica, clips)
  expect([acks.filter(({ status }) => status === 'ok').length, later]).toEqual([300, undefined])
  for (let times = 0; times < 5; times += 1) expect((await asDevice(here.steering, '/v1/networks/allowed/matrix')).status).toBe(200)
  expect((await (await asDevice(here.steering, '/v1/networks/allowed/matrix')).json<Matrix>()).cells).toBeDefined()
})

test('[Q4] every page tells a member who has used four fifths of their share', async () => {
  const person = here['site-lead'].person
  const full = 200 * 1024 * 1024
  const level = (left: number) => leave(person, { share: { left, at: Date.now() } })
  await level(full * 0.5)
  expect((await page(here['site-lead'], crypto.randomUUID(), [])).share).toBeUndefined()
  await level(full * 0.15)
  expect((await page(here['site-lead'], crypto.randomUUID(), [])).share).toBeCloseTo(0.85, 2)
  await level(0)
  const used = await page(here['site-lead'], crypto.randomUUID(), [proposal(1)])
  expect([used.acks, used.later]).toEqual([[], expect.any(Number)])
  const [said] = await mutate(here['site-lead'], [{ id: crypto.randomUUID(), name: 'proposeIdea', args: proposal(1).args }])
  expect(said?.message).toContain('Your share of this network’s storage is used for now.')
})

test('[Q5] exports and invitations are rate limited by member, with Retry-After', async () => {
  const take = (member: TestMember) => asBrowser(member, '/v1/networks/allowed/export/ideas/csv')
  await leave(here.contributor.person, { exports: { left: 3, at: Date.now() } })
  await leave(here.admin.person, { invitations: { left: 3, at: Date.now() } })
  const answers: number[] = []
  for (let times = 0; times < 4; times += 1) {
    const answer = await take(here.contributor)
    await answer.text()
    answers.push(answer.status)
    if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(60)
  }
  expect(answers).toEqual([200, 200, 200, 429])
  expect((await take(here.coordinator)).status).toBe(200)
  const invite = () =>
    asBrowser(here.admin, '/v1/networks/allowed/invitations', { method: 'POST', body: JSON.stringify({ role: 'contributor' }) })
  const invited = await Promise.all(Array.from({ length: 7 }, invite))
  expect(invited.filter(({ status }) => status === 429)).toHaveLength(4)
  const { invitations } = await (await asBrowser(here.admin, '/v1/networks/allowed/invitations')).json<InvitationsReply>()
  expect(new Set(invitations.map(({ madeByName }) => madeByName))).toEqual(new Set(['The admin of allowed']))
  expect(invitations).toHaveLength(3)
})

test('[S8] a row is measured in bytes: 100,000 letters of three bytes each are too large', async () => {
  await runInDurableObject(await bank(), (_, state) => {
    const store = new NetworkStore(state.storage)
    store.begin()
    const comment = (text: string): Change => ({
      kind: 'comment',
      id: 'c',
      value: { id: 'c', idea: 'i', text, question: false, by: 'p', at: 0 },
    })
    expect(() => store.write([comment('紙'.repeat(100_000))], 1)).toThrow(RowTooLarge)
    expect(() => store.write([comment('a'.repeat(100_000))], 1)).not.toThrow()
    store.begin()
  })
})
