import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PageReading } from '../../../extension/reading/reading.ts'
import { type Reader, startReader } from '../extract-browser.ts'
import { blockedPages } from '../made-blocked-pages.ts'
import type { MadePage } from '../made-page.ts'
import { papers, staleHeads, tailed } from '../made-papers.ts'

let reader: Reader
beforeAll(async () => {
  reader = await startReader()
}, 300_000)
afterAll(() => reader?.close())

const read = async ({ html, address }: MadePage): Promise<PageReading> => {
  const reading = await reader.press(html, address)
  if (!reading) throw new Error('Nothing that can be believed')
  return reading
}

const families = ({ citation }: PageReading): string[] =>
  (citation?.author ?? []).map((name) => ('family' in name ? name.family : name.literal))

describe('[C10] [C11] what is on the screen', { timeout: 300_000 }, () => {
  it.each([...blockedPages, ...papers, ...staleHeads, tailed].map((page) => [page.name, page] as const))('%s', async (_name, page) => {
    const reading = await read(page)
    const { citation } = reading
    if (page.want === 'nothing') {
      expect(reading.kind).toBe('blocked')
      expect(citation).toEqual(page.keeps && Object.keys(page.keeps).length > 0 ? expect.objectContaining(page.keeps) : citation)
      for (const field of ['title', 'author', 'container-title', 'publisher']) expect(citation ?? {}).not.toHaveProperty(field)
      return
    }
    const { title, DOI, PMID, family, url } = page.want
    if (title !== undefined) expect(citation?.title).toBe(title)
    if (DOI !== undefined) expect(citation?.DOI ?? null).toBe(DOI)
    if (PMID !== undefined) expect(citation?.PMID ?? null).toBe(PMID)
    if (family !== undefined) expect(families(reading)[0]).toBe(family)
    if (url !== undefined) expect(citation?.URL).toBe(url)
    expect(families(reading)).not.toContain('Alder')
  })
})
