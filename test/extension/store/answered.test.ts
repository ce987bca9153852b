import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { answered } from '../../../extension/store/answered.ts'
import { databaseNamed } from '../../../extension/store/databases.ts'

test('[I11] a database that never answers is let go of, and whoever asks next has one that does', async () => {
  const name = 'gleaner:server:north:clinician'
  const silent = databaseNamed(name)
  await expect(answered(silent, 20, new Promise(() => undefined))).rejects.toThrow('does not answer')
  const next = databaseNamed(name)
  expect(next).not.toBe(silent)
  expect(await answered(next, 60_000, next.outbox.count())).toBe(0)
  expect(databaseNamed(name)).toBe(next)
  await expect(answered(next, 60_000, Promise.reject(new Error('no room')))).rejects.toThrow('no room')
  expect(databaseNamed(name)).toBe(next)
})

test('[I11] a database that could not be opened once, as while the browser clears its storage, is opened by the next look', async () => {
  const name = 'gleaner:server:south:clinician'
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('The storage is being cleared', 'UnknownError')
  })
  await expect(databaseNamed(name).outbox.count()).rejects.toThrow('being cleared')
  open.mockRestore()
  expect(await databaseNamed(name).outbox.count()).toBe(0)
})
