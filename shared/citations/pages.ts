const number = String.raw`[A-Za-z]{0,3}\d+[A-Za-z]?`
/** "101-9", "S172-S180", "e1-e9", "129-137.e2", "iv-ix"; a code with hyphens of its own ("bmjqs-2020-012345") is none. */
const range = new RegExp(String.raw`^(${number}(?:\.e\d+)?|[ivxlc]+)\s*[-–—]+\s*(${number}(?:\.e\d+(?:-e?\d+)?)?|[ivxlc]+)$`, 'i')
const digitsOf = (text: string): string => /\d+/.exec(text)?.[0] ?? ''
const lettersOf = (text: string): string => /^\D*/.exec(text)?.[0] ?? ''

/** More pages than any item has: the number behind the hyphen counts something else ("2020-12345"). */
const mostPages = 5000

/** Whether the second can be the last page where the first is the first: "1348-59" goes on, "2020-012345" does not. */
const goesOn = (from: string, to: string): boolean => {
  const [first, last] = [digitsOf(from), digitsOf(to)]
  if (!first || !last) return !first && !last
  if (![lettersOf(from), ''].includes(lettersOf(to)) || (last.startsWith('0') && last.length > first.length)) return false
  const whole = Number(last.length < first.length ? first.slice(0, first.length - last.length) + last : last)
  return whole >= Number(first) && whole - Number(first) < mostPages
}

/** First and last page of a range; whatever is none stands whole as the first, without a last. */
export const pageRange = (page: string): [from: string, to: string] => {
  const [, from = '', to = ''] = range.exec(page) ?? []
  return from && goesOn(from, to) ? [from, to] : [page, '']
}
