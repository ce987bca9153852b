import type { Sheet, TableProblem } from '../../../shared/import/tables/cell.ts'
import { readTables } from '../../../shared/import/tables/read-tables.ts'
import type { ReferenceFile } from '../../../shared/import/references/reference-file.ts'
import { decodeText } from '../../../shared/values/decode-text.ts'

/** What somebody brings: references, or sheets of which one may be a list of ideas, or neither. */
export type Told = { references: ReferenceFile } | { sheets: readonly Sheet[] } | { problem: TableProblem }

/** Sheets, whatever else it could be. */
export const tellSheets = (bytes: Uint8Array, name: string): Exclude<Told, { references: ReferenceFile }> => {
  const read = readTables(bytes, name, decodeText)
  return read.problem === undefined ? { sheets: read.sheets } : { problem: read.problem }
}

/** Asks first whether it holds references; what does not is read as a list of ideas. */
export const tellList = async (bytes: Uint8Array, name: string): Promise<Told> => {
  const { readReferences } = await import('../../../shared/import/references/read-references.ts')
  const references = readReferences(bytes, name)
  return typeof references === 'object' ? { references } : tellSheets(bytes, name)
}
