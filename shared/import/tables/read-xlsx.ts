import { isoDay } from '../../values/calendar-day.ts'
import { strFromU8, unzipSync } from 'fflate'
import { serialDay } from './days.ts'
import { type Cell, emptyCell, type Sheet, type TableProblem, tableLimits } from './cell.ts'
import { dayStyles, plainText, sharedTexts } from './xlsx-styles.ts'
import { attribute, tagsOf } from './xml-tags.ts'

/** "AB12" as column 27 and row 12. */
const placeOf = (ref: string): { column: number; row: number } | undefined => {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(ref) ?? []
  if (!letters) return undefined
  const column = Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { column, row: Number(digits) }
}

interface Book {
  texts: readonly string[]
  days: readonly boolean[]
  date1904: boolean
}

const numberCell = (said: string, isDay: boolean, date1904: boolean): Cell => {
  const number = Number(said)
  if (said === '' || !Number.isFinite(number)) return { text: plainText(said) }
  const day = isDay ? serialDay(number, date1904) : undefined
  // Fifteen digits are what a spreadsheet shows of a number.
  const text = day === undefined ? String(Number(number.toPrecision(15))) : isoDay(day)
  return { text, number, ...(day === undefined ? {} : { day: text }) }
}

const cellOf = (type: string, value: string, inline: string, isDay: boolean, { texts, date1904 }: Book): Cell => {
  if (type === 's') return { text: (texts[Number(value)] ?? '').trim() }
  if (type === 'inlineStr') return { text: plainText(inline).trim() }
  if (type === 'e') return { text: plainText(value), error: true }
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE' }
  if (type === 'str') return { text: plainText(value).trim() }
  if (type === 'd') return { text: value, ...(/^\d{4}-\d\d-\d\d/.test(value) ? { day: value.slice(0, 10) } : {}) }
  return numberCell(value.trim(), isDay, date1904)
}

/** What a merged cell says holds for each of its rows. */
const spreadMerged = (rows: Cell[][], merged: readonly string[]): void => {
  for (const ref of merged) {
    const [first, last] = ref.split(':').map((part) => placeOf(part))
    const said = first && rows[first.row - 1]?.[first.column]
    if (!first || !last || !said) continue
    for (let row = first.row; row < Math.min(last.row, rows.length); row += 1) (rows[row] ??= [])[first.column] = said
  }
}

const rowsOf = (xml: string, book: Book): Cell[][] => {
  const rows: Cell[][] = []
  const merged: string[] = []
  let [row, column, type, isDay, value, inline] = [0, 0, '', false, '', '']
  for (const { name, attributes, ends, empty, before } of tagsOf(xml)) {
    if (name === 'row' && !ends) [row, column] = [Number(attribute(attributes, 'r')) || row + 1, 0]
    else if (name === 'c' && !ends) {
      column = placeOf(attribute(attributes, 'r'))?.column ?? column
      const style = Number(attribute(attributes, 's'))
      ;[type, isDay, value, inline] = [attribute(attributes, 't'), book.days[style] ?? false, '', '']
      if (empty) column += 1
    } else if (name === 'v' && ends) value = before
    else if (name === 't' && ends) inline += before
    else if (name === 'c' && ends) {
      if (row >= 1 && row <= tableLimits.rows + 1 && column < tableLimits.columns)
        (rows[row - 1] ??= [])[column] = cellOf(type, value, inline, isDay, book)
      column += 1
    } else if (name === 'mergeCell' && !ends) merged.push(attribute(attributes, 'ref'))
  }
  spreadMerged(rows, merged)
  return Array.from(rows, (cells) => Array.from(cells ?? [], (cell) => cell ?? emptyCell))
}

const inPackage = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)

const unpacked = (bytes: Uint8Array): Record<string, Uint8Array> | TableProblem => {
  let size = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/^xl\/.*\.(?:xml|rels)$/i.test(name) || /\/(?:theme|media|drawings|printerSettings)\//.test(name)) return false
        size += originalSize
        return size <= tableLimits.unpacked
      },
    })
  } catch {
    // What is no archive, or one that was cut off.
    return 'damaged'
  }
}

/**
 * The sheets of a workbook (XLSX, ECMA-376) in their order, hidden ones marked. Of formulas the results are read that the workbook keeps; nothing is worked
 * out, run or fetched.
 */
export const readXlsx = (bytes: Uint8Array): { sheets: Sheet[] } | { problem: TableProblem } => {
  const files = unpacked(bytes)
  if (typeof files === 'string') return { problem: files }
  const textOf = (path: string): string => (files[path] ? strFromU8(files[path]) : '')
  const workbook = textOf('xl/workbook.xml')
  if (!workbook) return { problem: 'other-zip' }
  const targets = new Map<string, string>()
  for (const { name, attributes } of tagsOf(textOf('xl/_rels/workbook.xml.rels')))
    if (name === 'Relationship') targets.set(attribute(attributes, 'Id'), inPackage(attribute(attributes, 'Target')))
  const named = [...targets.values()]
  const partAt = (ending: string): string => textOf(named.find((path) => path.endsWith(ending)) ?? `xl/${ending}`)
  const found: { name: string; hidden: boolean; path: string }[] = []
  let date1904 = false
  for (const { name, attributes, ends } of tagsOf(workbook)) {
    if (name === 'workbookPr') date1904 = /^(?:1|true)$/.test(attribute(attributes, 'date1904'))
    if (name !== 'sheet' || ends) continue
    const path = targets.get(/[\w]+:id\s*=\s*["']([^"']*)/.exec(attributes)?.[1] ?? '') ?? ''
    found.push({ name: attribute(attributes, 'name'), hidden: attribute(attributes, 'state').toLowerCase().includes('hidden'), path })
  }
  const book = { texts: sharedTexts(partAt('sharedStrings.xml')), days: dayStyles(partAt('styles.xml')), date1904 }
  const sheets = found
    .filter(({ path }) => files[path] && !path.includes('chartsheets'))
    .slice(0, tableLimits.sheets)
    .map(({ name, hidden, path }) => ({ name, hidden, rows: rowsOf(textOf(path), book) }))
  return sheets.length > 0 ? { sheets } : { problem: 'damaged' }
}
