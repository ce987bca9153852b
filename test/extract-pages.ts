/**
 * Runs the built reader in a real browser, without a network, on saved pages at their own addresses, and prints a line a
 * page: `node test/extract-pages.ts INDEX.json > results.jsonl`. INDEX.json: rows `{file, original_url?}` beside the pages.
 * The extension's own scripts are injected as at a press, into a page that has come to rest: first the look for patients,
 * then the reader, and where it is in doubt the reader of the screen. `ms` is the reader's time in the page, `whole` that with all that the browser does to run it there.
 */
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { PageReading } from '../extension/reading/reading.ts'
import { buildAll } from '../worker/local/build.ts'
import { type Injected, startInjectedReader } from './extension/injected-reader.ts'

interface Row {
  file: string
  original_url?: string | null
}

const outcomes = { citation: 'citation', page: 'page', listing: 'page', pdf: 'page', blocked: 'nothing' } as const

/** A line in the form that is scored, with what else the reader said. */
const lineOf = (
  file: string,
  { kind, citation, evidence, reason, quote, fromScreen }: PageReading,
  { reading: { took, whole }, screen }: Injected,
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
  screen: screen && Math.round(screen.whole * 10) / 10,
  ms: Math.round(took * 10) / 10,
  whole: Math.round(whole * 10) / 10,
})

const readRows = (index: string): Row[] => {
  const parsed = JSON.parse(readFileSync(index, 'utf8')) as Row[] | { pages: Row[] }
  return Array.isArray(parsed) ? parsed : parsed.pages
}

const addressOf = (row: Row): string => row.original_url || `https://saved-page.example/${encodeURIComponent(row.file)}`

interface Labels {
  kinds: Record<string, string | null>
}
const labels = JSON.parse(readFileSync(new URL('kinds-of-pages.json', import.meta.url), 'utf8')) as Labels
/** Every third label, in their order, was put aside while the rules were written. */
const heldOut = new Set(Object.keys(labels.kinds).filter((_, place) => place % 3 === 2))

/** How many of the labelled pages got the kind that their label says, those that were held out apart. */
const kindsRight = (suggested: ReadonlyMap<string, string | null>): string => {
  const of = (files: string[]): string => `${files.filter((file) => suggested.get(file) === labels.kinds[file]).length} of ${files.length}`
  const files = Object.keys(labels.kinds).filter((file) => suggested.has(file))
  return `Kinds suggested rightly: ${of(files)}; of those held out ${of(files.filter((file) => heldOut.has(file)))}.`
}

const main = async (index: string): Promise<void> => {
  await buildAll(console.error)
  const reader = await startInjectedReader()
  const suggested = new Map<string, string | null>()
  for (const row of readRows(index)) {
    const html = readFileSync(resolve(dirname(index), row.file), 'utf8')
    const injected = await reader.read(html, addressOf(row), 1000, false)
    if (!injected.page) throw new Error(`${row.file} gave nothing that can be believed`)
    suggested.set(row.file, injected.page.evidence?.kind ?? null)
    console.log(JSON.stringify(lineOf(row.file, injected.page, injected)))
  }
  await reader.close()
  console.error(kindsRight(suggested))
}

const [, , index] = process.argv
if (index) await main(index)
else {
  console.error('Which pages? node test/extract-pages.ts INDEX.json > results.jsonl')
  process.exitCode = 2
}
