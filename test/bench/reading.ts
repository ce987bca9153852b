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

/**
 * The reader on saved pages, measured in the page around its call. Each time in a fresh page, where none of its code has
 * run before: most of what it takes is to be compiled. The best of three rounds is what the page takes without its neighbours.
 */
export const benchReading = async (): Promise<void> => {
  const index = new URL('index.json', folder)
  if (!existsSync(index)) return console.log('  skipped: the saved pages are not here')
  const rows = JSON.parse(readFileSync(index, 'utf8')) as Row[]
  const reader = await startReader()
  const times: number[][] = rows.map(() => [])
  for (let round = 0; round < rounds; round += 1)
    for (const [place, { file, original_url: address }] of rows.entries())
      times[place]?.push((await reader.read(readFileSync(new URL(file, folder), 'utf8'), address ?? 'https://saved-page.example/a')).took)
  await reader.close()
  line(`${rows.length} pages, every time`, times.flat())
  line(
    'the best of three',
    times.map((each) => Math.min(...each)),
  )
  const slowest = rows
    .map(({ file }, place) => ({ file, best: Math.min(...(times[place] ?? [])) }))
    .toSorted((one, other) => other.best - one.best)
  for (const { file, best } of slowest.slice(0, 5)) console.log(`    ${ms(best).padStart(9)}  ${file}`)
  console.log(`  the reader as it is injected: ${(gzipSync(reader.code).length / 1000).toFixed(1)} kB gzip`)
}
