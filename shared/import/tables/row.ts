import type { ColumnField } from './header-words.ts'
import type { RowProblem } from './row-problems.ts'
import type { StateRead } from './states.ts'

/** What a row says, in the network's words. `null` and empty: nothing, or not answered yet. */
export interface ReadIdea {
  idea: string
  problem: string
  details: string
  aim: string
  theory: string
  tags: string[]
  site: string
  topic: string
  pathway: string
  state: StateRead | null
  /** A day, or a month or year of which no day is known. */
  date: string | null
  /** The day that is kept. */
  day: string | null
  proposer: string
  reference: string
  /** What tells it apart from rows of its list that would be the same idea. */
  apart?: string
}

export interface RowNote {
  about: 'error-value' | 'date-unread' | 'date-in-future'
  cell: string
  value: string
}

export interface ReadRow {
  row: number
  /** `blank` says nothing and is not told. */
  status: 'read' | 'asks' | 'same' | 'refused' | 'blank'
  idea?: ReadIdea
  problem?: RowProblem
  /** For `same`: the row that says the same. */
  of?: number
  notes: RowNote[]
  /** Cells by the field that was read from them: "B7". */
  places: Partial<Record<ColumnField, string>>
}
