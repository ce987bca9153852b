import { type Cell, emptyCell, isEmpty, type Sheet } from './cell.ts'
import { headingFields, isReferenceList } from './header-words.ts'

export interface DataRow {
  /** As the spreadsheet numbers it. */
  row: number
  cells: readonly Cell[]
}

/** Where a sheet has its list. */
export interface Table {
  sheet: string
  /** The row of the headings, as the spreadsheet numbers it; `null` where there are none. */
  headerRow: number | null
  headings: readonly string[]
  rows: readonly DataRow[]
  /** It is a list of papers and no list of ideas. */
  references: boolean
}

/** Headings stand among the first rows. */
const searched = 30
const longestHeading = 90

const headingOf = ({ text, error }: Cell): string => (error ? '' : text.replaceAll(/\s+/g, ' ').trim())

/** How many different fields the cells of a row name, as headings do; 0 for a row of anything else. */
const namedFields = (cells: readonly Cell[]): number => {
  const filled = cells.filter((cell) => !isEmpty(cell))
  if (
    filled.length === 0 ||
    filled.some(({ text, day, number }) => day !== undefined || number !== undefined || text.length > longestHeading)
  )
    return 0
  const found = filled.flatMap((cell) => headingFields(headingOf(cell)).slice(0, 1))
  const strong = found.filter(({ score }) => score >= 2)
  const fields = new Set(strong.map(({ field }) => field)).size
  if (fields >= 2) return fields
  return strong.some(({ field, score }) => field === 'idea' && score >= 3) && found.length * 2 >= filled.length ? 1 : 0
}

/** The index of the row of headings; `undefined` where no row reads like one. */
const headerOf = (rows: readonly (readonly Cell[])[]): number | undefined => {
  const scores = rows.slice(0, searched).map((cells) => (isReferenceList(cells.map(headingOf)) ? 20 : namedFields(cells)))
  const best = Math.max(0, ...scores)
  return best > 0 ? scores.indexOf(best) : undefined
}

/**
 * The list of a sheet: its headings, below whatever titles stand above them, and its rows.
 * @param headerRow Where the person says that the headings are; `null` that there are none.
 */
export const tableIn = ({ name, rows }: Sheet, headerRow?: number | null): Table => {
  const header = headerRow === undefined ? headerOf(rows) : headerRow === null ? undefined : headerRow - 1
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0)
  const headings = Array.from({ length: width }, (_, column) => headingOf(rows[header ?? -1]?.[column] ?? emptyCell))
  const data = rows.map((cells, at) => ({ row: at + 1, cells })).slice(header === undefined ? 0 : header + 1)
  return { sheet: name, headerRow: header === undefined ? null : header + 1, headings, rows: data, references: isReferenceList(headings) }
}

/** The sheet that has the list: the one whose headings name most; of those without any the longest. Hidden sheets are not taken unasked. */
export const listSheet = (sheets: readonly Sheet[]): Sheet | undefined => {
  const seen = sheets.filter(({ hidden }) => !hidden)
  const scored = seen.map((sheet) => {
    const header = headerOf(sheet.rows)
    const filled = sheet.rows.slice((header ?? -1) + 1).filter((cells) => cells.some((cell) => !isEmpty(cell))).length
    return { sheet, filled, score: header === undefined || filled === 0 ? 0 : namedFields(sheet.rows[header] ?? []) }
  })
  return scored.toSorted((one, other) => other.score - one.score || (one.score === 0 ? other.filled - one.filled : 0))[0]?.sheet
}
