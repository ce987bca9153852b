import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { startReader } from '../extension/extract-browser.ts'
import { startInjectedReader } from '../extension/injected-reader.ts'
import { ms, quantile } from './statistics.ts'

interface Row {
  file: string
  original_url: string | null
}

const folder = new URL('../../../shared/pages/', import.meta.url)
const rounds = 3

const line = (name: string, times: readonly number[]): void =>
  console.log(
    `  ${name.padEnd(44)} median ${ms(quantile(times, 0.5)).padStart(8)}   p95 ${ms(quantile(times, 0.95)).padStart(8)}   longest ${ms(Math.max(...times)).padStart(8)}`,
  )

const best = (times: readonly (readonly number[])[]): number[] => times.map((each) => Math.min(...each))

/** Every time, and the best of the rounds: what a page takes without the machine's neighbours. */
const lines = (name: string, times: readonly (readonly number[])[]): void => {
  line(name, times.flat())
  line('  the best of three', best(times))
}

const slowest = (rows: readonly Row[], times: readonly number[]): void => {
  const ranked = rows.map(({ file }, place) => ({ file, time: times[place] ?? 0 })).toSorted((one, other) => other.time - one.time)
  for (const { file, time } of ranked.slice(0, 3)) console.log(`    ${ms(time).padStart(9)}  ${file}`)
}

const addressOf = ({ original_url: address }: Row): string => address ?? 'https://saved-page.example/a'

const eachRound = async (rows: readonly Row[], read: (html: string, row: Row, place: number) => Promise<void>): Promise<void> => {
  for (let round = 0; round < rounds; round += 1)
    for (const [place, row] of rows.entries()) await read(readFileSync(new URL(row.file, folder), 'utf8'), row, place)
}

const measureInjected = async (rows: readonly Row[]): Promise<void> => {
  const reader = await startInjectedReader()
  const times = { reader: rows.map((): number[] => []), whole: rows.map((): number[] => []), look: rows.map((): number[] => []) }
  await eachRound(rows, async (html, row, place) => {
    const { look, reading } = await reader.read(html, addressOf(row), 1000, true)
    times.reader[place]?.push(reading.took)
    times.whole[place]?.push(reading.whole)
    times.look[place]?.push(look.took)
  })
  await reader.close()
  lines('the reader', times.reader)
  slowest(rows, best(times.reader))
  lines('with its fetching, compiling and answering', times.whole)
  lines('the look for patients before it', times.look)
}

const measureAtOnce = async (rows: readonly Row[]): Promise<string> => {
  const reader = await startReader()
  const times = rows.map((): number[] => [])
  await eachRound(rows, async (html, row, place) => {
    times[place]?.push((await reader.read(html, addressOf(row))).took)
  })
  await reader.close()
  lines('the reader', times)
  return reader.code
}

/**
 * The reader on saved pages, each time in a fresh page. As people press it: the extension's own scripts, injected into a page
 * whose scripts have run and that has come to rest, the look for patients first. And at its worst: alone in a process that
 * has never run a script, the moment that the page's elements stand.
 */
export const benchReading = async (): Promise<void> => {
  const index = new URL('index.json', folder)
  if (!existsSync(index)) return console.log('  skipped: the saved pages are not here')
  const rows = JSON.parse(readFileSync(index, 'utf8')) as Row[]
  console.log(`  ${rows.length} pages, as at a press: a second after the page stands`)
  await measureInjected(rows)
  console.log('  at once, in a process that has never run a script')
  const code = await measureAtOnce(rows)
  console.log(`  the reader as it is injected: ${(gzipSync(code).length / 1000).toFixed(1)} kB gzip`)
}
