import { runInDurableObject } from 'cloudflare:test'
import { beforeAll, expect, test } from 'vitest'
import type { SyncReply } from '../../../shared/sync/protocol.ts'
import { stubOf } from '../large-bank.ts'
import { makeNetwork, proposal, requestOf, type TestMember } from '../network.ts'

let member: TestMember
beforeAll(async () => {
  ;({ contributor: member } = await makeNetwork('at-once'))
})

test('[S35] of syncs that come at the same time each is all or nothing by itself', async () => {
  const stub = await stubOf('at-once')
  const person = { id: member.person, name: 'C', role: 'contributor', site: 'site-1' } as const
  const devices = Array.from({ length: 12 }, (_, index) => ({
    replica: crypto.randomUUID(),
    // The third leaves a gap in its own order behind its first, and the fifth is no request of ours.
    mutations: index === 2 ? [proposal(1), proposal(3)] : [proposal(1), proposal(2)],
  }))
  const texts = devices.map(({ replica, mutations }, index) => (index === 4 ? '{}' : JSON.stringify(requestOf(replica, mutations))))
  const answers = await Promise.all(texts.map((text) => stub.sync(text, person, Date.now())))
  expect(answers.map(({ status }) => status)).toEqual(texts.map((_, index) => (index === 4 ? 400 : 200)))
  const replies = answers.map(({ body }) => JSON.parse(body) as SyncReply)
  expect(replies[2]).toMatchObject({ control: 'gap', you: { cseq: 1 } })
  const asked = devices.flatMap(({ mutations }, index) => (index === 2 || index === 4 ? [] : mutations.map(({ id }) => id)))
  // What came first in the same go is on the page of those behind it, and only its own device is told so.
  const acked = replies.flatMap((reply) => ('acks' in reply ? reply.acks.map(({ id }) => id) : []))
  expect(acked.toSorted()).toEqual(asked.toSorted())
  await runInDurableObject(stub, (_, { storage }) => {
    const kept = storage.sql.exec<{ mutation: string }>("SELECT mutation FROM log WHERE name = 'proposeIdea'").toArray()
    expect(kept.map(({ mutation }) => mutation).toSorted()).toEqual([...asked, String(devices[2]?.mutations[0]?.id)].toSorted())
  })
})
