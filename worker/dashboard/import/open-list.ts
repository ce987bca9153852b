import { importMessages } from '../i18n/imports.ts'
import { close, begin, openProblem } from './import-state.ts'
import { openReferences } from './references-state.ts'
import { tellList, tellSheets, type Told } from './tell-list.ts'

/** SHA-256 of a list, in hexadecimal: by it the same list is known again, and nothing else of it is kept. */
const printOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('')

const show = async (told: Told, bytes: Uint8Array<ArrayBuffer>, file: string): Promise<void> => {
  const print = await printOf(bytes)
  close()
  if ('problem' in told) openProblem.value = told.problem
  else if ('references' in told)
    openReferences.value = { file, print, read: told.references, asTable: () => show(tellSheets(bytes, file), bytes, file) }
  else begin({ file, print, sheets: told.sheets })
}

export const openBytes = async (bytes: Uint8Array<ArrayBuffer>, name: string): Promise<void> =>
  show(await tellList(bytes, name), bytes, name)

export const openText = (text: string): Promise<void> => openBytes(new TextEncoder().encode(text), importMessages.choose.pasted)
