import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countRows } from '../../../extension/store/count-rows.ts'
import { GleanerDatabase } from '../../../extension/store/db.ts'
import { myIdeas, ofIdea } from '../../../extension/store/index-keys.ts'
import { blocksAfter, blocksBefore, putRows, readRows, rowsWith, sweepRows } from '../../../extension/store/rows.ts'
import type { Change } from '../../../shared/domain/entities.ts'
import { comment, idea, stance, uuid } from '../../sample-network.ts'

let made = 0
const newDatabase = (): GleanerDatabase => new GleanerDatabase(`gleaner:rows-${(made += 1)}:ann`)
const put = (database: GleanerDatabase, changes: readonly Change[], g = 0): Promise<void> =>
  database.transaction('rw', database.blocks, async () => putRows(database, changes, g))

const ideaRow = (place: number, proposedBy: string): Change => ({
  kind: 'idea',
  id: uuid(place),
  value: idea({ id: uuid(place), proposedBy }),
})
const stanceRow = (place: number, site: string): Change => {
  const value = stance(site, { idea: uuid(place) })
  return { kind: 'stance', id: `${uuid(place)}/${site}`, value }
}
const commentRow = (place: number, about: number): Change => ({
  kind: 'comment',
  id: uuid(place),
  value: comment({ id: uuid(place), idea: uuid(about) }),
})

const places = fc.integer({ min: 0, max: 30 })
const written = fc.oneof(
  fc.tuple(places, fc.constantFrom('ann', 'ben')).map(([place, by]) => ideaRow(place, by)),
  fc.tuple(places, fc.constantFrom('ash', 'elm')).map(([place, site]) => stanceRow(place, site)),
  fc.tuple(places, places).map(([place, about]) => commentRow(place, about)),
)
const change = fc.oneof(
  { weight: 4, arbitrary: written },
  written.map(({ kind, id }): Change => ({ kind, id, value: null })),
)
const act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('put' as const), page: fc.array(change, { maxLength: 120 }) }) },
  fc.record({ does: fc.constant('resync' as const), page: fc.array(change, { maxLength: 120 }) }),
)

const nameOf = ({ kind, id }: Pick<Change, 'kind' | 'id'>): string => `${kind} ${id}`
const sorted = (names: Iterable<string>): string[] => [...names].toSorted()

test('property: whatever pages arrive, each row is stored once, in its last version, and is found by every key', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), async (acts) => {
      const database = newDatabase()
      const model = new Map<string, Change>()
      let g = 0
      for (const { does, page } of acts) {
        if (does === 'resync') g += 1
        await put(database, page, g)
        if (does === 'resync') {
          await database.transaction('rw', database.blocks, async () => sweepRows(database, g))
          model.clear()
        }
        for (const one of page) {
          if (one.value === null) model.delete(nameOf(one))
          else model.set(nameOf(one), one)
        }
        const blocks = await database.blocks.toArray()
        const rows = blocks.flatMap((block) => block.rows)
        expect(sorted(rows.map(nameOf))).toEqual(sorted(model.keys()))
        expect(await countRows(database)).toBe(model.size)
        expect(blocks.every((block) => block.rows.length > 0 && block.names.join() === block.rows.map(nameOf).join())).toBe(true)
        for (const row of rows) expect(row.value).toEqual(model.get(nameOf(row))?.value)
      }
      const all = [...model.values()]
      const found = await readRows(
        database,
        all.map(({ kind, id }) => [kind, id]),
      )
      expect(sorted(found.map(nameOf))).toEqual(sorted(model.keys()))
      const mine = all.filter(({ kind, value }) => kind === 'idea' && value?.proposedBy === 'ann')
      expect(sorted((await rowsWith(database, [myIdeas])).map(nameOf))).toEqual(sorted(mine.map(nameOf)))
      for (const { id } of mine) {
        const said = all.filter((one) => (one.kind === 'stance' || one.kind === 'comment') && one.value?.idea === id)
        expect(sorted((await rowsWith(database, [ofIdea(id)])).map(nameOf))).toEqual(sorted(said.map(nameOf)))
      }
      database.close()
    }),
    { numRuns: 60, seed: 5 },
  )
})

test('row blocks of a kind are read in the order of arrival, from either end, in parts', async () => {
  const database = newDatabase()
  await put(database, [commentRow(500, 1), ...Array.from({ length: 200 }, (_, place) => ideaRow(place, 'ben'))])
  await put(database, [ideaRow(3, 'ann')])
  const forwards = await blocksAfter(database, 'idea', -Infinity, 2)
  const rest = await blocksAfter(database, 'idea', forwards.at(-1)?.order ?? 0, 10)
  const ids = [...forwards, ...rest].flatMap(({ rows }) => rows.map(({ id }) => id))
  expect([ids.length, ids.at(-1), new Set(ids).size]).toEqual([200, uuid(3), 200])
  const backwards = await blocksBefore(database, 'idea', Infinity, 1)
  expect(backwards.map(({ rows }) => rows.map(({ id }) => id))).toEqual([[uuid(3)]])
})

test('no more rows are returned than asked for, however many are in one block', async () => {
  const database = newDatabase()
  await put(
    database,
    Array.from({ length: 150 }, (_, place) => commentRow(place, 1)),
  )
  expect([(await rowsWith(database, [ofIdea(uuid(1))], 20)).length, (await rowsWith(database, [ofIdea(uuid(1))])).length]).toEqual([
    20, 150,
  ])
})

test('a failed write is reported, and nothing of the page is kept', async () => {
  const database = newDatabase()
  await put(database, [ideaRow(1, 'ann')])
  database.blocks.hook('creating', () => {
    throw new DOMException('No room', 'QuotaExceededError')
  })
  await expect(put(database, [ideaRow(2, 'ann'), { kind: 'idea', id: uuid(1), value: null }])).rejects.toThrow(/quota|room/i)
  expect((await database.blocks.toArray()).flatMap(({ names }) => names)).toEqual([`idea ${uuid(1)}`])
})
