/** Months in English, Spanish, German, French, Portuguese and Italian, without accents; three letters of one are enough. */
const months = [
  'january enero januar jaenner janvier janeiro gennaio',
  'february febrero februar fevrier fevereiro febbraio',
  'march marzo maerz marz mrz mars marco',
  'april abril avril aprile',
  'may mayo mai maio maggio',
  'june junio juni juin junho giugno',
  'july julio juli juillet julho luglio',
  'august agosto aout',
  'september septiembre setiembre septembre setembro settembre',
  'october octubre oktober octobre outubro ottobre',
  'november noviembre novembre novembro',
  'december diciembre dezember decembre dezembro dicembre',
].map((names) => names.split(' '))
const monthOf = (word: string): number | undefined => {
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const at = plain.length < 3 ? -1 : months.findIndex((names) => names.some((name) => name.startsWith(plain)))
  return at < 0 ? undefined : at + 1
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
    if (number === undefined) {
      const month = part.month ?? monthOf(word)
      if (month !== undefined) part.month = month
    } else if (word.length === 4 && number >= 1400 && number <= 2199) part.year ??= number
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

/** "31/12/2021", "12.31.2021", "04/2018": a day and a month that could each be the other are neither. */
const ofDays = (text: string): number[] | undefined => {
  const [, one, other, year] = /^(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})$/.exec(text) ?? []
  if (!year) return undefined
  const [first, second] = [Number(one ?? 0), Number(other)]
  if (!one) return second > 0 && second < 13 ? [Number(year), second] : [Number(year)]
  if (first > 12 && second < 13) return [Number(year), second, first]
  return second > 12 && first < 13 ? [Number(year), first, second] : [Number(year)]
}

/** "15-Mar-2019" and "2019-Mar-15" are one day. */
const withoutDashes = (text: string): string =>
  text.replace(/\b(\d{1,2})-(\p{L}{3,})\.?-(\d{4})\b/u, '$1 $2 $3').replace(/\b(\d{4})-(\p{L}{3,})\.?-(\d{1,2})\b/u, '$1 $2 $3')

/** "2019 Nov-Dec", "2012 Dec 28-2013 Jan 3", "17-20 June 2019": what one end does not say, the other does. Where neither says what the other does ("Mar-2019"), it is one date. */
const ofWords = (text: string): number[][] => {
  const [from = '', to = ''] = withoutDashes(text).split(/\s*(?:[-–—/]|\bto\b|\bbis\b)\s*/)
  const [one, other] = [partOf(from), partOf(to)]
  const isRange = Object.keys(other).some((name) => Object.hasOwn(one, name))
  if (!isRange) return [parts({ ...other, ...one })].filter((date) => date.length > 0)
  const first: Part = { year: one.year ?? other.year, month: one.month ?? (one.day === undefined ? undefined : other.month), day: one.day }
  const last: Part = {
    year: other.year ?? one.year,
    month: other.month ?? (other.day === undefined ? undefined : one.month),
    day: other.day,
  }
  return [parts(first), parts(last)].filter((date) => date.length > 0)
}

/**
 * The dates of a text as files of references say them: numbers ("2021/03/09/", "2019-05/2019-06", "20210309"), names of months in
 * several languages, ranges; a season is no month. One date, or the two ends of a range. `year` stands where the text has none
 * ("Mar 15"). Empty where there is no date.
 */
export const writtenDates = (said: string, year?: number): number[][] => {
  const text = said
    .slice(0, 100)
    .replace(/-(?:XX|uu)/g, '')
    .trim()
  const range = /^(\d{4}(?:-\d{2}){0,2})\D{0,2}\/(\d{4}(?:-\d{2}){0,2})/.exec(text)
  const ends = range ? [ofNumbers(range[1] ?? ''), ofNumbers(range[2] ?? '')].filter((date) => date !== undefined) : []
  if (ends.length === 2) return ends
  const numbers = ofDays(text) ?? (/^\d{4}[^\p{L}]*(?:$|\/\p{L})/u.test(text) ? ofNumbers(text) : undefined)
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
