import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayInField } from '../../../shared/values/calendar-day.ts'
import { choiceOf, choices, daysOf, periodIn } from '../../../worker/dashboard/reports/period.ts'
import { isoDay } from '../../../shared/values/calendar-day.ts'

const at = (text: string): number => dayInField(text) ?? Number.NaN
const query = (from: string, to: string): URLSearchParams => new URLSearchParams({ from, to })

test('[R20] a choice is days that end today, the address keeps them, and the choice is found again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 15_000, max: 40_000 }), fc.constantFrom(...choices), (today, choice) => {
      const days = daysOf(choice, today)
      expect(days.to).toBe(today)
      expect(periodIn(query(isoDay(days.from), isoDay(days.to)), today)).toEqual(days)
      const found = choiceOf(days, today)
      // Two choices may mean the same days.
      expect(found && daysOf(found, today)).toEqual(days)
    }),
  )
  expect(isoDay(daysOf('year12', at('2026-12-01')).from)).toBe('2025-12-02')
  expect(isoDay(daysOf('quarter', at('2026-12-01')).from)).toBe('2026-10-01')
  expect(daysOf('last30', at('2026-12-01'))).toEqual({ from: at('2026-11-02'), to: at('2026-12-01') })
})

test('[R20] an address without days, or with days that cannot be, shows the last 90', () => {
  const today = at('2026-12-01')
  const usual = { from: at('2026-09-03'), to: today }
  for (const wrong of [
    new URLSearchParams(),
    query('2026-13-01', '2026-12-01'),
    query('2026-11-02', '2026-11-01'),
    query('2026-01-01', '2027-01-01'),
    query('', '2026-01-01'),
  ])
    expect(periodIn(wrong, today)).toEqual(usual)
})
