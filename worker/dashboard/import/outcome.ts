import { csvHead, csvRecord } from '../../../shared/exports/csv.ts'
import type { ReadRow } from '../../../shared/import/tables/row.ts'
import { endsBefore } from '../../../shared/import/tables/to-mutations.ts'
import { importMessages } from '../i18n/imports.ts'
import type { Checked } from './check-rows.ts'
import { framework } from '../data/framework.ts'
import { questions } from './import-state.ts'

/** What becomes of a row. */
export const fates = ['add', 'asks', 'held', 'there', 'same', 'refused', 'unread'] as const
export type Fate = (typeof fates)[number]

/** One row of the list with what becomes of it, and why, by its cell. */
export interface Outcome {
  row: number
  fate: Fate
  text: string
  why: string[]
  /** The cells that this is about. */
  cells: string[]
}

const notes = ({ notes: found }: ReadRow): string[] =>
  found.map(({ about, cell, value }) => {
    const said =
      about === 'error-value'
        ? importMessages.notes.errorValue
        : about === 'date-unread'
          ? importMessages.notes.dateUnread
          : importMessages.notes.dateInFuture
    return said({ cell, value })
  })

/** Where the list's state goes further than the pathway does. */
const standsBefore = ({ idea }: ReadRow): string[] => {
  const last = idea && framework.value && endsBefore(framework.value, idea)
  return last ? [importMessages.notes.endsBefore({ phase: framework.value?.phases.find(({ key }) => key === last)?.label ?? last })] : []
}

const asked = (row: ReadRow): string[] =>
  questions.value
    .filter(({ rows, optional }) => !optional && rows.includes(row.row))
    .map(({ about, value }) =>
      value ? importMessages.questionShort({ about: importMessages.abouts[about], value }) : importMessages.abouts[about],
    )

/** What becomes of each row that says anything, before anything is sent. */
export const outcomesOf = (rows: readonly ReadRow[], checked: readonly Checked[], known: ReadonlySet<string>): Outcome[] => {
  const found = new Map(checked.map((one) => [one.row, one]))
  return rows.flatMap((row): Outcome[] => {
    const { status, idea, problem, of, places } = row
    const made = (fate: Fate, why: string[], cells: string[] = []): Outcome[] => [
      { row: row.row, fate, text: idea?.idea ?? '', why, cells },
    ]
    if (status === 'blank') return []
    if (status === 'refused') return made('refused', [importMessages.problems[problem ?? 'no-idea']], places.idea ? [places.idea] : [])
    if (status === 'same') return made('same', [importMessages.sameAs({ row: of ?? 0 })])
    const { found: cells = [], args } = found.get(row.row) ?? {}
    if (cells.length > 0) return made('held', [importMessages.heldWhy], cells)
    if (args && known.has(args.idea)) return made('there', [])
    if (status === 'asks') return made('asks', [...asked(row), ...standsBefore(row)])
    return made(
      'add',
      [...notes(row), ...standsBefore(row)],
      row.notes.map(({ cell }) => cell),
    )
  })
}

/** Rows that do not come in, or not whole, as a file. Cells are named, what stands in them is not: it may be about a patient. */
export const outcomesCsv = (outcomes: readonly Outcome[], place: string = importMessages.csv.row): string =>
  csvHead([place, importMessages.csv.cell, importMessages.csv.result, importMessages.csv.why]) +
  outcomes
    .filter(({ fate, why }) => fate !== 'add' || why.length > 0)
    .map(({ row, cells, fate, why }) => csvRecord([row, cells.join(' '), importMessages.fates[fate], why.join(' ')]))
    .join('')
