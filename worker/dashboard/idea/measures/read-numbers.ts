import type { Point } from '../../../../shared/domain/entities.ts'
import { limits } from '../../../../shared/domain/field-schemas.ts'
import { messages } from '../../i18n/bank.ts'
import { today } from '../../ui/dates.ts'
import { type DayOrder, readDay, type SaidDay } from './read-days.ts'
import { type Comma, commaOf, numberOf, plainNumber } from './read-values.ts'

const largest = 1_000_000

/** What a person answered, where the numbers themselves do not say it. */
export interface Answers {
  order?: DayOrder | undefined
  comma?: Comma | undefined
}

/** What was pasted, as far as it could be read. */
export interface NumbersRead {
  points: Point[]
  /** What is to be mended, and in which line; empty where nothing is. */
  problem: string
  /** What is to be answered first, with one text that can be read in two ways. */
  question?: { of: 'order' | 'comma'; text: string }
  /** Lines with a day and no number: months without one are passed over. */
  empty: number[]
}

/** Cells behind the day: quotes hold a comma in; a space divides where nothing else does. */
const cellsOf = (rest: string): string[] => {
  const line = rest.replace(/^"? *([\t;|])/, '$1').replace(/^"? *, */, ',')
  const divider = /[\t;|]/.exec(line)?.[0] ?? (line.startsWith(',') ? ',' : undefined)
  if (divider === undefined) return [line.replace(/^"/, '').trim()].flatMap((one) => one.split(/\s+(?!%|\d{3}(?!\d))/))
  const cells = divider === ',' ? (line.slice(1).match(/"[^"]*"|[^,]+/g) ?? []) : line.slice(1).split(divider)
  return cells.map((cell) => cell.trim())
}

interface Line {
  at: number
  said: SaidDay
  value: string
}

/** Lines with a day and at most one value; headings before the first are passed over. */
const linesOf = (text: string): { lines: Line[]; problem: string } => {
  const lines: Line[] = []
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const at = index + 1
    if (line.replace(/[\s,;|"]/g, '') === '') continue
    const read = readDay(line.trim())
    const [value = '', ...more] = cellsOf(read?.rest ?? line.replace(/^[^\t;,]*/, ''))
    if (!read && lines.length === 0 && !/^\W?\d/.test(line) && !/^[\d+.,-]+$/.test(plainNumber(value))) continue
    if (!read) return { lines, problem: messages.chart.noDay({ line: at }) }
    if (more.some((cell) => cell.replaceAll('"', '') !== '')) return { lines, problem: messages.chart.columns({ line: at }) }
    lines.push({ at, said: read.said, value: plainNumber(value) })
    if (lines.length > limits.points) return { lines, problem: messages.chart.tooMany({ most: limits.points }) }
  }
  return { lines, problem: '' }
}

/** How days and months stand, by all lines together; `undefined` where each could be either, `'both'` where they contradict. */
const orderOf = (days: readonly SaidDay[]): DayOrder | 'both' | undefined => {
  const unclear = days.flatMap((said) => ('day' in said ? [] : [said]))
  const [noDayFirst, noMonthFirst] = [
    unclear.some((said) => said.dayFirst === undefined),
    unclear.some((said) => said.monthFirst === undefined),
  ]
  if (noDayFirst && noMonthFirst) return 'both'
  return noMonthFirst ? 'day-first' : noDayFirst || unclear.length === 0 ? 'month-first' : undefined
}

const dayOf = (said: SaidDay, order: DayOrder): number | undefined =>
  'day' in said ? said.day : order === 'day-first' ? said.dayFirst : said.monthFirst

const firstOf = (text: string, at: number | undefined): string =>
  at === undefined ? '' : (text.split(/\r?\n/)[at - 1] ?? '').trim().slice(0, 40)

/** Points of lines whose days and commas are known, or what is wrong with one. */
const pointsOf = (
  lines: readonly Line[],
  order: DayOrder,
  comma: Comma,
  now: number,
): Pick<NumbersRead, 'points' | 'problem' | 'empty'> => {
  const [points, empty]: [Map<number, number>, number[]] = [new Map(), []]
  const wrong = (problem: string) => ({ points: [], problem, empty })
  for (const { at, said, value: text } of lines) {
    const day = dayOf(said, order)
    if (day === undefined) return wrong(messages.chart.noDay({ line: at }))
    if (text === '') {
      empty.push(at)
      continue
    }
    const value = numberOf(text, comma)
    if (value === undefined) return wrong(messages.chart.noNumber({ line: at }))
    if (Math.abs(value) > largest) return wrong(messages.chart.tooLong({ line: at }))
    if (day > today(now)) return wrong(messages.chart.ahead({ line: at }))
    if (points.has(day)) return wrong(messages.chart.twice({ line: at }))
    points.set(day, value)
  }
  if (points.size > 0) return { points: [...points].toSorted(([one], [other]) => one - other), problem: '', empty }
  return wrong(empty[0] === undefined ? messages.chart.empty : messages.chart.noNumber({ line: empty[0] }))
}

/**
 * What was pasted, as days and values: two columns of a spreadsheet, a CSV file, a line each. `now` is milliseconds since 1970;
 * days ahead of the person's own are a problem. Nothing is guessed: what can be read in two ways is asked.
 */
export const readTable = (text: string, now: number, answers: Answers = {}): NumbersRead => {
  const { lines, problem } = linesOf(text)
  if (problem) return { points: [], problem, empty: [] }
  const order = answers.order ?? orderOf(lines.map(({ said }) => said))
  const unclear = lines.find(({ said }) => !('day' in said))?.at
  if (order === 'both') return { points: [], problem: messages.chart.noDay({ line: unclear ?? 1 }), empty: [] }
  if (!order) return { points: [], problem: '', question: { of: 'order', text: firstOf(text, unclear) }, empty: [] }
  const found = commaOf(lines.map(({ value }) => value))
  const comma = found === 'unclear' ? answers.comma : found
  if (!comma) {
    const at = lines.find(({ value }) => value.includes(','))?.at
    return { points: [], problem: '', question: { of: 'comma', text: firstOf(text, at) }, empty: [] }
  }
  return pointsOf(lines, order, comma, now)
}

/** What is wrong with it or to be answered first, in words; empty where nothing is. */
export const problemWith = ({ problem, question }: NumbersRead): string =>
  question ? (question.of === 'order' ? messages.chart.askOrder : messages.chart.askComma)({ text: question.text }) : problem

/** What was pasted as days and values, or what is wrong with it or to be answered first, in words. */
export const readNumbers = (text: string, now: number, answers: Answers = {}): Point[] | string => {
  const read = readTable(text, now, answers)
  return problemWith(read) || read.points
}
