import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { GleanerDatabase } from '../../../extension/store/db.ts'
import { listenTo, longestSilence, onSilence } from '../../../extension/store/silence.ts'

const said: boolean[] = []
beforeEach(() => {
  said.length = 0
  onSilence((isSilent) => said.push(isSilent))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A connection of another page that pays no heed to others. */
const stubborn = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.open(name)
    asked.addEventListener('success', () => resolve(asked.result))
    asked.addEventListener('error', () => reject(new Error(String(asked.error))))
  })

test('[I11] a database that cannot be opened yet is told of once, however much waits for it, until it is open', async () => {
  const other = await stubborn('gleaner:silent')
  const database = listenTo(listenTo(new GleanerDatabase('gleaner:silent')))
  const blocked = new Promise((resolve) => database.on('blocked', resolve))
  const counted = Promise.all([database.outbox.count(), database.drafts.count()])
  await blocked
  vi.advanceTimersByTime(longestSilence - 1)
  expect(said).toEqual([])
  vi.advanceTimersByTime(1)
  expect(said).toEqual([true])
  other.close()
  expect(await counted).toEqual([0, 0])
  expect(said).toEqual([true, false])
  // A transaction ends after what it was asked for is answered.
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0))
  vi.advanceTimersByTime(longestSilence)
  expect(said).toEqual([true, false])
})

test('[I11] a transaction that waits for another page is told of until it ends', async () => {
  const database = listenTo(new GleanerDatabase('gleaner:silent-transaction'))
  await database.open()
  const other = await stubborn('gleaner:silent-transaction')
  const transaction = other.transaction('meta', 'readwrite')
  let isHeld = true
  const again = (): void => {
    if (isHeld) transaction.objectStore('meta').count().addEventListener('success', again)
  }
  again()
  const writing = database.meta.put({ key: 'seen', value: 1 })
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1))
  vi.advanceTimersByTime(longestSilence)
  expect(said).toEqual([true])
  isHeld = false
  await writing
  await vi.waitFor(() => expect(said).toEqual([true, false]))
  other.close()
})
