import { firstDayOf, monthOf } from './months.ts'

/** Days since 1970 (UTC), both included. */
export interface Days {
  from: number
  to: number
}

export const periodUnits = ['week', 'month', 'quarter', 'year'] as const
export type PeriodUnit = (typeof periodUnits)[number]

/** Weeks up to about three months, months up to two years, quarters up to six, years beyond: some 24 at most, or as many as there are years. */
const unitOf = ({ from, to }: Days): PeriodUnit => {
  const days = to - from + 1
  return days <= 100 ? 'week' : days <= 750 ? 'month' : days <= 2250 ? 'quarter' : 'year'
}

const monthsIn: Record<Exclude<PeriodUnit, 'week'>, number> = { month: 1, quarter: 3, year: 12 }

/** The first day of the unit behind the one that a day is in. Weeks begin on Monday; 5 January 1970 was one. */
const nextAfter = (day: number, unit: PeriodUnit): number => {
  if (unit === 'week') return day - ((((day - 4) % 7) + 7) % 7) + 7
  const [months, month] = [monthsIn[unit], monthOf(day)]
  return firstDayOf(month - (month % months) + months)
}

/** A period in calendar weeks, months, quarters or years, in order and without gaps; the first and the last may be parts of one. */
export const periodsIn = (days: Days, least: PeriodUnit = 'week'): { unit: PeriodUnit; parts: Days[] } => {
  const unit = periodUnits[Math.max(periodUnits.indexOf(unitOf(days)), periodUnits.indexOf(least))] ?? least
  const parts: Days[] = []
  for (let from = days.from; from <= days.to;) {
    const next = nextAfter(from, unit)
    parts.push({ from, to: Math.min(next - 1, days.to) })
    from = next
  }
  return { unit, parts }
}

/** The calendar month, quarter or year that a day is in, from its first day to that day. */
export const sofar = (day: number, unit: Exclude<PeriodUnit, 'week'>): Days => {
  const month = monthOf(day)
  return { from: firstDayOf(month - (month % monthsIn[unit])), to: day }
}
