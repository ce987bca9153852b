import { dayInField, dayLength, dayOf, endOfDay } from '../../../shared/values/calendar-day.ts'
import { today } from '../../../shared/web/today.ts'
import { serverNow } from '../data/clock.ts'
import { locale } from '../i18n/locale.ts'

const minute = 60_000
const hour = 60 * minute
export const day = 24 * hour

const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' })
const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })

/** Midnights between two points in time, by the person's own calendar. */
const daysBetween = (from: number, to: number): number =>
  Math.round((new Date(to).setHours(0, 0, 0, 0) - new Date(from).setHours(0, 0, 0, 0)) / day)

export const sayExactly = (at: number): string => exact.format(at)
export const sayDate = (at: number): string => short.format(at)

const inUtc = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
/** A calendar day (`calendar-day.ts`), the same for everybody: "1 Jan 2024". */
export const sayDay = (day: number): string => inUtc.format(day * dayLength)
/** The day of a time that stands for one: when something ends, is due or is looked at again. */
export const sayDayOf = (at: number): string => sayDay(dayOf(at))

/** How many days from today a time that stands for a day is; below 0 it is over. */
export const daysUntil = (at: number, now: number = serverNow()): number => dayOf(at) - today(now)

/** Whether the day that this time stands for is over: a thing is due until its end. */
export const isOver = (at: number): boolean => daysUntil(at) < 0

/** The same in words: "today", "in 3 days", "last month". */
export const sayDaysUntil = (at: number, now: number = serverNow()): string => {
  const days = daysUntil(at, now)
  return Math.abs(days) < 60 ? relative.format(days, 'day') : relative.format(Math.trunc(days / 30.44), 'month')
}

/** "5 minutes ago", "yesterday", "in 3 days", "2 months ago". */
export const sayRelatively = (at: number, now: number = serverNow()): string => {
  const apart = at - now
  const days = daysBetween(now, at)
  if (Math.abs(apart) < minute) return relative.format(0, 'second')
  if (Math.abs(apart) < hour) return relative.format(Math.trunc(apart / minute), 'minute')
  if (days === 0) return relative.format(Math.trunc(apart / hour), 'hour')
  if (Math.abs(days) < 60) return relative.format(days, 'day')
  if (Math.abs(days) < 730) return relative.format(Math.trunc(days / 30.44), 'month')
  return relative.format(Math.trunc(days / 365.25), 'year')
}

const two = (count: number): string => String(count).padStart(2, '0')

/** What a date field holds, in the person's own time zone. */
export const toDateField = (at: number): string => {
  const date = new Date(at)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The calendar day that a date field says, as the time that stands for it; `undefined` for none. */
export const dayFromField = (text: string): number | undefined => {
  const day = dayInField(text)
  return day === undefined ? undefined : endOfDay(day)
}

/** The end of that day where the person is, for what happened until then. `undefined` for an empty or impossible date. */
export const fromDateField = (text: string): number | undefined => {
  const at = new Date(`${text}T23:59:00`).getTime()
  return Number.isFinite(at) && at >= 0 ? at : undefined
}
