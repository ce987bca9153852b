import type { Answers } from '../../../../shared/import/tables/questions.ts'
import { readRows, type RowsRead } from '../../../../shared/import/tables/read-rows.ts'
import { listSheet, type Table, tableIn } from '../../../../shared/import/tables/find-table.ts'
import { type Lists, suggestColumns, type Suggested } from '../../../../shared/import/tables/suggest-columns.ts'
import { readTables } from '../../../../shared/import/tables/read-tables.ts'
import { defaultFramework } from '../../../../shared/domain/framework.ts'

/** As the dashboard decodes a file. */
export const decode = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

export const noAnswers: Answers = { values: {}, rows: [] }

export const listsOf = (network: Pick<Lists, 'sites' | 'topics'>): Lists => ({
  sites: network.sites,
  topics: network.topics,
  pathways: defaultFramework.pathways,
  phases: defaultFramework.phases,
})

/** A file by suggestions alone, as the page shows it first. */
export const readFile = (
  bytes: Uint8Array,
  name: string,
  lists: Lists,
  today: string,
  answers = noAnswers,
): { table: Table; suggested: Suggested; read: RowsRead } => {
  const found = readTables(bytes, name, decode)
  if (found.problem !== undefined) throw new Error(found.problem)
  const sheet = listSheet(found.sheets)
  if (!sheet) throw new Error('no sheet')
  const table = tableIn(sheet)
  const suggested = suggestColumns(table, lists)
  return { table, suggested, read: readRows(table, suggested.mapping, lists, answers, today) }
}
