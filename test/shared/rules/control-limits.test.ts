import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { controlLimits } from '../../../shared/rules/control-limits.ts'
import { runChart } from '../../../shared/rules/run-chart.ts'

/** Harms and patient days, harmed patients of twenty, by month: the first six of `gtt` as the vignette of qicharts2 prints them, twice. */
const harms = [5, 7, 5, 7, 7, 5]
const days = [113, 132, 121, 134, 116, 131]
const harmed = [3, 6, 4, 5, 7, 5]
const twice = <Value>(values: readonly Value[]): Value[] => [...values, ...values]

describe('[B5] control limits', () => {
  it('of a rate (U), as qicharts2 reckons them: the sum of harms by the sum of days, and three times the root of it by each month’s days', () => {
    const u = controlLimits(
      'u',
      twice(harms).map((count, at) => (100 * count) / (twice(days)[at] ?? 1)),
      twice(days),
    )
    expect(u?.centre).toBeCloseTo((100 * 36) / 747, 10)
    for (const [at, n] of days.entries()) {
      const mean = 36 / 747
      expect(u?.limits[at]?.upper).toBeCloseTo(100 * (mean + 3 * Math.sqrt(mean / n)), 10)
    }
    expect(u?.limits[0]?.lower).toBe(0)
    // More days, closer limits.
    expect((u?.limits[3]?.upper ?? 0) < (u?.limits[0]?.upper ?? 0)).toBe(true)
  })

  it('of a proportion (P): a quarter of 20 patients a month lies between 0 and 54 %', () => {
    const p = controlLimits(
      'p',
      twice(harmed).map((count) => count * 5),
      twice(Array<number>(6).fill(20)),
    )
    expect(p?.centre).toBeCloseTo(25, 10)
    expect(p?.limits[0]).toEqual({ lower: 0, upper: expect.closeTo(25 + 3 * Math.sqrt((25 * 75) / 20), 10) as number })
  })

  it.each<[string, Parameters<typeof controlLimits>]>([
    ['nine values', ['p', Array<number>(9).fill(50), Array<number>(9).fill(20)]],
    ['no denominators', ['u', Array<number>(12).fill(5), Array<undefined>(12).fill(undefined)]],
    ['a proportion above 100', ['p', [...Array<number>(11).fill(50), 101], Array<number>(12).fill(20)]],
    ['a rate below nought', ['u', [...Array<number>(11).fill(5), -1], Array<number>(12).fill(20)]],
    ['a baseline of few', ['p', Array<number>(12).fill(50), Array<number>(12).fill(20), 6]],
  ])('none of %s', (_, args) => expect(controlLimits(...args)).toBeUndefined())

  it('of a baseline: later values do not move them, and a day without a denominator has none', () => {
    const sizes = [...Array<number>(11).fill(50), undefined, 50]
    const one = controlLimits('p', [...Array<number>(10).fill(20), 80, 90, 100], sizes, 10)
    expect([one?.centre, one?.limits[11], one?.limits[12]]).toEqual([20, undefined, one?.limits[0]])
  })
})

/** By useful values: the fewest crossings that qicharts2 takes for chance, as its vignette says them: qbinom(0.05, n - 1, 0.5), 8 of 24. */
test.each([
  [10, 2],
  [11, 2],
  [15, 4],
  [20, 6],
  [24, 8],
  [30, 10],
])('[B5] %i useful values: as few crossings as qicharts2 has', (useful, crossings) => {
  const values = Array.from({ length: useful }, (_, at) => (at % 2 ? 9 : 1))
  expect((runChart(values, 2)?.runs?.fewest ?? 0) - 1).toBe(crossings)
})

test('[B5] one value far from all others is named, none of a shift and none of noise', () => {
  const noise = [10, 12, 11, 9, 10, 13, 11, 10, 12, 9, 11, 10]
  expect(runChart(noise)?.astronomical).toBeUndefined()
  expect(runChart([...noise, 40, 11, 10])?.astronomical).toBe(12)
  expect(runChart([...noise, 40, 41, 39, 40, 42, 40])?.astronomical).toBeUndefined()
})

test('[B5] property: a mean lies within its limits', () => {
  const value = fc.double({ min: 0, max: 100, noNaN: true })
  fc.assert(
    fc.property(
      fc.constantFrom<('p' | 'u')[]>('p', 'u'),
      fc.array(fc.tuple(value, fc.integer({ min: 1, max: 5000 })), { minLength: 10, maxLength: 40 }),
      (kind, pairs) => {
        const found = controlLimits(
          kind,
          pairs.map(([one]) => one),
          pairs.map(([, size]) => size),
        )
        const { centre = 0, limits = [] } = found ?? {}
        for (const limit of limits)
          expect([limit && limit.lower <= centre + 1e-9, limit && limit.upper >= centre - 1e-9]).toEqual([true, true])
      },
    ),
  )
})
