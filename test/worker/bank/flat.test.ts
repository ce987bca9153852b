import { runInDurableObject } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { defaultFramework } from '../../../shared/domain/framework.ts'
import { undoWithin } from '../../../shared/domain/undo.ts'
import { serve } from '../../../shared/sync/server-engine.ts'
import { ideas as listOf } from '../../../worker/bank/queries/bank-queries.ts'
import { facetsOf } from '../../../worker/bank/queries/facet-queries.ts'
import { reports } from '../../../worker/bank/queries/report-queries.ts'
import { workOn } from '../../../worker/bank/storage/daily-work.ts'
import { NetworkStore } from '../../../worker/bank/storage/store.ts'
import { inTransaction } from '../../../worker/bank/storage/transaction.ts'
import { purgeUndo } from '../../../worker/bank/storage/undo-log.ts'
import { counted } from '../counted.ts'
import { stubOf } from '../large-bank.ts'
import { makeNetwork, proposal, requestOf, type TestMember } from '../network.ts'

const [few, many] = [100, 3000]

/** Proposes ideas as a device does that reads one row of the feed with each request. */
const proposes = ({ person }: TestMember) => {
  const replica = crypto.randomUUID()
  let last = 0
  return (storage: DurableObjectStorage, count: number, at = Date.now()): void => {
    const store = new NetworkStore(storage, 1e9)
    const mutations = Array.from({ length: count }, () => proposal((last += 1)))
    const context = { person, role: 'contributor', site: 'site-1', at } as const
    const request = { ...requestOf(replica, mutations), limit: 1 }
    inTransaction(storage, store, () => serve(store.foresee(mutations), request, context, () => crypto.randomUUID()))
  }
}

/** Statements that read more rows than before, a few aside: where a tree became deeper. */
const grown = (before: Record<string, number>, after: Record<string, number>): string[] =>
  Object.entries(after).flatMap(([text, rows]) => (rows > (before[text] ?? 0) + 5 ? [`${before[text]} → ${rows}: ${text}`] : []))

const filled = (storage: DurableObjectStorage): number => Number(storage.sql.exec('SELECT count(*) AS ideas FROM idea_row').one()['ideas'])

test('[S34] a mutation reads as many rows in a large bank as in a small one, right after the bank was filled', async () => {
  const { contributor } = await makeNetwork('flat-mutation')
  const propose = proposes(contributor)
  await runInDurableObject(await stubOf('flat-mutation'), (_, { storage }) => {
    const readWith = (ideas: number): Record<string, number> => {
      while (filled(storage) < ideas) propose(storage, few)
      const one = counted(storage)
      propose(one.storage, 1)
      return one.read()
    }
    const before = readWith(few)
    expect(Object.values(before).reduce((sum, rows) => sum + rows, 0)).toBeGreaterThan(10)
    expect(grown(before, readWith(many))).toEqual([])
  })
})

test('[S34] reports, a search and its facets read as many rows in a large bank as in one of half its size', async () => {
  const { contributor } = await makeNetwork('flat-reading')
  const propose = proposes(contributor)
  await runInDurableObject(await stubOf('flat-reading'), (_, { storage }) => {
    const readWith = (ideas: number): Record<string, number> => {
      while (filled(storage) < ideas) propose(storage, few)
      const one = counted(storage)
      const [sql, reader] = [one.storage.sql, { person: contributor.person, role: 'coordinator' }] as const
      const search = { q: 'chan', disposition: 'active', sort: 'newest', limit: 50 } as const
      expect(reports(sql, defaultFramework, {}, Date.now(), reader).answers).toMatchObject({ arrived: ideas, waiting: ideas })
      expect(listOf(sql, search, reader)).toMatchObject({ total: null, rows: { length: 50 } })
      expect(facetsOf(sql, search)).toMatchObject({ facets: { disposition: { active: 1000 } }, cut: expect.arrayContaining(['phase']) })
      return one.read()
    }
    expect(grown(readWith(many / 2), readWith(many))).toEqual([])
  })
})

test('[S34] what can no longer be taken back goes, and nothing else is read', async () => {
  const { contributor } = await makeNetwork('flat-undo')
  const propose = proposes(contributor)
  await runInDurableObject(await stubOf('flat-undo'), (_, { storage }) => {
    const [now, kept] = [Date.now(), () => Number(storage.sql.exec('SELECT count(*) AS kept FROM undo_row').one()['kept'])]
    propose(storage, 30, now - undoWithin - 1)
    for (let from = 0; from < many; from += few) propose(storage, few, now - undoWithin)
    expect(kept()).toBe(many + 30)
    expect(purgeUndo(storage.sql, now).rowsRead).toBeLessThan(150)
    expect(kept()).toBe(many)
    expect(purgeUndo(storage.sql, now).rowsRead).toBeLessThan(10)
    expect(kept()).toBe(many)
    expect(purgeUndo(storage.sql, now + 1).rowsWritten).toBeGreaterThanOrEqual(many)
    expect(kept()).toBe(0)
    expect(purgeUndo(storage.sql, now + 1).rowsRead).toBeLessThan(10)
  })
})

test('[S34] an alarm that rings again on the same day reads as many rows in a large bank as in a small one', async () => {
  const { contributor } = await makeNetwork('flat-alarm')
  const propose = proposes(contributor)
  await runInDurableObject(await stubOf('flat-alarm'), async (_, { storage }) => {
    const ring = async (): Promise<Record<string, number>> => {
      const one = counted(storage)
      const ctx = { storage: one.storage, abort: () => {} } as unknown as DurableObjectState
      await workOn(ctx, new NetworkStore(one.storage), async () => {})
      return one.read()
    }
    propose(storage, few)
    await ring()
    const before = await ring()
    while (filled(storage) < many) propose(storage, few)
    expect(grown(before, await ring())).toEqual([])
  })
})
