import { readDelimited } from '../../../shared/import/tables/read-delimited.ts'
import { readTables } from '../../../shared/import/tables/read-tables.ts'
import { decodeText } from '../../../shared/values/decode-text.ts'
import { importMessages } from '../i18n/imports.ts'
import { begin, open, openProblem } from './import-state.ts'

/** SHA-256 of a list, in hexadecimal: by it the same list is known again, and nothing else of it is kept. */
const printOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('')

export const openBytes = async (bytes: Uint8Array<ArrayBuffer>, name: string): Promise<void> => {
  const read = readTables(bytes, name, decodeText)
  if (read.problem !== undefined) {
    open.value = undefined
    openProblem.value = read.problem
  } else begin({ file: name, print: await printOf(bytes), sheets: read.sheets })
}

export const openText = async (text: string): Promise<void> => {
  const name = importMessages.choose.pasted
  begin({ file: name, print: await printOf(new TextEncoder().encode(text)), sheets: [readDelimited(text, name).sheet] })
}
