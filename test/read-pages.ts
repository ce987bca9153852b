import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { PageReading } from '../extension/reading/reading.ts'
import type { Injected, InjectedReader } from './extension/injected-reader.ts'

/** A saved page: its file beside the index, and where it was found. */
export interface Row {
  file: string
  original_url?: string | null
}

const outcomes = { citation: 'citation', page: 'page', listing: 'page', pdf: 'page', blocked: 'nothing' } as const

/** A line in the form that is scored, with what else the reader said. */
const lineOf = (
  file: string,
  { kind, citation, evidence, reason, quote, fromScreen, doubts }: PageReading,
  { reading: { took, whole }, screen, printed }: Injected,
): object => ({
  file,
  outcome: outcomes[kind],
  kind,
  item: citation ?? {},
  standing: citation?.standing ?? null,
  evidence,
  reason,
  quote,
  fromScreen,
  doubts,
  screen: screen && Math.round(screen.whole * 10) / 10,
  printed: printed && Math.round(printed.took * 10) / 10,
  ms: Math.round(took * 10) / 10,
  whole: Math.round(whole * 10) / 10,
})

export const readRows = (index: string): Row[] => {
  const parsed = JSON.parse(readFileSync(index, 'utf8')) as Row[] | { pages: Row[] }
  return Array.isArray(parsed) ? parsed : parsed.pages
}

const addressOf = (row: Row): string => row.original_url || `https://saved-page.example/${encodeURIComponent(row.file)}`

/** Reads a saved page as a press does, so many milliseconds after its elements stand. */
export const readRow = async (
  reader: InjectedReader,
  index: string,
  row: Row,
  settled: number,
): Promise<{ page: PageReading; line: object }> => {
  const html = readFileSync(resolve(dirname(index), row.file), 'utf8')
  const injected = await reader.read(html, addressOf(row), settled, false)
  if (!injected.page) throw new Error(`${row.file} gave nothing that can be believed`)
  return { page: injected.page, line: lineOf(row.file, injected.page, injected) }
}
