import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type RunChart, runChart, type Shift, shiftLength, trendLength } from '../../../shared/rules/run-chart.ts'

/** Around 5, with four values on each side of it and no run: what is judged stands behind. */
const before = [4, 6, 4, 6, 4, 6, 4, 6]

test.each<[string, number[], number | undefined, Partial<RunChart> | undefined]>([
  ['nothing, no chart', [], undefined, undefined],
  ['an even number of values: the mean of the two in the middle', [4, 1, 3, 2], undefined, { median: 2.5, useful: 4, tooFew: true }],
  ['five on one side are not enough', [9, 9, 9, 9, 9, 1, 1, 1, 1, 1], undefined, { median: 5, tooFew: false, shifts: [] }],
  [
    'six on either side',
    [9, 9, 9, 9, 9, 9, 1, 1, 1, 1, 1, 1],
    undefined,
    {
      median: 5,
      shifts: [
        { from: 0, to: 5, side: 'above', points: 6 },
        { from: 6, to: 11, side: 'below', points: 6 },
      ],
    },
  ],
  [
    'a value on the median neither counts nor ends a run',
    [5, ...before, 6, 6, 5, 6, 6, 6, 4, 5, 4],
    1,
    { median: 5, useful: 15, shifts: [{ from: 8, to: 14, side: 'above', points: 6 }] },
  ],
  [
    'the median of a baseline',
    [1, 3, 1, 3, 2, ...Array<number>(8).fill(5)],
    5,
    { median: 2, shifts: [{ from: 3, to: 12, side: 'above', points: 9 }] },
  ],
  ['a rare event: mostly noughts', [0, 0, 0, 1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 1, 0, 0, 0, 3, 0], undefined, { tooFew: true, shifts: [] }],
  ['compliance: mostly all', [...Array<number>(15).fill(100), 92, 100, 100, 98, 100, 97], undefined, { tooFew: true, useful: 3 }],
  ['half on the median is just enough', [...Array<number>(10).fill(5), ...before, 4, 6], undefined, { tooFew: false, useful: 10 }],
  ['more than half is too few', [...Array<number>(11).fill(5), ...before, 4, 6], undefined, { tooFew: true, useful: 10 }],
  [
    'five that go up are a trend; a value said again counts once',
    [...before, 4, 5, 5, 6, 7, 7, 8, 3],
    undefined,
    { trends: [{ from: 8, to: 14, direction: 'up', points: 5 }] },
  ],
  ['four that go down are none', [...before, 8, 7, 3, 2, 4, 6], undefined, { trends: [] }],
  ['down to the end', [...before, 9, 8, 7, 3, 2, 1], undefined, { trends: [{ from: 8, to: 13, direction: 'down', points: 6 }] }],
])('[B5] median, shifts and trends: %s', (_, values, baseline, expected) => {
  const chart = runChart(values, baseline)
  if (expected) expect(chart).toMatchObject(expected)
  else expect(chart).toBeUndefined()
})

const below = (from: number, to: number, points: number): Shift => ({ from, to, side: 'below', points })
const above = (from: number, to: number, points: number): Shift => ({ from, to, side: 'above', points })

/** Reckoned by hand before the rules were run on them. */
test.each<[string, number[], number | undefined, Partial<RunChart>]>([
  [
    'a rare event, of 24 months three',
    [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0],
    undefined,
    { median: 0, tooFew: true, shifts: [] },
  ],
  [
    'a rare event, in a third of months',
    [0, 1, 0, 0, 2, 0, 1, 0, 0, 1, 0, 0, 3, 0, 0, 1, 0, 0, 2, 0, 0, 1, 0, 0],
    undefined,
    { median: 0, useful: 8, tooFew: true, shifts: [] },
  ],
  [
    'nearly all of nearly all',
    [100, 100, 98, 100, 100, 100, 97, 100, 100, 100, 100, 99, 100, 100, 100, 100, 96, 100, 100, 100],
    undefined,
    { median: 100, useful: 4, tooFew: true, shifts: [] },
  ],
  [
    'ten useful of 21 are not half',
    [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 1, 9, 1, 9, 1, 9, 1, 9, 1, 9],
    undefined,
    { median: 5, useful: 10, tooFew: true },
  ],
  ['ten useful of ten', [1, 9, 1, 9, 1, 9, 1, 9, 1, 9], undefined, { median: 5, useful: 10, tooFew: false, shifts: [] }],
  ['nine useful', [1, 9, 1, 9, 1, 9, 1, 9, 1], 2, { median: 5, useful: 9, tooFew: true }],
  [
    'a true shift after a year, by the first year',
    [50, 54, 48, 52, 49, 55, 47, 53, 51, 46, 52, 50, 70, 72, 68, 71, 69, 74, 70, 73, 71, 69, 72, 75],
    12,
    { median: 50.5, tooFew: false, shifts: [above(12, 23, 12)] },
  ],
  [
    'the same by all values',
    [50, 54, 48, 52, 49, 55, 47, 53, 51, 46, 52, 50, 70, 72, 68, 71, 69, 74, 70, 73, 71, 69, 72, 75],
    undefined,
    { median: 61.5, shifts: [below(0, 11, 12), above(12, 23, 12)] },
  ],
  ['six at the end', [9, 1, 9, 1, 9, 1, 8, 8, 8, 8, 8, 8], 6, { median: 5, shifts: [above(6, 11, 6)] }],
  ['five at the end, and one on the median', [9, 1, 9, 1, 9, 1, 8, 8, 5, 8, 8, 8], 6, { median: 5, useful: 11, shifts: [] }],
  [
    'on the median at both ends of a shift',
    [1, 9, 1, 9, 5, 2, 3, 2, 5, 1, 2, 3, 5, 9, 1, 9],
    4,
    { median: 5, useful: 13, shifts: [below(5, 11, 6)] },
  ],
  ['less than nought', [-4, -6, -4, -6, -1, -2, -1, -2, -1, -2, -7, -8], 4, { median: -5, shifts: [above(4, 9, 6)] }],
  ['tenths', [0.1, 0.3, 0.1, 0.3, 0.4, 0.5, 0.4, 0.5, 0.4, 0.5, 0.1, 0.3], 4, { median: 0.2, shifts: [above(3, 9, 7)] }],
])('[B5] %s', (_, values, baseline, expected) => expect(runChart(values, baseline)).toMatchObject(expected))

/** Lower limits of crossings from table 1 of Anhøj and Olesen, by useful values. */
test.each([
  [10, 2],
  [12, 3],
  [14, 4],
  [17, 5],
  [20, 6],
  [22, 7],
  [24, 8],
])('[B5] %i useful values cross the median at least %i times', (useful, crossings) => {
  const values = Array.from({ length: useful }, (_, at) => (at % 2 === 0 ? 1 : 9))
  expect(runChart(values, 2)?.runs).toMatchObject({ count: useful, fewest: crossings + 1 })
})

test('[B5] a shift after 12 of 24 months has too few runs, a zigzag too many, a chart of chance neither', () => {
  const shifted = [8, 12, 9, 11, 10, 13, 8, 12, 9, 11, 13, 10, 4, 6, 3, 5, 4, 7, 3, 5, 6, 4, 2, 5]
  const { runs: few, shifts = [] } = runChart(shifted) ?? {}
  expect(shifts.map(({ side, points }) => [side, points])).toEqual([
    ['above', 12],
    ['below', 12],
  ])
  expect((few?.count ?? 99) < (few?.fewest ?? 0)).toBe(true)
  const saw = runChart(Array.from({ length: 20 }, (_, at) => (at % 2 ? 1 : 9)))?.runs
  expect((saw?.count ?? 0) > (saw?.most ?? 99)).toBe(true)
  const { runs } = runChart([4, 7, 6, 3, 2, 8, 9, 4, 6, 7, 3, 4, 8, 2, 9, 6]) ?? {}
  expect(runs && runs.count >= runs.fewest && runs.count <= runs.most).toBe(true)
})

const series = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 40 })

test('[B5] property: mirrored values give mirrored shifts and trends; too few values are not judged', () => {
  fc.assert(
    fc.property(series, (values) => {
      const [chart, mirrored] = [runChart(values), runChart(values.map((value) => -value))]
      const places = (stretches: readonly { from: number; to: number; points: number }[] = []): unknown =>
        stretches.map(({ from, to, points }) => [from, to, points])
      expect([places(mirrored?.shifts), places(mirrored?.trends), mirrored?.runs]).toEqual([
        places(chart?.shifts),
        places(chart?.trends),
        chart?.runs,
      ])
      for (const { from, to, points } of chart?.shifts ?? []) {
        const counted = values.slice(from, to + 1).filter((value) => value !== chart?.median)
        expect([points, points >= shiftLength]).toEqual([counted.length, true])
      }
      for (const { from, to, points } of chart?.trends ?? []) {
        const steps = values.slice(from, to + 1).filter((value, at, all) => at === 0 || value !== all[at - 1])
        expect([points, points >= trendLength]).toEqual([steps.length, true])
      }
      if (chart?.tooFew) expect([chart.shifts, chart.trends, chart.runs]).toEqual([[], [], undefined])
    }),
  )
})

interface Case {
  id: string
  values: number[]
  baseline?: number
  median?: number
  tooFew?: boolean
  shifts?: object[]
}
const file = new URL('../../../../shared/cases/run-charts.json', import.meta.url)
const cases = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }).cases : []

describe.skipIf(cases.length === 0)('[B5] charts that said something false before', () => {
  it.each(cases.map((one) => [one.id, one] as const))('%s', (_, { values, baseline, median, tooFew = false, shifts = [] }) => {
    const chart = runChart(values, baseline)
    expect(chart).toMatchObject({ tooFew, shifts, ...(median === undefined ? {} : { median }) })
  })
})
