import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { addMutations } from '../../extension/outbox.ts'
import { sync } from '../../extension/sync.ts'
import { newDatabase, partsFor, proposal, Server } from './network-under-test.ts'

test('a mutation travels to the server and its effect comes back in the same turn', async () => {
  const [database, server] = [newDatabase(), new Server()]
  const [sent] = await addMutations(database, [proposal('Feed early')])
  expect(await sync(partsFor(database, server.post), true)).toBe('done')
  expect(await database.outbox.count()).toBe(0)
  expect((await database.archive.toArray()).map(({ id }) => id)).toEqual([sent?.id])
  expect((await database.rows.toArray()).map(({ kind }) => kind)).toContain('idea')
})
