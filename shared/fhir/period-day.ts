import { dayNumber } from '../values/calendar-day.ts'

const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?$/

/**
 * The calendar day on which a FHIR date of any precision begins, as the day's number since 1970: a year on 1 January, a month on the 1st, a time on the
 * day that it has in its own zone. `undefined` where there is no such day (30 February).
 */
export const firstDayOf = (date: string): number | undefined => {
  const [, year, month = '01', day = '01'] = parts.exec(date) ?? []
  return year === undefined ? undefined : dayNumber(Number(year), Number(month), Number(day))
}
