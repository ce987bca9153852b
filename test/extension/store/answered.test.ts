import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
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
