import { dayNumber, dayOf } from '../values/calendar-day.ts'

/** The calendar day that it is for the person, by their own clock; `now` in milliseconds since 1970. */
export const today = (now: number): number => {
  const date = new Date(now)
  return dayNumber(date.getFullYear(), date.getMonth() + 1, date.getDate()) ?? dayOf(now)
}
