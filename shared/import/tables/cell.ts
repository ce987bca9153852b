/** A cell as it stands in the file; nothing in it is run. */
export interface Cell {
  text: string
  /** The calendar day ("2025-04-03") of a cell that the spreadsheet keeps as one. */
  day?: string
  /** The number of a cell that the spreadsheet keeps as one. */
  number?: number
  /** The cell holds the error of a formula, and says nothing else. */
  error?: true
}

/** One sheet; `rows[0]` is the row that the spreadsheet numbers 1. */
export interface Sheet {
  name: string
  hidden: boolean
  rows: Cell[][]
}

/** What keeps a file from being read at all. */
export type TableProblem = 'old-excel' | 'other-zip' | 'damaged' | 'too-large' | 'web-page' | 'empty'

/** The most that is read of one file. */
export const tableLimits = { bytes: 20 * 1024 * 1024, unpacked: 120 * 1024 * 1024, rows: 20_000, columns: 200, sheets: 50 } as const

export const emptyCell: Cell = { text: '' }
export const isEmpty = ({ text, error }: Cell): boolean => !error && text.trim() === ''

/** "A", "Z", "AA" for 0, 25, 26. */
export const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

/** "B7" for column 1 and row 7. */
export const cellName = (column: number, row: number): string => columnName(column) + row

/**
 * A text as two people write the same word: without case, accents, apostrophes, signs and leading zeros, in single spaces.
 */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Default_Ignorable_Code_Point}'’‘`´]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, ' ')
    .replaceAll(/(?<=^| )0+(?=\d)/g, '')
    .trim()
