import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayInField } from '../../../shared/values/calendar-day.ts'
import { periodsIn, periodUnits, sofar } from '../../../shared/values/periods.ts'

const at = (text: string): number => dayInField(text) ?? Number.NaN
const text = (day: number): string => new Date(day * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

test('[R20] the parts of a period follow each other without gap or overlap, each in one calendar week, month, quarter or year', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40_000 }),
      fc.integer({ min: 0, max: 6000 }),
      fc.constantFrom(...periodUnits),
      (from, days, least) => {
        const { unit, parts } = periodsIn({ from, to: from + days }, least)
        expect(periodUnits.indexOf(unit)).toBeGreaterThanOrEqual(periodUnits.indexOf(least))
        expect([parts[0]?.from, parts.at(-1)?.to]).toEqual([from, from + days])
        const nameOf = (day: number): string => {
          const [year = '', month = ''] = text(day).split('-')
          if (unit === 'week') return String(Math.floor((day + 3) / 7))
          return unit === 'year' ? year : unit === 'month' ? `${year} ${month}` : `${year} ${Math.ceil(Number(month) / 3)}`
        }
        for (const [index, part] of parts.entries()) {
          if (index > 0) expect(part.from).toBe((parts[index - 1]?.to ?? 0) + 1)
          expect(nameOf(part.from)).toBe(nameOf(part.to))
        }
        expect(new Set(parts.map(({ from: first }) => nameOf(first))).size).toBe(parts.length)
        expect(parts.length).toBeLessThanOrEqual(27)
      },
    ),
  )
})

test('[R20] ninety days are weeks from Monday, a year is months, three years are quarters, ten years are years', () => {
  const unitOf = (from: string, to: string) => periodsIn({ from: at(from), to: at(to) })
  const weeks = unitOf('2026-09-03', '2026-12-01')
  expect([weeks.unit, weeks.parts.length, weeks.parts.slice(0, 2).map(({ from }) => text(from))]).toEqual([
    'week',
    14,
    ['2026-09-03', '2026-09-07'],
  ])
  const year = unitOf('2026-01-01', '2026-12-31')
  expect([year.unit, year.parts.length, text(year.parts[1]?.to ?? 0)]).toEqual(['month', 12, '2026-02-28'])
  expect(unitOf('2024-02-10', '2027-02-10')).toMatchObject({ unit: 'quarter' })
  expect(unitOf('2016-01-01', '2026-01-01')).toMatchObject({ unit: 'year' })
  expect(text(sofar(at('2026-12-01'), 'quarter').from)).toBe('2026-10-01')
  expect(text(sofar(at('2028-02-29'), 'month').from)).toBe('2028-02-01')
})
