import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { BankIndex } from '../../../extension/bank/bank-index.ts'
import { GleanerDatabase } from '../../../extension/store/db.ts'
import { followBank } from '../../../extension/bank/follow-bank.ts'
import { putRows } from '../../../extension/store/rows.ts'
import type { Change } from '../../../shared/domain/entities.ts'
import { ended, idea, merged, uuid } from '../../sample-network.ts'

const goOn = (): Promise<boolean> => Promise.resolve(true)
const indexOf = (...changes: [string, Parameters<typeof idea>[0]?][]): BankIndex => {
  const index = new BankIndex()
  for (const [place, [change, value]] of changes.entries())
    index.put(idea({ id: uuid(place + 1), problem: '', topic: '', movedAt: place, change, ...value }))
  return index
}
const changesIn = async (index: BankIndex, typed: string, state: 'open' | 'ended' | 'all' = 'all', most = 50): Promise<unknown> =>
  (await index.search(typed, state, most, goOn))?.lines.map(({ change }) => change)

test('each search term is a prefix of a word of the idea, whatever its case and accents; last moved first', async () => {
  const index = indexOf(['Weigh every infant'], ['Café visits'], ['Weigh early', { problem: 'Infants lose weight' }])
  expect(await changesIn(index, 'WEI inf')).toEqual(['Weigh early', 'Weigh every infant'])
  expect(await changesIn(index, 'cafe')).toEqual(['Café visits'])
  expect(await changesIn(index, 'igh')).toEqual([])
  expect(await changesIn(index, '')).toHaveLength(3)
  expect(await changesIn(index, '"*( drop table')).toEqual([])
})

test('ended ideas are found too, and listed separately from active ones', async () => {
  const index = indexOf(['Weigh every infant'], ['Lend scales', ended('abandoned')])
  expect(await changesIn(index, '', 'open')).toEqual(['Weigh every infant'])
  expect(await changesIn(index, 'later', 'ended')).toEqual(['Lend scales'])
})

test('similar ideas to a typed sentence include abandoned ones, and no merged ones', async () => {
  const index = indexOf(
    ['Lend every family a home scale', ended('abandoned')],
    ['Lending home scales to families', merged(uuid(1))],
    ['See families within ten days'],
    ['Weigh infants at home with a scale that is lent'],
  )
  const found = await index.similar({ change: 'Lend home scales' }, 3, goOn)
  expect(found?.map(({ change, disposition }) => [change, disposition])).toEqual([
    ['Lend every family a home scale', 'abandoned'],
    ['Weigh infants at home with a scale that is lent', 'active'],
  ])
  expect(await index.similar({ change: 'the of' }, 3, goOn)).toEqual([])
})

test('in a bank of 50,000 a search yields often, can be aborted, and returns no more than was asked for', async () => {
  const index = new BankIndex()
  for (let count = 0; count < 50_000; count += 1) index.put(idea({ id: uuid(count), change: `Idea ${count} about feeding` }))
  let pauses = 0
  const found = await index.search('feed', 'open', 50, () => {
    pauses += 1
    return Promise.resolve(true)
  })
  expect([found?.total, found?.lines.length]).toEqual([50_000, 50])
  expect(pauses).toBeGreaterThan(5)
  expect(await index.search('feed', 'open', 50, () => Promise.resolve(false))).toBeUndefined()
})

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5))
}

test('the index in memory follows the database: rows that are there, changed, new and deleted, few or many at once', async () => {
  const database = new GleanerDatabase('gleaner:follow:ann')
  const row = (place: number, change: string): Change => ({ kind: 'idea', id: uuid(place), value: idea({ id: uuid(place), change }) })
  const put = (...changes: Change[]) => database.transaction('rw', database.blocks, async () => putRows(database, changes, 0))
  await put(...Array.from({ length: 2500 }, (_, place) => row(place, `Old ${place}`)))
  const problems: unknown[] = []
  const bank = followBank(
    database,
    () => undefined,
    (error) => problems.push(error),
  )
  await until(() => Promise.resolve(bank.whole && bank.index.size === 2500))
  await put(row(1, 'New sentence'), row(9000, 'New idea'))
  await put({ kind: 'idea', id: uuid(2), value: null })
  await until(async () => (await bank.index.search('new', 'all', 5, goOn))?.total === 2 && bank.index.size === 2500)
  await put(...Array.from({ length: 60 }, (_, place) => row(20_000 + place, `Many ${place}`)))
  await until(async () => (await bank.index.search('many', 'all', 5, goOn))?.total === 60)
  expect([bank.index.size, problems]).toEqual([2560, []])
  bank.stop()
})
