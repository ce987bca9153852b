import type { Point } from '../../../../shared/domain/entities.ts'
import { messages } from '../../i18n/bank.ts'
import { today } from '../../../../shared/web/today.ts'
import type { DayOrder, SaidDay } from './read-days.ts'
import { type Line, linesOf } from './read-lines.ts'
import { type Comma, commaOf, numberOf } from './read-values.ts'

const largest = 1_000_000

/** What a person answered, where the numbers themselves do not say it. */
export interface Answers {
  order?: DayOrder | undefined
  comma?: Comma | undefined
  /** Which number of a line is the value, from 0; or how many the first is in 100 of the second. */
  column?: string | undefined
}
const rate = 'rate'

/** What was pasted, as far as it could be read. */
export interface NumbersRead {
  points: Point[]
  /** Of how many each value is so many in 100, where it was read of two numbers. */
  of: Point[]
  /** What is to be mended, and in which line; empty where nothing is. */
  problem: string
  /** What is to be answered first, with one text that can be read in two ways. */
  question?: { of: 'order' | 'comma' | 'column'; text: string }
  /** What may be the value, where a line has more than one number. */
  columns: { key: string; label: string }[]
  /** Lines with a day and no number: months without one are passed over. */
  empty: number[]
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

/** The numbers of a line that its value is made of. */
const textsOf = ({ numbers }: Line, column: string): string[] =>
  column === rate ? [numbers[0] ?? '', numbers[1] ?? ''] : [numbers[Number(column)] ?? '']

/** A number, or how many the first of two is in 100 of the second; `undefined` where there is none. */
const valueOf = (texts: readonly string[], comma: Comma): number | undefined => {
  const [first, second] = texts.map((text) => numberOf(text, comma))
  if (texts.length === 1 || first === undefined) return first
  return second ? Math.round((first / second) * 100_000) / 1000 : undefined
}

/** The columns of numbers, as the heading calls them; of two the first may be a part of the second. */
const columnsOf = (lines: readonly Line[], heading: readonly string[]): NumbersRead['columns'] => {
  const count = Math.max(0, ...lines.map(({ numbers }) => numbers.length))
  if (count < 2) return []
  const columns = Array.from({ length: count }, (_, at) => ({
    key: String(at),
    label: heading[at] || messages.chart.nth({ column: at + 2 }),
  }))
  return count === 2 ? [...columns, { key: rate, label: messages.chart.rate }] : columns
}

const inOrder = (days: ReadonlyMap<number, number>): Point[] => [...days].toSorted(([one], [other]) => one - other)

/** Points of lines whose days and commas are known, or what is wrong with one. */
const pointsOf = (
  lines: readonly Line[],
  { order, comma, column }: { order: DayOrder; comma: Comma; column: string },
  now: number,
): Pick<NumbersRead, 'points' | 'of' | 'problem' | 'empty'> => {
  const [points, of, empty]: [Map<number, number>, Map<number, number>, number[]] = [new Map(), new Map(), []]
  const wrong = (problem: string) => ({ points: [], of: [], problem, empty })
  for (const line of lines) {
    const { at, said } = line
    const [day, texts] = [dayOf(said, order), textsOf(line, column)]
    if (day === undefined) return wrong(messages.chart.noDay({ line: at }))
    if (texts.includes('')) {
      empty.push(at)
      continue
    }
    const value = valueOf(texts, comma)
    if (value === undefined) return wrong(messages.chart.noNumber({ line: at }))
    if (Math.abs(value) > largest) return wrong(messages.chart.tooLong({ line: at }))
    if (day > today(now)) return wrong(messages.chart.ahead({ line: at }))
    if (points.has(day)) return wrong(messages.chart.twice({ line: at }))
    points.set(day, value)
    const size = texts[1] === undefined ? undefined : numberOf(texts[1], comma)
    if (size !== undefined && size >= 1 && size <= largest) of.set(day, size)
  }
  if (points.size > 0) return { points: inOrder(points), of: inOrder(of), problem: '', empty }
  return wrong(empty[0] === undefined ? messages.chart.empty : messages.chart.noNumber({ line: empty[0] }))
}

/**
 * What was pasted, as days and values: two columns of a spreadsheet, a CSV file, a line each. `now` is milliseconds since 1970;
 * days ahead of the person's own are a problem. Nothing is guessed: what can be read in two ways is asked.
 */
export const readTable = (text: string, now: number, answers: Answers = {}): NumbersRead => {
  const { lines, heading, problem } = linesOf(text)
  const columns = columnsOf(lines, heading)
  const stopped = (why: Pick<NumbersRead, 'question'> & { problem?: string }): NumbersRead => ({
    points: [],
    of: [],
    problem: '',
    empty: [],
    columns,
    ...why,
  })
  if (problem) return stopped({ problem })
  const asked = (of: 'order' | 'comma' | 'column', at: number | undefined): NumbersRead =>
    stopped({ question: { of, text: firstOf(text, at) } })
  const order = answers.order ?? orderOf(lines.map(({ said }) => said))
  const unclear = lines.find(({ said }) => !('day' in said))?.at
  if (order === 'both') return stopped({ problem: messages.chart.noDay({ line: unclear ?? 1 }) })
  if (!order) return asked('order', unclear)
  const column = columns.length === 0 ? '0' : columns.find(({ key }) => key === answers.column)?.key
  if (column === undefined) return asked('column', lines.find(({ numbers }) => numbers.length > 1)?.at)
  const found = commaOf(
    lines.flatMap((line) => textsOf(line, column)),
    /^\W?\d{1,2}\.\d{1,2}\.\d/m.test(text),
  )
  const comma = found === 'unclear' ? answers.comma : found
  if (!comma) return asked('comma', lines.find((line) => textsOf(line, column).some((one) => /[,.]/.test(one)))?.at)
  return { ...pointsOf(lines, { order, comma, column }, now), columns }
}

const askedFor = {
  order: (text: string) => messages.chart.askOrder({ text }),
  comma: (text: string) => messages.chart.askComma({ text }),
  column: (text: string) => messages.chart.askColumn({ text }),
}

/** What is wrong with it or to be answered first, in words; empty where nothing is. */
export const problemWith = ({ problem, question }: NumbersRead): string => (question ? askedFor[question.of](question.text) : problem)

/** What was pasted as days and values, or what is wrong with it or to be answered first, in words. */
export const readNumbers = (text: string, now: number, answers: Answers = {}): Point[] | string => {
  const read = readTable(text, now, answers)
  return problemWith(read) || read.points
}
