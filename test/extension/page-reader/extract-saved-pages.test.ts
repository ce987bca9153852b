import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Reader, startReader } from '../extract-browser.ts'

interface Row {
  file: string
  expect: 'cite' | 'no-citation' | 'blocked'
  original_url: string | null
  truth?: { doi?: string | null; pmid?: string | null }
}

const folder = new URL('../../../../shared/pages/', import.meta.url)
const index = new URL('index.json', folder)
const present = existsSync(index)
const rows = present ? (JSON.parse(readFileSync(index, 'utf8')) as Row[]) : []

const kinds = { cite: ['citation'], 'no-citation': ['page', 'listing'], blocked: ['blocked'] }

let reader: Reader
beforeAll(async () => {
  if (present) reader = await startReader()
}, 300_000)
afterAll(() => reader?.close())

/** Every eighth page: the whole collection is measured by `npm run extract`. */
const some = rows.filter((row, place) => place % 8 === 0 || row.expect === 'blocked')

describe.skipIf(!present)(`saved pages${present ? '' : ' (skipped: ../shared/pages is not here)'}`, { timeout: 300_000 }, () => {
  it.each(some.map((row) => [row.file, row] as const))('%s', async (file, row) => {
    const reading = await reader.press(readFileSync(new URL(file, folder), 'utf8'), row.original_url ?? 'https://saved-page.example/a')
    const { kind, citation } = reading ?? {}
    expect(kinds[row.expect]).toContain(kind)
    expect(citation?.DOI?.toLowerCase()).toBe(row.truth?.doi?.toLowerCase() ?? undefined)
    expect(citation?.PMID).toBe(row.truth?.pmid ?? undefined)
  })
})
