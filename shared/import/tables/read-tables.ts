import { type Sheet, type TableProblem, tableLimits } from './cell.ts'
import { readDelimited } from './read-delimited.ts'
import { readXlsx } from './read-xlsx.ts'

const begins = (bytes: Uint8Array, ...first: number[]): boolean => first.every((byte, at) => bytes[at] === byte)

/**
 * The sheets of a file by what it is, whatever its name: a workbook (XLSX), or a text with cells. Anything else is named, not guessed.
 * @param decode How the bytes of a text become letters.
 */
export const readTables = (
  bytes: Uint8Array,
  name: string,
  decode: (bytes: Uint8Array) => string,
): { sheets: Sheet[]; problem?: never } | { problem: TableProblem } => {
  if (bytes.length > tableLimits.bytes) return { problem: 'too-large' }
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { problem: 'old-excel' }
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return readXlsx(bytes)
  const text = decode(bytes)
  if (/^\s*<(?:!doctype|html|table|\?xml)/i.test(text)) return { problem: 'web-page' }
  return text.trim() === '' ? { problem: 'empty' } : { sheets: [readDelimited(text, name).sheet] }
}
