import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runChart } from '../../../shared/rules/run-chart.ts'

test.each<[string, number[], number | undefined, unknown]>([
  ['nothing, no chart', [], undefined, undefined],
  ['an even number of values: the mean of the two in the middle', [4, 1, 3, 2], undefined, { median: 2.5, shifts: [] }],
  ['five on one side are not enough', [9, 9, 9, 9, 9, 1, 1, 1, 1, 1], undefined, { median: 5, shifts: [] }],
  [
    'six on either side',
    [9, 9, 9, 9, 9, 9, 1, 1, 1, 1, 1, 1],
    undefined,
    {
      median: 5,
      shifts: [
        { from: 0, to: 5, side: 'above' },
        { from: 6, to: 11, side: 'below' },
      ],
    },
  ],
  [
    'a value on the median neither counts nor ends a run',
    [5, 6, 6, 6, 5, 6, 6, 6, 4, 5, 4],
    1,
    { median: 5, shifts: [{ from: 1, to: 7, side: 'above' }] },
  ],
  ['the median of a baseline', [1, 1, 1, 5, 5, 5, 5, 5, 5], 3, { median: 1, shifts: [{ from: 3, to: 8, side: 'above' }] }],
])('[B5] median and shifts: %s', (_, values, baseline, expected) => {
  expect(runChart(values, baseline)).toEqual(expected)
})

test('[B5] mirrored values give mirrored shifts, whatever the values', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 40 }), (values) => {
      const [chart, mirrored] = [runChart(values), runChart(values.map((value) => -value))]
      expect(mirrored?.shifts.map(({ from, to }) => [from, to])).toEqual(chart?.shifts.map(({ from, to }) => [from, to]))
      for (const { from, to } of chart?.shifts ?? []) expect(to - from).toBeGreaterThanOrEqual(5)
    }),
  )
})
