import { dayInField } from '../../../shared/values/calendar-day.ts'
import { today } from '../../../shared/web/today.ts'

/**
 * The local midnight that a meeting's day begins at, in milliseconds since 1970, from what a date field says ("2026-03-01").
 * `undefined` where it says no day, one before 1970 (a date field has the years 0002, 0020 and 0202 while 2026 is typed) or
 * one after today.
 */
export const meetingMidnight = (field: string, now: number): number | undefined => {
  const day = dayInField(field)
  if (day === undefined || day < 0 || day > today(now)) return undefined
  // East of Greenwich the first midnight is before 1970.
  return Math.max(0, new Date(`${field}T00:00:00`).getTime())
}
