import fc from 'fast-check'
import { expect, test, vi } from 'vitest'

vi.stubGlobal('localStorage', { getItem: () => 'en' })
const { day, dayFromField, fromDateField, sayRelatively, toDateField } = await import('../../../worker/dashboard/ui/dates.ts')

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
