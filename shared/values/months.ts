import { dayNumber } from './calendar-day.ts'

/** Months since the year 0: of a day, and the first day of one. */
export const monthOf = (day: number): number => {
  // By the mean length of a month, which is off by one at most.
  const about = 1970 * 12 + Math.floor(day / 30.436875)
  return [about + 1, about, about - 1].find((month) => firstDayOf(month) <= day) ?? about
}
export const firstDayOf = (month: number): number => dayNumber(Math.floor(month / 12), (month % 12) + 1, 1) ?? 0
