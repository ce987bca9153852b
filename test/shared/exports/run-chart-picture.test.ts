import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { monthTicks, valueTicks } from '../../../shared/exports/chart-scale.ts'
import { runChartPicture } from '../../../shared/exports/run-chart-picture.ts'
import { dayInField, dayLength } from '../../../shared/values/calendar-day.ts'

const day = (text: string): number => dayInField(text) ?? 0
const said = (days: readonly number[]): string[] => days.map((one) => new Date(one * dayLength).toISOString().slice(0, 10))

describe('[B5] the axes of a run chart', () => {
  it('ticks at first days of months, no more than fit', () => {
    expect(said(monthTicks(day('2026-01-15'), day('2026-05-02'), 6))).toEqual(['2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01'])
    expect(said(monthTicks(day('2024-01-01'), day('2025-12-01'), 8))).toEqual([
      '2024-01-01',
      '2024-04-01',
      '2024-07-01',
      '2024-10-01',
      '2025-01-01',
      '2025-04-01',
      '2025-07-01',
      '2025-10-01',
    ])
    expect(said(monthTicks(day('2026-01-05'), day('2026-01-25'), 6))).toEqual(['2026-01-05'])
  })

  it('values in steps of 1, 2 or 5', () => {
    expect(valueTicks(0, 100)).toEqual([0, 50, 100])
    expect(valueTicks(3.2, 4.1)).toEqual([3, 3.5, 4, 4.5])
    expect(valueTicks(7, 7).length).toBeGreaterThan(1)
    expect(valueTicks(0, 0).length).toBeGreaterThan(1)
  })

  test('property: everything lies between the axes', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 7305, max: 25_000 }), { minLength: 1, maxLength: 60 }),
        fc.array(value, { minLength: 60, maxLength: 60 }),
        value,
        fc.integer({ min: 220, max: 1600 }),
        (days, values, goal, width) => {
          const points = days.toSorted((one, other) => one - other).map((one, at): [number, number] => [one, values[at] ?? 0])
          const picture = runChartPicture({ points, median: points[0]?.[1], goal, marks: [{ day: 8000, text: 'x' }] }, width, 260)
          const { left, right, top, bottom } = picture
          for (const { x, y } of picture.points)
            expect([x >= left - 0.01, x <= right + 0.01, y >= top - 0.01, y <= bottom + 0.01]).toEqual([true, true, true, true])
          for (const y of [picture.goal ?? 0, picture.median ?? 0]) expect([y >= top - 0.01, y <= bottom + 0.01]).toEqual([true, true])
          expect(picture.values.length).toBeLessThan(12)
          expect(picture.days.length).toBeGreaterThan(0)
        },
      ),
    )
  })

  it('limits are steps, and stop where there are none', () => {
    const points = [0, 1, 2].map((at): [number, number] => [day('2026-01-01') + at, at])
    const limit = { lower: 0, upper: 2 }
    const { limits } = runChartPicture({ points, median: 1, limits: [limit, undefined, limit] }, 400, 260)
    expect(limits.map((path) => path.split('M').length - 1)).toEqual([2, 2])
  })

  it('a mark outside the days of the values is not drawn, and keeps its number', () => {
    const points = [0, 30].map((at): [number, number] => [day('2026-01-01') + at, at])
    const marks = ['2025-01-01', '2026-01-10'].map((text) => ({ day: day(text), text }))
    expect(runChartPicture({ points, median: 1, marks }, 400, 260).marks.map(({ number }) => number)).toEqual([2])
  })
})
