import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { GleanerDatabase } from '../../../extension/store/db.ts'
import { sync } from '../../../extension/sync/sync.ts'
import type { Post } from '../../../extension/connection/transport.ts'
import { addMutations, newDatabase, partsFor, proposal, Server } from '../network-under-test.ts'

const some = (count: number) => Array.from({ length: count }, (_, index) => proposal(`Idea ${index}`))
const ideasIn = (database: GleanerDatabase): Promise<number> => database.blocks.where('names').startsWith('idea ').count()

test('[S27] class 19: the device of a removed person keeps only what was never sent; after readmission it resyncs', async () => {
  const [database, server] = [newDatabase(), new Server()]
  await addMutations(database, some(3))
  await sync(partsFor(database, server.post), true)
  await addMutations(database, [proposal('Never sent')])
  const removed: Post = () =>
    Promise.resolve({ is: 'refused', status: 403, error: 'not-member', message: 'No longer a member', retryAfter: 0 })
  expect(await sync(partsFor(database, removed), true)).toBe('not-member')
  expect([await database.blocks.count(), await database.archive.count(), await database.outbox.count()]).toEqual([0, 0, 1])
  expect(await sync(partsFor(database, server.post), true)).toBe('done')
  expect(await ideasIn(database)).toBe(4)
})

test.each([
  { status: 403, error: 'forbidden' },
  { status: 404, error: 'not-found' },
  { status: 401, error: 'signed-out' },
])('[S27] nothing is emptied for $status $error', async (refusal) => {
  const [database, server] = [newDatabase(), new Server()]
  await addMutations(database, some(3))
  await sync(partsFor(database, server.post), true)
  const refused: Post = () => Promise.resolve({ is: 'refused', message: '', retryAfter: 0, ...refusal })
  await sync(partsFor(database, refused), true)
  expect(await ideasIn(database)).toBe(3)
})
