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

const two = (number: number): string => String(number).padStart(2, '0')

/** A day as FHIR writes it. */
export const dateOfDay = (day: number): string => {
  // Days from 1 March of the year 0, in eras of 400 years (146,097 days).
  const from = day + 719_468
  const era = Math.floor(from / 146_097)
  const ofEra = from - era * 146_097
  const year = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365)
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const march = Math.floor((5 * ofYear + 2) / 153)
  const date = ofYear - Math.floor((153 * march + 2) / 5) + 1
  const month = march < 10 ? march + 3 : march - 9
  return `${String(year + era * 400 + (month <= 2 ? 1 : 0)).padStart(4, '0')}-${two(month)}-${two(date)}`
}
