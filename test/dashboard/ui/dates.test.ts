import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { dayInField, endOfDay } from '../../../shared/values/calendar-day.ts'

vi.stubGlobal('localStorage', { getItem: () => 'en' })
const { day, dayFromField, daysUntil, fromDateField, sayDaysUntil, sayRelatively, toDateField } =
  await import('../../../worker/dashboard/ui/dates.ts')

const noon = new Date(2026, 10, 24, 12).getTime()
const hour = 60 * 60 * 1000

test.each([
  ['this moment', 0, 'now'],
  ['minutes', -5 * 60_000, '5 minutes ago'],
  ['hours of the same day', 3 * hour, 'in 3 hours'],
  ['the night before, though fewer than 24 hours ago', -13 * hour, 'yesterday'],
  ['days', 3 * day, 'in 3 days'],
  ['weeks, still in days', -59 * day, '59 days ago'],
  ['months', -90 * day, '2 months ago'],
  ['years', -800 * day, '2 years ago'],
])('a time is told in %s', (_, apart, says) => {
  expect(sayRelatively(noon + apart, noon)).toBe(says)
})

test('a date field holds the reader’s own day, and gives the end of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: day, max: 4_000_000_000_000 }), (at) => {
      const field = toDateField(at)
      const end = fromDateField(field) ?? 0
      expect(toDateField(end)).toBe(field)
      expect(end).toBeGreaterThanOrEqual(at - 60_000)
    }),
  )
})

test.each(['', 'soon', '2026-02-30x', '0000-00-00'])('%j is no day', (text) => {
  expect([dayFromField(text), fromDateField(text)]).toEqual([undefined, undefined])
})

test('[B4] a day that is due is counted in days of the person, in any zone', () => {
  const due = endOfDay(dayInField('2026-12-14') ?? 0)
  const before = process.env['TZ']
  for (const [zone, now, days] of [
    ['Pacific/Auckland', '2026-12-13T10:59:00Z', 1],
    ['Pacific/Auckland', '2026-12-13T11:01:00Z', 0],
    ['America/Los_Angeles', '2026-12-15T07:59:00Z', 0],
    ['America/Los_Angeles', '2026-12-15T08:01:00Z', -1],
    ['UTC', '2026-12-14T23:59:30Z', 0],
  ] as const) {
    process.env['TZ'] = zone
    expect([zone, now, daysUntil(due, Date.parse(now))]).toEqual([zone, now, days])
  }
  if (before === undefined) delete process.env['TZ']
  else process.env['TZ'] = before
  expect(sayDaysUntil(due, Date.parse('2026-12-14T12:00:00Z'))).toBe('today')
})
