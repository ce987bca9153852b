import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { expect, test, vi } from 'vitest'
import { answered } from '../../../extension/store/answered.ts'
import { countRows } from '../../../extension/store/count-rows.ts'
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

test('[I11] [S28] an upgrade of what an older version kept is not cut off, however long it takes', async () => {
  const name = 'gleaner:server:east:clinician'
  const old = new Dexie(name)
  old
    .version(3)
    .stores({ rows: '[kind+id], *keys', outbox: 'cseq', archive: '++order, ackedAt', attention: 'id', drafts: 'id', meta: 'key' })
  await old
    .table('rows')
    .bulkAdd(Array.from({ length: 3000 }, (_, id) => ({ kind: 'comment', id: String(id), g: 0, value: { id, idea: 'a' } })))
  old.close()
  const database = databaseNamed(name)
  const opened = database.open()
  await vi.waitFor(() => expect(database.isUpgrading).toBe(true), { interval: 1, timeout: 60_000 })
  // Far less than it takes.
  await answered(database, 1, opened)
  expect([database.isUpgrading, databaseNamed(name), await countRows(database)]).toEqual([false, database, 3000])
})
