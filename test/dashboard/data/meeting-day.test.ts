import { afterEach, expect, test } from 'vitest'
import { meetingMidnight } from '../../../worker/dashboard/data/meeting-day.ts'

const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

const now = Date.UTC(2026, 11, 1, 12)

test('[K22] the day of the last meeting is one from 1970 to today; what a field has while a year is typed is none', () => {
  process.env['TZ'] = 'Europe/Madrid'
  for (const typed of [
    '',
    '0002-03-01',
    '0020-03-01',
    '0202-03-01',
    '1969-12-31',
    '2026-02-30',
    '2026-12-02',
    '20260-03-01',
    '2026-03-01T10:00',
  ])
    expect([typed, meetingMidnight(typed, now)]).toEqual([typed, undefined])
  expect(meetingMidnight('2026-03-01', now)).toBe(Date.UTC(2026, 1, 28, 23))
  expect(meetingMidnight('2026-12-01', now)).toBe(Date.UTC(2026, 10, 30, 23))
})

test('[K22] it is no time before 1970 in any time zone, and today is the day of this person’s clock', () => {
  for (const [name, today, tomorrow] of [
    ['Pacific/Kiritimati', '2026-12-02', '2026-12-03'],
    ['Pacific/Pago_Pago', '2026-12-01', '2026-12-02'],
  ] as const) {
    process.env['TZ'] = name
    expect(meetingMidnight('1970-01-01', now)).toBeGreaterThanOrEqual(0)
    expect(meetingMidnight(today, now)).toBe(new Date(`${today}T00:00:00`).getTime())
    expect(meetingMidnight(tomorrow, now)).toBeUndefined()
  }
})
