import { plainText } from './label-key.ts'

/** A day as a banner writes it. `iso` is there where a month word says which number is which. */
export interface Day {
  start: number
  end: number
  iso?: string
}

const word = '[A-Za-z\\u00c0-\\u017f]{3,10}'
const year = '(\\d{4}|\\d{2}(?!\\d))'
const between = '(?:(?:\\.?[ /.,-]{1,3}|\\.)(?:de |del |di )?)?'
const readers: readonly (readonly [RegExp, 'dmy' | 'mdy' | 'numbers'])[] = [
  [
    /(?<![\d./-])(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/. ])\d{1,2}\2(?:\d{4}|\d{2}(?![\d:]))|\d{1,2}\. \d{1,2}\. ?\d{4})(?![\d-])/g,
    'numbers',
  ],
  [new RegExp(`(?<![\\d.])(\\d{1,2})(?:st|nd|rd|th|er|[ºª°])?${between}(${word})${between}${year}`, 'g'), 'dmy'],
  [new RegExp(`(${word})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:, ?| )${year}`, 'g'), 'mdy'],
]

const months: readonly RegExp[] = [
  /^(?:jan|ene|gen|jan)/,
  /^(?:feb|fev)/,
  /^(?:mar|maer|mrz|mrt)/,
  /^(?:apr|abr|avr)/,
  /^(?:may|mai|mag|maj)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|ago|aou)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|ott|out)/,
  /^nov/,
  /^(?:dec|dic|dez|des)/,
]
const monthOf = (name: string): number => {
  const plain = plainText(name)
  return months.findIndex((month) => month.test(plain)) + 1
}

/** The year that two digits mean: none is in the future. */
const fullYear = (digits: string): number => {
  const short = Number(digits)
  if (digits.length === 4) return short
  const now = new Date().getFullYear()
  return short + (short + 2000 > now ? 1900 : 2000)
}

const two = (number: number): string => String(number).padStart(2, '0')
const isYear = (number: number): boolean => number >= 1890 && number <= new Date().getFullYear() + 1

const asNumbers = (text: string): boolean => {
  const parts = text.split(/\D+/)
  const [one = 0, middle = 0, last = 0] = parts.map(Number)
  if (parts[0]?.length === 4) return isYear(one) && middle >= 1 && middle <= 12 && last >= 1 && last <= 31
  const isDay = one >= 1 && middle >= 1 && one <= 31 && middle <= 31 && Math.min(one, middle) <= 12
  return isDay && isYear(fullYear(parts[2] ?? ''))
}

/** Days with their year, in six languages: 14/02/1933, 14. 2. 1933, 1933-02-14, "14 feb 33", "2 de mayo de 1960", "28Nov2026", "Mar 9, 1957". */
export const daysOf = (text: string): Day[] => {
  if (!/\d/.test(text)) return []
  const found: Day[] = []
  for (const [pattern, order] of readers)
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (order === 'numbers') {
        if (asNumbers(match[0])) found.push({ start, end })
        continue
      }
      const [, first = '', second = '', yearDigits = ''] = match
      const [day, name] = order === 'dmy' ? [first, second] : [second, first]
      const month = monthOf(name)
      if (month === 0 || Number(day) < 1 || Number(day) > 31 || !isYear(fullYear(yearDigits))) continue
      found.push({ start, end, iso: `${fullYear(yearDigits)}-${two(month)}-${two(Number(day))}` })
    }
  return found
}
