import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { archived } from '../../../extension/outbox/archive.ts'
import { type GleanerDatabase, syncStatusOf } from '../../../extension/store/db.ts'
import { sync } from '../../../extension/sync/sync.ts'
import type { ServerReply, Post } from '../../../extension/connection/transport.ts'
import { caps, type SyncReply } from '../../../shared/sync/protocol.ts'
import { addMutations, newDatabase, partsFor, proposal, refused, Server } from '../network-under-test.ts'

const some = (count: number) => Array.from({ length: count }, (_, index) => proposal(`Idea ${index}`))
const ideasIn = (database: GleanerDatabase): Promise<number> => database.blocks.where('names').startsWith('idea ').count()

/** Answers these first, then as the server does. */
const first = (server: Server, ...answers: (ServerReply | ((post: Post) => Post))[]): Post => {
  const left = [...answers]
  return (request) => {
    const next = left.shift()
    if (next === undefined) return server.post(request)
    return typeof next === 'function' ? next(server.post)(request) : Promise.resolve(next)
  }
}

describe('a round of sync', () => {
  test('a mutation is sent, and its effect comes back in the same round', async () => {
    const [database, server] = [newDatabase(), new Server()]
    const [sent] = await addMutations(database, [proposal('Feed early')])
    expect(await sync(partsFor(database, server.post), true)).toBe('done')
    expect(await database.outbox.count()).toBe(0)
    expect((await archived(database)).map(({ id }) => id)).toEqual([sent?.id])
    expect(await ideasIn(database)).toBe(1)
    expect(server.requests).toHaveLength(1)
  })

  test('a long outbox goes in pages, in order, each mutation once', async () => {
    const [database, server] = [newDatabase(), new Server()]
    const added = await addMutations(database, some(1203))
    expect(await sync(partsFor(database, server.post), true)).toBe('done')
    expect([...server.store.tables.log.values()].map(({ id }) => id)).toEqual(added.map(({ id }) => id))
    expect(server.requests.map(({ mutations }) => mutations.length)).toEqual([500, 500, 203])
    expect(await ideasIn(database)).toBe(1203)
    expect(await database.outbox.count()).toBe(0)
  })

  test('a second device reads what the first one sent', async () => {
    const [one, other, server] = [newDatabase(), newDatabase(), new Server()]
    await addMutations(one, some(700))
    await sync(partsFor(one, server.post), true)
    expect(await sync(partsFor(other, server.post), true)).toBe('done')
    expect(await ideasIn(other)).toBe(700)
    expect(await archived(other)).toHaveLength(0)
  })

  test('what is saved while a request is on its way is sent too', async () => {
    const [database, server] = [newDatabase(), new Server()]
    await addMutations(database, [proposal('First')])
    const late: Post = async (request) => {
      if (server.requests.length === 0) await addMutations(database, [proposal('Second')])
      return server.post(request)
    }
    expect(await sync(partsFor(database, late), true)).toBe('done')
    expect(server.store.tables.log.size).toBe(2)
    expect(await database.outbox.count()).toBe(0)
  })
})

describe('a network that fails', () => {
  test('a reply that is lost after the commit changes nothing; the next round acknowledges it', async () => {
    const [database, server] = [newDatabase(), new Server()]
    await addMutations(database, some(3))
    const lost = first(server, (post) => async (request) => {
      await post(request)
      return { is: 'offline' }
    })
    expect(await sync(partsFor(database, lost), true)).toBe('offline')
    expect(await database.outbox.count()).toBe(3)
    expect(await sync(partsFor(database, server.post), true)).toBe('done')
    expect(server.store.tables.log.size).toBe(3)
    expect(await archived(database)).toHaveLength(3)
  })

  test.each<[string, ServerReply]>([
    ['a page of a captive portal', { is: 'elsewhere', status: 200 }],
    ['JSON of something else', { is: 'reply', body: { ok: true } }],
    [
      'a reply to another request',
      { is: 'reply', body: { p: 'gleaner/1', rid: 'other', gen: 0, base: null, cursor: '9.9.x', more: false, rows: [], acks: [] } },
    ],
    ['nothing', { is: 'reply', body: null }],
  ])('%s is taken for being offline and changes nothing', async (_name, answer) => {
    const [database, server] = [newDatabase(), new Server()]
    await addMutations(database, some(2))
    expect(await sync(partsFor(database, first(server, answer)), true)).toBe('offline')
    expect(await database.outbox.count()).toBe(2)
    expect(await database.blocks.count()).toBe(0)
    expect((await syncStatusOf(database)).problem).toBe('offline')
  })

  test.each<[number, string]>([
    [401, 'connect-again'],
    [403, 'not-member'],
    [404, 'not-member'],
    [409, 'update-server'],
    [426, 'update-extension'],
    [400, 'malformed'],
    [429, 'server-busy'],
    [503, 'server-busy'],
    [500, 'server-busy'],
  ])('%i is said as "%s" and everything is kept', async (status, problem) => {
    const database = newDatabase()
    await addMutations(database, some(2))
    expect(
      await sync(
        partsFor(database, () => Promise.resolve(refused(status))),
        true,
      ),
    ).toBe(problem)
    expect(await database.outbox.count()).toBe(2)
    expect((await syncStatusOf(database)).problem).toBe(problem)
  })

  test('a problem that is over is no longer shown', async () => {
    const [database, server] = [newDatabase(), new Server()]
    const parts = partsFor(database, first(server, refused(401)))
    await sync(parts, true)
    await sync(parts, true)
    expect(await syncStatusOf(database)).toMatchObject({ problem: null, attempt: 0, nextAttemptAt: 0 })
    expect((await syncStatusOf(database)).lastSync).not.toBeNull()
  })

  test('the same reply arriving twice is applied once', async () => {
    const [database, server] = [newDatabase(), new Server()]
    await addMutations(database, some(2))
    const parts = partsFor(database, server.post)
    await Promise.all([sync(parts, true), sync(parts, true)])
    expect(await archived(database)).toHaveLength(2)
    expect(server.store.tables.log.size).toBe(2)
  })

  test('a server that never acknowledges is not asked forever', async () => {
    const database = newDatabase()
    await addMutations(database, some(1))
    let asked = 0
    const deaf: Post = ({ rid, gen, cursor }) => {
      asked += 1
      const body: SyncReply = { p: 'gleaner/1', rid, gen, base: cursor, cursor: cursor ?? '0.0.-', more: false, rows: [], acks: [] }
      return Promise.resolve({ is: 'reply', body })
    }
    expect(await sync(partsFor(database, deaf), true)).toBe('server-busy')
    expect(asked).toBeLessThan(10)
    expect(await database.outbox.count()).toBe(1)
  })
})

describe('refusals', () => {
  test('a refused mutation needs attention and does not hold up the others', async () => {
    const [database, server] = [newDatabase(), new Server()]
    const twice = proposal('Said twice')
    const added = await addMutations(database, [proposal('Before'), twice, twice, proposal('After')])
    expect(await sync(partsFor(database, server.post), true)).toBe('done')
    expect(await database.attention.toArray()).toMatchObject([{ id: added[2]?.id, code: 'exists', args: { change: 'Said twice' } }])
    expect(await ideasIn(database)).toBe(3)
    expect(await database.outbox.count()).toBe(0)
  })

  test('after "too large" a batch is sent in halves; a mutation that is too large alone is set aside, and the rest arrives in order', async () => {
    const [database, server] = [newDatabase(), new Server()]
    const added = await addMutations(database, some(9))
    const bad = added[5]?.id
    const picky: Post = (request) => (request.mutations.some(({ id }) => id === bad) ? Promise.resolve(refused(413)) : server.post(request))
    expect(await sync(partsFor(database, picky), true)).toBe('done')
    expect(await database.attention.toArray()).toMatchObject([{ id: bad, code: 'too-large' }])
    expect([...server.store.tables.log.values()].map(({ id }) => id)).toEqual(added.map(({ id }) => id).filter((id) => id !== bad))
    // The order has no gap: the next mutation goes through without starting over.
    await addMutations(database, [proposal('Later')])
    expect(await sync(partsFor(database, server.post), true)).toBe('done')
    expect((await database.meta.get('client'))?.value).toMatchObject({ gen: 0 })
    expect(server.store.tables.log.size).toBe(9)
  })

  test('a proxy’s "too large" never sets anything aside', async () => {
    const database = newDatabase()
    await addMutations(database, some(3))
    expect(
      await sync(
        partsFor(database, () => Promise.resolve({ is: 'elsewhere', status: 413 })),
        true,
      ),
    ).toBe('offline')
    expect(await database.outbox.count()).toBe(3)
    expect(await database.attention.count()).toBe(0)
  })
})

describe('waiting', () => {
  test('after a failure it backs off, and goes at once when a person asks', async () => {
    const [database, server] = [newDatabase(), new Server()]
    const parts = partsFor(database, first(server, { is: 'offline' }))
    await sync(parts, false)
    expect(await sync(parts, false)).toBe('waiting')
    expect(await sync(parts, true)).toBe('done')
  })

  test('what the server asked to wait (Retry-After), everybody waits', async () => {
    const [database, server] = [newDatabase(), new Server()]
    const parts = partsFor(database, first(server, refused(503, 30_000)))
    await sync(parts, true)
    expect(await sync(parts, true)).toBe('waiting')
    parts.clock.now += 30_000
    expect(await sync(parts, true)).toBe('done')
  })

  test('one at a time: while another context holds the lock, nothing is done', async () => {
    const [database, server] = [newDatabase(), new Server()]
    const locks = { request: (_name: string, _options: object, run: (lock: null) => unknown) => Promise.resolve(run(null)) }
    expect(await sync({ ...partsFor(database, server.post), locks: locks as unknown as LockManager }, true)).toBe('busy')
    expect(server.requests).toHaveLength(0)
  })
})

describe('servers and devices that go back in time', () => {
  test('a server restored to before an acknowledgement gets the archive again', async () => {
    const [database, server] = [newDatabase(), new Server()]
    await addMutations(database, some(2))
    await sync(partsFor(database, server.post), true)
    const before = server.store.snapshot()
    await addMutations(database, some(3))
    await sync(partsFor(database, server.post), true)
    server.store.restore(before)
    expect(await sync(partsFor(database, server.post), true)).toBe('done')
    expect(server.store.tables.log.size).toBe(5)
    expect(await ideasIn(database)).toBe(5)
    expect(await database.outbox.count()).toBe(0)
    expect(await archived(database)).toHaveLength(5)
  })

  test('a wiped database takes a new replica id and resyncs', async () => {
    const [database, server] = [newDatabase(), new Server()]
    await addMutations(database, some(2))
    await sync(partsFor(database, server.post), true)
    await Promise.all([database.blocks, database.outbox, database.archive, database.meta].map((table) => table.clear()))
    await addMutations(database, some(1))
    expect(await sync(partsFor(database, server.post), true)).toBe('done')
    expect(await ideasIn(database)).toBe(3)
    expect(server.store.tables.replicas.size).toBe(2)
  })

  test('two copies of one profile both get through', async () => {
    const [original, copy, server] = [newDatabase(), newDatabase(), new Server()]
    await addMutations(original, some(2))
    await sync(partsFor(original, server.post), true)
    await copy.meta.bulkPut(await original.meta.toArray())
    await copy.blocks.bulkPut(await original.blocks.toArray())
    await addMutations(original, [proposal('Mine')])
    await addMutations(copy, [proposal('Also mine')])
    await sync(partsFor(original, server.post), true)
    expect(await sync(partsFor(copy, server.post), true)).toBe('done')
    expect(server.store.tables.log.size).toBe(4)
    expect(await ideasIn(copy)).toBe(4)
  })

  test('rows that the server no longer has are swept at the end of a resync', async () => {
    const [database, server] = [newDatabase(), new Server()]
    await addMutations(database, some(600))
    await sync(partsFor(database, server.post), true)
    await database.archive.clear()
    server.store = new Server().store
    expect(await sync(partsFor(database, server.post), true)).toBe('done')
    expect(await ideasIn(database)).toBe(0)
  })

  test('a server that always demands a resync is left alone for an hour', async () => {
    const database = newDatabase()
    await addMutations(database, some(1))
    let asked = 0
    const forgetful: Post = ({ rid, gen }) => {
      asked += 1
      return Promise.resolve({ is: 'reply', body: { p: 'gleaner/1', rid, gen, control: 'too-old', head: 1, you: { cseq: 0, last: null } } })
    }
    const parts = partsFor(database, forgetful)
    expect(await sync(parts, true)).toBe('reset-loop')
    expect(asked).toBeLessThan(5)
    expect(await database.outbox.count()).toBe(1)
    expect(await sync(parts, false)).toBe('waiting')
  })
})

test('no request is larger than a server takes', async () => {
  const [database, server] = [newDatabase(), new Server()]
  await addMutations(
    database,
    Array.from({ length: 300 }, () => ({ ...proposal('Long'), args: { ...proposal('Long').args, details: 'ö'.repeat(4000) } })) as never,
  )
  expect(await sync(partsFor(database, server.post), true)).toBe('done')
  for (const request of server.requests)
    expect(new TextEncoder().encode(JSON.stringify(request)).length).toBeLessThanOrEqual(caps.requestBytes)
})
