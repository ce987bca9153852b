import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { Post } from '../../../extension/connection/transport.ts'
import { syncStatusOf } from '../../../extension/store/db.ts'
import { sync } from '../../../extension/sync/sync.ts'
import { newDatabase, partsFor, Server } from '../network-under-test.ts'

test('[V8] how far the clock is wrong is kept with the reply', async () => {
  const [database, server] = [newDatabase(), new Server()]
  const late: Post = async (request) => ({ ...(await server.post(request)), behind: 86_400_000 })
  await sync(partsFor(database, late), true)
  expect((await syncStatusOf(database)).behind).toBe(86_400_000)
  await sync(partsFor(database, server.post), true)
  expect((await syncStatusOf(database)).behind).toBeUndefined()
})
