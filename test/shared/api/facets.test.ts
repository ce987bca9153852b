import { expect, test } from 'vitest'
import { keptView, orBetter, savedViews } from '../../../shared/api/facets.ts'

test('[R6] a level includes the better levels', () => {
  expect(orBetter({ '': 9, '2': 1, '4': 3 })).toEqual({ '1': 0, '2': 1, '3': 1, '4': 4, '5': 4 })
})

test('[R7] a saved view is read back unchanged; what is not a view is ignored', () => {
  const view = { id: '7', name: 'Feeding at Ash', query: 'topic=feeding&site=ash' }
  const kept = [keptView({ ...view, id: '8', name: 'Zeal' }), keptView(view), { name: 'seen', value: '1' }, { name: 'view:9', value: '' }]
  expect(savedViews(kept)).toEqual([view, { ...view, id: '8', name: 'Zeal' }])
  expect(keptView({ ...view, name: ' two\nlines ' }).value.split('\n')[0]).toBe('two lines')
})
