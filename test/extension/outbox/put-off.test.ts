import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { type GleanerDatabase, syncStatusOf } from '../../../extension/store/db.ts'
import { sync } from '../../../extension/sync/sync.ts'
import type { Post } from '../../../extension/connection/transport.ts'
import { addMutations, newDatabase, partsFor, proposal, Server } from '../network-under-test.ts'

const some = (count: number) => Array.from({ length: count }, (_, index) => proposal(`Idea ${index}`))
const ideasIn = (database: GleanerDatabase): Promise<number> => database.blocks.where('names').startsWith('idea ').count()

describe('[Q2] a server that defers mutations beyond the rate limit', () => {
  test('reading goes on, the rest waits in order for the given time, and is then in the bank once', async () => {
    const [database, server] = [newDatabase(), new Server()]
    const added = await addMutations(database, some(1203))
    server.store.left.set('ann', 700)
    const parts = partsFor(database, server.post)
    expect(await sync(parts, true)).toBe('later')
    expect(await ideasIn(database)).toBe(700)
    expect(await database.outbox.count()).toBe(503)
    expect(await database.attention.count()).toBe(0)
    // Two requests with mutations, and none with those behind what was put off.
    expect(server.requests.filter(({ mutations }) => mutations.length > 0).map(({ mutations }) => mutations[0]?.cseq)).toEqual([1, 501])
    expect(await sync(parts, false)).toBe('waiting')
    parts.clock.now += 61_000
    server.store.left.clear()
    expect(await sync(parts, false)).toBe('done')
    expect([...server.store.tables.log.values()].map(({ id }) => id)).toEqual(added.map(({ id }) => id))
    expect(await database.outbox.count()).toBe(0)
    expect((await syncStatusOf(database)).problem).toBeNull()
  })

  test('an older extension, which sends the following mutations anyway, loses nothing and doubles nothing', async () => {
    const [database, server] = [newDatabase(), new Server()]
    const added = await addMutations(database, some(1203))
    server.store.left.set('ann', 300)
    const unaware: Post = async (request) => {
      const answer = await server.post(request)
      if (answer.is === 'reply') delete (answer.body as { later?: number }).later
      return answer
    }
    const parts = partsFor(database, unaware)
    expect(await sync(parts, true)).toBe('server-busy')
    expect(await database.outbox.count()).toBe(903)
    expect(server.store.tables.replicas.size).toBe(1)
    server.store.left.clear()
    server.store.putOff.clear()
    parts.clock.now += 600_000
    expect(await sync(parts, false)).toBe('done')
    expect([...server.store.tables.log.values()].map(({ id }) => id)).toEqual(added.map(({ id }) => id))
  })
})

test('[Q4] a nearly used share is part of the sync status, and removed from it once there is room again', async () => {
  const [database, server] = [newDatabase(), new Server()]
  const saying =
    (share?: number): Post =>
    async (request) => {
      const answer = await server.post(request)
      return answer.is === 'reply' ? { is: 'reply', body: { ...(answer.body as object), ...(share ? { share } : {}) } } : answer
    }
  await sync(partsFor(database, saying(0.85)), true)
  expect((await syncStatusOf(database)).share).toBe(0.85)
  await sync(partsFor(database, saying()), true)
  expect(await syncStatusOf(database)).not.toHaveProperty('share')
})
