/**
 * Calendar days, independent of time zones: a measure of the 1st is of the 1st wherever it is read. A day is its number
 * since 1 January 1970; where a time has to stand for one, it is that day's end in UTC, and shown in UTC.
 */
export const dayLength = 24 * 60 * 60 * 1000

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const daysIn = (year: number, month: number): number => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)

/** Days before a month, of a year that begins in March, so that the leap day is its last. */
const daysBefore = (month: number): number => Math.floor((153 * ((month + 9) % 12) + 2) / 5)

/** Of the Gregorian calendar, months from 1; `undefined` where there is no such day. */
export const dayNumber = (year: number, month: number, date: number): number | undefined => {
  if (year < 100 || month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return undefined
  const from = month > 2 ? year : year - 1
  const leapDays = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400)
  // 719,468 days from 1 March of the year 0 to 1 January 1970.
  return from * 365 + leapDays + daysBefore(month) + date - 1 - 719_468
}

/** The day of a time that stands for one. */
export const dayOf = (at: number): number => Math.floor(at / dayLength)

/** The time that stands for a day: "until the 3rd" includes the 3rd. */
export const endOfDay = (day: number): number => day * dayLength + dayLength - 60_000

/** What a date field says ("2026-03-01") as a day; `undefined` where it says none. */
export const dayInField = (text: string): number | undefined => {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  return date === undefined ? undefined : dayNumber(Number(year), Number(month), Number(date))
}

const two = (number: number): string => String(number).padStart(2, '0')

/** A day as text: "2025-04-03" (Gregorian calendar; Hinnant, "chrono-compatible low-level date algorithms"). */
export const isoDay = (day: number): string => {
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
