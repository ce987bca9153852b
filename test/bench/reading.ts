import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { startReader } from '../extension/extract-browser.ts'
import { ms, quantile } from './statistics.ts'

interface Row {
  file: string
  original_url: string | null
}

const folder = new URL('../../../shared/pages/', import.meta.url)

/** The reader on saved pages: each in a fresh page, the first time that it runs there, measured in the page around its call. */
export const benchReading = async (): Promise<void> => {
  const index = new URL('index.json', folder)
  if (!existsSync(index)) return console.log('  skipped: the saved pages are not here')
  const reader = await startReader()
  const took: { file: string; ms: number }[] = []
  for (const { file, original_url: address } of JSON.parse(readFileSync(index, 'utf8')) as Row[]) {
    const run = await reader.read(readFileSync(new URL(file, folder), 'utf8'), address ?? 'https://saved-page.example/a')
    took.push({ file, ms: run.took })
  }
  await reader.close()
  const times = took.map((page) => page.ms)
  console.log(
    `  ${took.length} pages   median ${ms(quantile(times, 0.5))}   p95 ${ms(quantile(times, 0.95))}   longest ${ms(Math.max(...times))}`,
  )
  for (const page of took.toSorted((one, other) => other.ms - one.ms).slice(0, 5))
    console.log(`    ${ms(page.ms).padStart(9)}  ${page.file}`)
  console.log(`  the reader as it is injected: ${(gzipSync(reader.code).length / 1000).toFixed(1)} kB gzip`)
}
