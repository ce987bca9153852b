import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { startReader } from '../extension/extract-browser.ts'
import { ms, quantile } from './statistics.ts'

interface Row {
  file: string
  original_url: string | null
}

const folder = new URL('../../../shared/pages/', import.meta.url)
const rounds = 3

const line = (name: string, times: readonly number[]): void =>
  console.log(
    `  ${name.padEnd(24)} median ${ms(quantile(times, 0.5)).padStart(8)}   p95 ${ms(quantile(times, 0.95)).padStart(8)}   longest ${ms(Math.max(...times)).padStart(8)}`,
  )

const measure = async (rows: readonly Row[], scripts: boolean, settled: number): Promise<string> => {
  const reader = await startReader(undefined, scripts)
  const times: number[][] = rows.map(() => [])
  for (let round = 0; round < rounds; round += 1)
    for (const [place, { file, original_url: address }] of rows.entries()) {
      const html = readFileSync(new URL(file, folder), 'utf8')
      times[place]?.push((await reader.read(html, address ?? 'https://saved-page.example/a', '', settled)).took)
    }
  await reader.close()
  const best = times.map((each) => Math.min(...each))
  line(`${rows.length} pages, every time`, times.flat())
  line('the best of three', best)
  const slowest = rows.map(({ file }, place) => ({ file, best: best[place] ?? 0 })).toSorted((one, other) => other.best - one.best)
  for (const each of slowest.slice(0, 3)) console.log(`    ${ms(each.best).padStart(9)}  ${each.file}`)
  return reader.code
}

/**
 * The reader on saved pages, measured in the page around its call, each time in a fresh page: most of what it takes is to be
 * compiled. As people press it, on a page whose own scripts have run and that has come to rest; and at its worst, in a
 * process that has never run a script, the moment that the page's elements stand. The best of three rounds is what a page
 * takes without its neighbours.
 */
export const benchReading = async (): Promise<void> => {
  const index = new URL('index.json', folder)
  if (!existsSync(index)) return console.log('  skipped: the saved pages are not here')
  const rows = JSON.parse(readFileSync(index, 'utf8')) as Row[]
  console.log('  a second after the page stands, its own scripts have run')
  await measure(rows, true, 1000)
  console.log('  at once, no script has ever run')
  const code = await measure(rows, false, 0)
  console.log(`  the reader as it is injected: ${(gzipSync(code).length / 1000).toFixed(1)} kB gzip`)
}
