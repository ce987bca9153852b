/**
 * Runs the built reader in a real browser, without a network, on saved pages at their own addresses, and prints a line a
 * page: `node test/extract-pages.ts INDEX.json > results.jsonl`. INDEX.json: rows `{file, original_url?}` beside the pages.
 * The extension's own scripts are injected as at a press, into a page that has come to rest: first the look for patients,
 * then the reader, and where it is in doubt the reader of the screen. `ms` is the reader's time in the page, `whole` that with all that the browser does to run it there.
 */
import { readFileSync } from 'node:fs'
import { buildAll } from '../worker/local/build.ts'
import { startInjectedReader } from './extension/injected-reader.ts'
import { readRow, readRows } from './read-pages.ts'

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
    const { page, line } = await readRow(reader, index, row, 1000)
    suggested.set(row.file, page.evidence?.kind ?? null)
    console.log(JSON.stringify(line))
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
