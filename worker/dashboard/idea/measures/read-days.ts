import { dayNumber } from '../../../../shared/values/calendar-day.ts'

export type DayOrder = 'day-first' | 'month-first'

/** A day as it may be read: in one way, or in two where nobody can tell the day from the month. */
export type SaidDay = { day: number } | { dayFirst: number | undefined; monthFirst: number | undefined }

/** English and Spanish months by their first three letters. */
const months = new Map(
  'jan,ene feb mar apr,abr may jun jul aug,ago sep,set oct nov dec,dic'
    .split(' ')
    .flatMap((names, at) => names.split(',').map((name): [string, number] => [name, at + 1])),
)
const name = String.raw`([a-záéíóú]{3,10})\.?`
const time = String.raw`(?:[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?Z?)?`
/** What a day ends at: the end of its cell, or whatever divides cells. */
const end = String.raw`(?=["\s,;|]|$)`
const at = (pattern: string): RegExp => new RegExp(`^"?${pattern}${end}`, 'iu')

const yearOf = (text = ''): number => (text.length === 2 ? 2000 : 0) + Number(text)
const monthOf = (text = ''): number => months.get(text.slice(0, 3).toLowerCase()) ?? 0
const exactly = (year: number, month: number, date: number): SaidDay | undefined => {
  const day = dayNumber(year, month, date)
  return day === undefined ? undefined : { day }
}

/** The Monday of a week by ISO 8601: the first week has the year's first Thursday. */
const weekOf = (year: number, week: number): SaidDay | undefined => {
  const fourth = dayNumber(year, 1, 4)
  if (fourth === undefined || week < 1 || week > 53) return undefined
  // 1 January 1970 was a Thursday.
  return { day: fourth - ((fourth + 3) % 7) + (week - 1) * 7 }
}

const apart = (first: string, second: string, year: string): SaidDay | undefined => {
  const [one, other] = [Number(first), Number(second)]
  const [dayFirst, monthFirst] = [dayNumber(yearOf(year), other, one), dayNumber(yearOf(year), one, other)]
  if (dayFirst === undefined && monthFirst === undefined) return undefined
  return dayFirst === monthFirst && dayFirst !== undefined ? { day: dayFirst } : { dayFirst, monthFirst }
}

type Read = (...parts: string[]) => SaidDay | undefined
const forms: readonly (readonly [RegExp, Read])[] = [
  [at(String.raw`(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${time}`), (year, month, date) => exactly(yearOf(year), Number(month), Number(date))],
  [at(String.raw`(\d{4})[-/.](\d{1,2})`), (year, month) => exactly(yearOf(year), Number(month), 1)],
  [at(String.raw`(\d{4})[- ]?W(\d{1,2})`), (year, week) => weekOf(yearOf(year), Number(week))],
  [at(String.raw`W(?:eek )?(\d{1,2})[-/ ](\d{4})`), (week, year) => weekOf(yearOf(year), Number(week))],
  [at(String.raw`(\d{4})[- ]?[QT]([1-4])`), (year, quarter) => exactly(yearOf(year), Number(quarter) * 3 - 2, 1)],
  [at(String.raw`[QT]([1-4])[-/ ](\d{4})`), (quarter, year) => exactly(yearOf(year), Number(quarter) * 3 - 2, 1)],
  // With points the day comes first wherever they are written.
  [at(String.raw`(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)${time}`), (date, month, year) => exactly(yearOf(year), Number(month), Number(date))],
  [at(String.raw`(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d\d)${time}`), (first = '', _, second = '', year = '') => apart(first, second, year)],
  [at(String.raw`(\d{1,2})[-/.](\d{4})`), (month, year) => exactly(yearOf(year), Number(month), 1)],
  [
    at(String.raw`(\d{1,2})(?:st|nd|rd|th)?[- ](?:de )?${name}[- ](?:de )?(\d{4}|\d\d)`),
    (date, month, year) => exactly(yearOf(year), monthOf(month), Number(date)),
  ],
  [at(String.raw`${name} (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})`), (month, date, year) => exactly(yearOf(year), monthOf(month), Number(date))],
  [at(String.raw`${name}[-/ ]?(?:de )?['’]?(\d{4}|\d\d)`), (month, year) => exactly(yearOf(year), monthOf(month), 1)],
]

/** The day that a line begins with, and what stands behind it; a month, a quarter or a week is its first day. */
export const readDay = (line: string): { said: SaidDay; rest: string } | undefined => {
  for (const [form, read] of forms) {
    const found = form.exec(line)
    const said = found && read(...found.slice(1))
    if (said) return { said, rest: line.slice(found[0].length) }
  }
  return undefined
}
