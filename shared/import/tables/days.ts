import { dayNumber, isoDay } from '../../values/calendar-day.ts'

export type DayOrder = 'day-first' | 'month-first'

/**
 * What a cell says of a day: the day itself, a month ("2025-04"), year ("2025") or quarter ("") of which no day is known, with its first day, a day that can be read in two ways, one that cannot be, or nothing
 * that is a date.
 */
export type SaidDate =
  | { day: string; settles?: DayOrder }
  | { part: string; from: string }
  | { dayFirst: string; monthFirst: string }
  | { impossible: true }
  | { unread: true }

const two = (number: number): string => String(number).padStart(2, '0')

/** No list of ideas is older (1990-01-01), and no serial number of a spreadsheet means a later day (2100-01-01). */
const [oldest, latest] = [7305, 47_482]

/** The day since 1970 of a spreadsheet's serial number; `undefined` where it is no day that a list could mean, such as Excel's 29 February 1900. */
export const serialDay = (serial: number, date1904 = false): number | undefined => {
  const day = Math.floor(serial) - 25_569 + (date1904 ? 1462 : 0)
  return day >= oldest && day <= latest ? day : undefined
}

/** English and Spanish months by their first three letters. */
const months = new Map(
  'jan,ene feb mar apr,abr may jun jul aug,ago sep,set oct nov dec,dic'
    .split(' ')
    .flatMap((names, at) => names.split(',').map((name): [string, number] => [name, at + 1])),
)
const whole =
  /^(?:jan(?:uary)?|ene(?:ro)?|feb(?:ruary|rero)?|mar(?:ch|zo)?|apr(?:il)?|abr(?:il)?|may(?:o)?|june?|junio|july?|julio|aug(?:ust)?|ago(?:sto)?|sept?(?:ember|iembre)?|set(?:iembre)?|oct(?:ober|ubre)?|nov(?:ember|iembre)?|dec(?:ember)?|dic(?:iembre)?)$/
const monthOf = (word = ''): number => (whole.test(word) ? (months.get(word.slice(0, 3)) ?? 0) : 0)
const yearOf = (text = ''): number => (text.length === 2 ? (Number(text) >= 70 ? 1900 : 2000) : 0) + Number(text)

const exactly = (year: number, month: number, date: number, settles?: DayOrder): SaidDate => {
  const day = dayNumber(year, month, date)
  return day === undefined || day < oldest ? { impossible: true } : { day: isoDay(day), ...(settles ? { settles } : {}) }
}
const monthPart = (year: number, month: number): SaidDate =>
  month >= 1 && month <= 12 ? { part: `${year}-${two(month)}`, from: `${year}-${two(month)}-01` } : { impossible: true }

/** Two numbers before a year: which is the day may be seen from one of them only. */
const apart = (first: number, second: number, year: number): SaidDate => {
  if (first > 12 || second > 12) {
    if (first > 12 && second > 12) return { impossible: true }
    return first > 12 ? exactly(year, second, first, 'day-first') : exactly(year, first, second, 'month-first')
  }
  if (first === second) return exactly(year, first, second)
  const [one, other] = [exactly(year, second, first), exactly(year, first, second)]
  return 'day' in one && 'day' in other ? { dayFirst: one.day, monthFirst: other.day } : { impossible: true }
}

type Read = (...parts: string[]) => SaidDate
const month = String.raw`([a-z]{3,10})\.?`
const forms: readonly (readonly [RegExp, Read])[] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, (y, m, d) => exactly(Number(y), Number(m), Number(d))],
  [/^(19|20)(\d\d)(\d\d)(\d\d)$/, (c, y, m, d) => exactly(Number(`${c}${y}`), Number(m), Number(d))],
  [/^(\d{4})[-/.](\d{1,2})$/, (y, m) => monthPart(Number(y), Number(m))],
  [/^(\d{1,2})[-/.](\d{4})$/, (m, y) => monthPart(Number(y), Number(m))],
  // With points the day comes first wherever they are written.
  [/^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d\d)$/, (d, m, y) => exactly(yearOf(y), Number(m), Number(d))],
  [/^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d\d)$/, (a, _, b, y) => apart(Number(a), Number(b), yearOf(y))],
  [
    new RegExp(String.raw`^(\d{1,2})(?:st|nd|rd|th|o)?[-/ .]+(?:(?:de|of) )?${month}(?:,| de| del)?[-/ ]+(\d{4}|['’]?\d\d)$`),
    (d, m, y) => exactly(yearOf(y?.replace(/['’]/, '')), monthOf(m), Number(d)),
  ],
  [new RegExp(String.raw`^${month}[- ](\d{1,2})(?:st|nd|rd|th)?,? ?-?(\d{4})$`), (m, d, y) => exactly(Number(y), monthOf(m), Number(d))],
  [new RegExp(String.raw`^(\d{4})[-/ ]${month}[-/ ](\d{1,2})$`), (y, m, d) => exactly(Number(y), monthOf(m), Number(d))],
  [new RegExp(String.raw`^${month}(?:,| de| del)?[-/ ]*(\d{4})$`), (m, y) => monthPart(yearOf(y), monthOf(m))],
  [new RegExp(String.raw`^${month}(?:[-/]| ?['’])(\d\d)$`), (m, y) => monthPart(yearOf(y), monthOf(m))],
  [/^((?:19|20)\d\d)$/, (y) => ({ part: y ?? '', from: `${y}-01-01` })],
]
/** A quarter of a year, in either order. */
const quarters = [
  /^[qt]?([1-4])(?:[qt]|o? trimestre|(?:st|nd|rd|th)? quarter)?[-/, ]*(?:de |del |of )?((?:19|20)\d\d)$/,
  /^((?:19|20)\d\d)[-/ ]*[qt]([1-4])$/,
]
const quarterIn = (text: string): SaidDate | undefined => {
  const [first, second] = quarters.map((form) => form.exec(text))
  const [year, quarter] = first ? [first[2], first[1]] : [second?.[1], second?.[2]]
  return year && /[a-z]/.test(text) ? { part: '', from: `${year}-${two(Number(quarter) * 3 - 2)}-01` } : undefined
}

/** Words that say nothing: an empty cell, a dash, "n/a", "none". */
const nothing = /^(?:[-–—.?]*|n\/?a|none|nil|tbd|tbc|unknown|ninguna?|desconocid[ao]|sin fecha|s\/?d|no date|no aplica|pendiente|pending)$/

/** What stands around a day: the weekday before it ("mar" alone is March), the time and its zone behind it. */
const weekday =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mie|jue|vie|sab|dom)[a-z]{0,6}, *|(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|miercoles|jueves|viernes|sabado|domingo|mon|tue|wed|thu|fri|sat|sun) +)/
const time =
  /(?:t|,? +)(?:at |a las )?\d{1,2}[:.h]\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?[ap]\.? ?m\.?)?(?: ?(?:z|utc|gmt|[a-z]{2,4}t|[+-]\d\d:?\d\d))*(?: \([^)]*\))?$|(?: +)\d{1,2} ?[ap]\.?m\.?$/

/** What a text says of a day; nothing for a text that says that there is none. */
export const readDate = (said: string): SaidDate | undefined => {
  const plain = said.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim()
  if (nothing.test(plain)) return undefined
  const bare = plain.replace(weekday, '').replace(time, '').trim()
  for (const [form, read] of forms) {
    const found = form.exec(bare)
    if (!found) continue
    const date = read(...found.slice(1).map((part) => part ?? ''))
    // A word where a month belongs that is none.
    if ('impossible' in date && /[a-z]{3}/.test(bare) && !bare.split(/[^a-z]+/).some((word) => monthOf(word) > 0)) return { unread: true }
    return date
  }
  const quarter = quarterIn(bare)
  if (quarter) return quarter
  const serial = /^\d{5}(?:[.,]\d+)?$/.test(bare) ? serialDay(Number(bare.replace(',', '.'))) : undefined
  return serial === undefined ? { unread: true } : { day: isoDay(serial) }
}

/** The order that a heading states: "Date (DD/MM/YYYY)". */
export const orderInHeading = (heading: string): DayOrder | undefined => {
  if (/\bd{1,2}[-/. ]?m{1,3}[-/. ]?[ya]{2,4}\b/i.test(heading)) return 'day-first'
  return /\bm{1,3}[-/. ]?d{1,2}[-/. ]?[ya]{2,4}\b/i.test(heading) ? 'month-first' : undefined
}
