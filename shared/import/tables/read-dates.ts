import { isoDay } from '../../values/calendar-day.ts'
import { type Cell, emptyCell, isEmpty } from './cell.ts'
import { type DayOrder, orderInHeading, readDate, type SaidDate, serialDay } from './days.ts'
import type { Table } from './find-table.ts'
import { type About, type Answers, questionId } from './questions.ts'

interface DateRead {
  date: string | null
  day: string | null
  /** It waits for an answer. */
  asks?: true
  note?: 'date-unread' | 'date-in-future'
}

type Ask = (about: About, value: string, suggest: string, optional: boolean) => void
/** Reads the day of one cell. */
export type DateReader = (cell: Cell, row: number, ask: Ask) => DateRead

const saidBy = (cell: Cell): SaidDate | undefined => {
  if (cell.day !== undefined) return { day: cell.day }
  if (cell.number === undefined) return readDate(cell.text)
  // A bare number is a year, a day written in digits alone, or the spreadsheet's own count of days.
  const day = serialDay(cell.number)
  return day === undefined ? readDate(cell.text) : { day: isoDay(day) }
}

/** In which order a column writes day and month, where one of its days or its heading says so. Where they say both, each day speaks for itself. */
const orderOf = (table: Table, column: number): DayOrder | undefined => {
  const said = orderInHeading(table.headings[column] ?? '')
  if (said) return said
  const found = new Set(
    table.rows.flatMap(({ cells }) => {
      const read = saidBy(cells[column] ?? emptyCell)
      return read && 'settles' in read && read.settles ? [read.settles] : []
    }),
  )
  return found.size === 1 ? [...found][0] : undefined
}

const none: DateRead = { date: null, day: null }

/** The reader of a column of days. One question decides the order for the whole column. */
export const dateReader = (table: Table, column: number, answers: Answers, today: string): DateReader => {
  const order = column < 0 ? undefined : (answers.order ?? orderOf(table, column))
  const answered = (about: 'date' | 'date-in-future', value: string, ask: Ask): DateRead => {
    const answer = answers.values[questionId(about, value)]
    if (answer) return { date: answer, day: answer }
    if (answer === undefined) ask(about, value, '', true)
    return { ...none, note: about === 'date' ? 'date-unread' : 'date-in-future' }
  }
  const dated = (day: string, value: string, ask: Ask): DateRead =>
    day > today ? answered('date-in-future', value, ask) : { date: day, day }
  return (cell, _row, ask) => {
    const said = cell.error || isEmpty(cell) ? undefined : saidBy(cell)
    if (!said) return none
    if ('day' in said) return dated(said.day, cell.text, ask)
    if ('dayFirst' in said) {
      if (order) return dated(order === 'day-first' ? said.dayFirst : said.monthFirst, cell.text, ask)
      ask('date-order', '', 'day-first', false)
      return { ...none, asks: true }
    }
    if (!('part' in said)) return answered('date', cell.text, ask)
    if (said.from > today) return answered('date-in-future', cell.text, ask)
    const answer = answers.values[questionId('date-without-day', '')]
    if (answer === undefined) ask('date-without-day', '', 'first', true)
    return { date: said.part || null, day: answer === 'none' ? null : said.from }
  }
}
