import { expect, test } from 'vitest'
import { keptView, orBetter, savedViews } from '../../../shared/api/facets.ts'

test('[R6] a level counts the better ones too', () => {
  expect(orBetter({ '': 9, '2': 1, '4': 3 })).toEqual({ '1': 0, '2': 1, '3': 1, '4': 4, '5': 4 })
})

test('[R7] a view is kept and read again as it was, by its name; what is no view is left out', () => {
  const view = { id: '7', name: 'Feeding at Ash', query: 'topic=feeding&site=ash' }
  const kept = [keptView({ ...view, id: '8', name: 'Zeal' }), keptView(view), { name: 'seen', value: '1' }, { name: 'view:9', value: '' }]
  expect(savedViews(kept)).toEqual([view, { ...view, id: '8', name: 'Zeal' }])
  expect(keptView({ ...view, name: ' two\nlines ' }).value.split('\n')[0]).toBe('two lines')
})
