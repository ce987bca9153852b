import { expect, test } from 'vitest'
import { costsOf, type Levels, spend } from '../../../shared/sync/member-limits.ts'

const row = { name: 'importIdea', args: { change: 'x'.repeat(400), details: 'x'.repeat(1000) } }

test('[O44] [Q1] a list of 5,000 rows, taken out and brought in again, is within the limit and leaves that of other work as it was', () => {
  let levels: Levels = {}
  for (const name of ['importIdea', 'removeImported', 'importIdea'])
    for (let count = 0; count < 5000; count += 1) {
      const spent = spend(levels, 'coordinator', costsOf({ ...row, name, ...(name === 'removeImported' ? { args: {} } : {}) }), 1000)
      if ('later' in spent) throw new Error(`${name} ${count}: ${spent.short}`)
      levels = spent.levels
    }
  expect(Object.keys(levels).toSorted()).toEqual(['imports', 'share'])
})

test('[O44] without end it goes on for nobody', () => {
  let [levels, done]: [Levels, number] = [{}, 0]
  for (; done < 30_000; done += 1) {
    const spent = spend(levels, 'admin', costsOf({ ...row, args: {} }), 1000)
    if ('later' in spent) break
    levels = spent.levels
  }
  expect(done).toBe(20_000)
})
