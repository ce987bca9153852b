import { type Cell, cellName, emptyCell, folded, isEmpty } from './cell.ts'
import type { Table } from './find-table.ts'
import type { ColumnField } from './header-words.ts'
import { toldApart } from './identity.ts'
import { type DateReader, dateReader } from './read-dates.ts'
import { nameReader } from './names.ts'
import { type Answers, Questions, questionId, type Question } from './questions.ts'
import type { ReadIdea, ReadRow, RowNote } from './row.ts'
import { problemIn, remarksIn } from './row-problems.ts'
import { type StateRead, stateOf, stateReader } from './states.ts'
import type { Lists, Mapping } from './suggest-columns.ts'

export interface RowsRead {
  rows: ReadRow[]
  questions: Question[]
}

const dash = /^[-–—.…]+$/

interface Reading {
  table: Table
  column: (field: ColumnField) => number
  read: Record<'site' | 'topic' | 'pathway', ReturnType<typeof nameReader>>
  state: ReturnType<typeof stateReader>
  date: DateReader
  answers: Answers
  questions: Questions
}

const textOf = (cell: Cell | undefined): string => (!cell || cell.error || dash.test(cell.text.trim()) ? '' : cell.text.trim())

/** The key that a value names, or what was answered; asks where neither is known. */
const keyed = (
  { read, answers, questions }: Reading,
  about: 'site' | 'topic' | 'pathway',
  value: string,
  row: number,
): string | undefined => {
  const found = value === '' ? undefined : read[about](value)
  if (!found) return ''
  if ('key' in found) return found.key
  const answer = answers.values[questionId(about, value)]
  if (answer === undefined) questions.ask(about, value, row, found.suggest)
  return answer
}

const stateIn = ({ state, answers, questions }: Reading, word: string, row: number): StateRead | null | undefined => {
  const found = state(word)
  if (!found || 'state' in found) return found?.state ?? null
  const answer = answers.values[questionId('state', word)]
  if (answer === undefined) questions.ask('state', word, row, found.suggest)
  return answer === undefined ? undefined : answer === '' ? null : stateOf(answer)
}

const readRow = (reading: Reading, row: number, cells: readonly Cell[], isRemark: boolean): ReadRow => {
  const cellOf = (field: ColumnField): Cell => cells[reading.column(field)] ?? emptyCell
  const text = (field: ColumnField): string => textOf(cellOf(field))
  const places = Object.fromEntries(
    (
      ['idea', 'problem', 'details', 'aim', 'theory', 'tags', 'site', 'topic', 'pathway', 'state', 'date', 'proposer', 'reference'] as const
    ).flatMap((field) => (reading.column(field) >= 0 ? [[field, cellName(reading.column(field), row)]] : [])),
  ) as ReadRow['places']
  if (cells.every((cell) => isEmpty(cell))) return { row, status: 'blank', notes: [], places }
  const idea = text('idea')
  const problem = problemIn(reading.table.headings, cells, idea, cells[reading.column('idea')])
  if (problem) return { row, status: 'refused', problem, notes: [], places }
  if (isRemark && !reading.answers.rows.includes(row)) {
    reading.questions.ask('row', idea, row, '', true)
    return { row, status: 'refused', problem: 'remark', notes: [], places }
  }
  const notes: RowNote[] = Object.values(places).flatMap((cell, at) => {
    const found = cellOf(Object.keys(places)[at] as ColumnField)
    return found.error ? [{ about: 'error-value', cell, value: found.text } as const] : []
  })
  const [site, topic, pathway] = (['site', 'topic', 'pathway'] as const).map((about) => keyed(reading, about, text(about), row))
  const stateCell = cellOf('state')
  const state = reading.column('state') < 0 || stateCell.error ? null : stateIn(reading, text('state'), row)
  const date = reading.date(cellOf('date'), row, (about, value, suggest, optional) =>
    reading.questions.ask(about, value, row, suggest, optional),
  )
  const asks = [site, topic, pathway, state].includes(undefined) || date.asks === true
  if (date.note) notes.push({ about: date.note, cell: places.date ?? '', value: cellOf('date').text })
  return {
    row,
    status: asks ? 'asks' : 'read',
    idea: {
      idea,
      problem: text('problem'),
      details: text('details'),
      aim: text('aim'),
      theory: text('theory'),
      tags: text('tags')
        .split(/[,;\n|]/)
        .map((tag) => tag.trim())
        .filter(Boolean),
      site: site ?? '',
      topic: topic ?? '',
      pathway: pathway ?? '',
      state: state ?? null,
      date: date.date,
      day: date.day,
      proposer: text('proposer'),
      reference: text('reference'),
    },
    notes,
    places,
  }
}

/** What makes two rows say the same: all that is read of them but the list's own number. */
const sameness = (
  { idea: { idea, problem, details, proposer } = {} as ReadIdea }: ReadRow,
  cells: readonly Cell[],
  columns: readonly number[],
): string =>
  JSON.stringify([idea, problem, details, proposer, ...columns.map((column) => textOf(cells[column]))].map((part) => folded(part ?? '')))

/**
 * Reads every row by the mapping. What cannot be decided is asked once, and the row comes without it until there is an answer; nothing is guessed, and no row
 * is refused for anything but its idea.
 * @param today The day ("2026-11-30") after which nothing can have been proposed.
 */
export const readRows = (table: Table, mapping: Mapping, lists: Lists, answers: Answers, today: string): RowsRead => {
  const questions = new Questions()
  const column = (field: ColumnField): number => mapping.indexOf(field)
  const reading: Reading = {
    table,
    column,
    read: { site: nameReader(lists.sites), topic: nameReader(lists.topics), pathway: nameReader(lists.pathways) },
    state: stateReader(lists.phases),
    date: dateReader(table, column('date'), answers, today),
    answers,
    questions,
  }
  const remarks = remarksIn(table, mapping.filter(Boolean).length)
  const first = new Map<string, number>()
  const compared = (['site', 'topic', 'date', 'state'] as const).map((field) => column(field)).filter((at) => at >= 0)
  const rows = table.rows.map(({ row, cells }): ReadRow => {
    const read = readRow(reading, row, cells, remarks.has(row))
    if (!read.idea) return read
    const key = sameness(read, cells, compared)
    const of = first.get(key)
    if (of !== undefined) return { row, status: 'same', of, notes: [], places: read.places }
    first.set(key, row)
    return read
  })
  const sites = new Map(table.rows.map(({ row, cells }) => [row, folded(textOf(cells[column('site')]))]))
  return { rows: toldApart(rows, ({ row }) => sites.get(row) ?? ''), questions: questions.all() }
}
