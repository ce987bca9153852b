import { own } from '../../values/own.ts'

/** Beginnings of months' names in English, Spanish, German, French and Portuguese, without accents. */
const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'jan ene',
    'feb fev',
    'mar mrz',
    'apr abr avr',
    'may mai',
    'jun juin',
    'jul juil',
    'aug ago aou',
    'sep set',
    'oct okt out',
    'nov',
    'dec dic dez',
  ].flatMap((names, at) => names.split(' ').map((name) => [name, at + 1])),
)
const monthOf = (word: string): number | undefined => {
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  if (!/^[a-z]{3,12}$/.test(plain) || /^(?:marz?ipan|mart|mayor|second)/.test(plain)) return undefined
  return own(months, plain.slice(0, 4)) ?? own(months, plain.slice(0, 3))
}

interface Part {
  year?: number | undefined
  month?: number | undefined
  day?: number | undefined
}

const partOf = (text: string): Part => {
  const part: Part = {}
  for (const word of text.match(/\p{L}+|\d+/gu) ?? []) {
    const number = /^\d+$/.test(word) ? Number(word) : undefined
    if (number === undefined) part.month ??= monthOf(word)
    else if (word.length === 4 && number >= 1400 && number <= 2199) part.year ??= number
    else if (word.length < 3 && number > 0 && number < 32) part.day ??= number
  }
  return part
}

const parts = ({ year, month, day }: Part): number[] =>
  year === undefined ? [] : month === undefined ? [year] : day === undefined ? [year, month] : [year, month, day]

const numeric = /^(\d{4})(?:[-/.](\d{1,2})?(?:[-/.](\d{1,2})?)?)?(?![\d-])/
const ofNumbers = (text: string): number[] | undefined => {
  const [, year, month, day] = numeric.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? []
  if (!year) return undefined
  const numbers = [Number(year), Number(month ?? 0), Number(day ?? 0)]
  const end = numbers.findIndex((number, at) => number < 1 || number > (at === 0 ? 2199 : at === 1 ? 12 : 31))
  return end < 0 ? numbers : numbers.slice(0, end)
}

/** "2019 Nov-Dec", "2012 Dec 28-2013 Jan 3", "17-20 June 2019": what one end does not say, the other does. */
const ofWords = (text: string): number[][] => {
  const [from = '', to = ''] = text.split(/\s*(?:[-–—/]|\bto\b|\bbis\b)\s*/)
  const [one, other] = [partOf(from), partOf(to)]
  const first: Part = { year: one.year ?? other.year, month: one.month ?? (one.day === undefined ? undefined : other.month), day: one.day }
  const last: Part = {
    year: other.year ?? one.year,
    month: other.month ?? (other.day === undefined ? undefined : one.month),
    day: other.day,
  }
  const goesOn = other.year !== undefined || other.month !== undefined || (other.day !== undefined && last.month !== undefined)
  return [parts(first), ...(to && goesOn ? [parts(last)] : [])].filter((date) => date.length > 0)
}

/**
 * The dates of a text as files of references say them: numbers ("2021/03/09/", "2019-05/2019-06", "20210309"), names of months in
 * several languages, ranges; a season is no month. One date, or the two ends of a range. `year` stands where the text has none
 * ("Mar 15"). Empty where there is no date.
 */
export const writtenDates = (said: string, year?: number): number[][] => {
  const text = said.slice(0, 100).trim()
  const range = /^(\d{4}(?:-\d{2}){0,2})\D{0,2}\/(\d{4}(?:-\d{2}){0,2})/.exec(text)
  const ends = range ? [ofNumbers(range[1] ?? ''), ofNumbers(range[2] ?? '')].filter((date) => date !== undefined) : []
  if (ends.length === 2) return ends
  const numbers = /^\d{4}[^\p{L}]*(?:$|\/\p{L})/u.test(text) ? ofNumbers(text) : undefined
  const iso = /^\d{4}-\d{2}-\d{2}T/.test(text) ? ofNumbers(text.slice(0, 10)) : undefined
  if (numbers ?? iso) return [numbers ?? iso ?? []].filter((date) => date.length > 0)
  const dates = ofWords(text)
  return dates.length > 0 || year === undefined ? dates : ofWords(`${year} ${text}`)
}

/** Of several texts of one item's date the one that says most, in the year that the first of them has. */
export const bestDates = (texts: readonly string[]): number[][] => {
  const [year] = texts.flatMap((text) => writtenDates(text).map(([one]) => one))
  const all = texts.map((text) => writtenDates(text, year)).filter((dates) => dates[0]?.[0] === year && year !== undefined)
  return all.reduce<number[][]>((best, one) => ((one[0]?.length ?? 0) > (best[0]?.length ?? 0) ? one : best), [])
}
