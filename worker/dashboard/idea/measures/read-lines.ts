import { limits } from '../../../../shared/domain/field-schemas.ts'
import { messages } from '../../i18n/bank.ts'
import { readDay, type SaidDay } from './read-days.ts'
import { plainNumber } from './read-values.ts'

/** A line with its day, and the numbers behind it as they were written, `''` for none. */
export interface Line {
  at: number
  said: SaidDay
  numbers: string[]
}

interface Lines {
  lines: Line[]
  /** What the last line before the first day calls its columns. */
  heading: string[]
  problem: string
}

/** Cells behind the day: quotes hold a comma in; a space divides where nothing else does. */
const cellsOf = (rest: string): string[] => {
  const line = rest.replace(/^"? *([\t;|])/, '$1').replace(/^"? *, */, ',')
  const divider = /[\t;|]/.exec(line)?.[0] ?? (line.startsWith(',') ? ',' : undefined)
  if (divider === undefined) return [line.replace(/^"/, '').trim()].flatMap((one) => one.split(/\s+(?!%|\d{3}(?!\d))/))
  const cells = divider === ',' ? (line.slice(1).match(/"[^"]*"|[^,]+/g) ?? []) : line.slice(1).split(divider)
  return cells.map((cell) => cell.trim())
}

const isNumeric = (text: string): boolean => /^[\d+.,-]*$/.test(text)
const withoutEmptyEnd = (cells: readonly string[]): string[] => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)

/** "2026-01-01,4,2" may be two numbers or one with a decimal comma: without a heading that says so it is neither. */
const isUnsure = (rest: string, numbers: readonly string[], heading: readonly string[]): boolean =>
  numbers.length > 1 && !/[\t;|"]/.test(rest) && rest.trim().startsWith(',') && heading.length !== numbers.length

/** Lines with a day and numbers, nothing else; headings before the first are passed over. */
export const linesOf = (text: string): Lines => {
  const lines: Line[] = []
  let heading: string[] = []
  const wrong = (problem: string): Lines => ({ lines, heading, problem })
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const at = index + 1
    if (line.replace(/[\s,;|"]/g, '') === '') continue
    const read = readDay(line.trim())
    const rest = read?.rest ?? line.replace(/^[^\t;,]*/, '')
    const cells = cellsOf(rest)
    const numbers = withoutEmptyEnd(cells.map(plainNumber))
    if (!read && lines.length === 0 && !/^\W?\d/.test(line) && !(numbers[0] && isNumeric(numbers[0]))) {
      heading = withoutEmptyEnd(cells.map((cell) => cell.replaceAll('"', '')))
      continue
    }
    if (!read) return wrong(messages.chart.noDay({ line: at }))
    if (!numbers.slice(1).every(isNumeric) || isUnsure(rest, numbers, heading)) return wrong(messages.chart.columns({ line: at }))
    lines.push({ at, said: read.said, numbers })
    if (lines.length > limits.points) return wrong(messages.chart.tooMany({ most: limits.points }))
  }
  return wrong('')
}
