import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Name } from '../../../shared/citations/citation.ts'
import { type Reader, startReader } from '../extract-browser.ts'

/** What a made-up page says: its kind (`any`: a citation or a page), and the values that it prints; `journal: null`: it has none. */
interface Layout {
  file: string
  address: string
  kind: 'citation' | 'page' | 'any'
  title: string
  /** As they are printed, with degrees and in either order. */
  authors?: string[]
  journal?: string | null
  journalToo?: string[]
  year?: number
  doi?: string
  pmid?: string
  pmcid?: string
  number?: string
  type?: string
}

const folder = new URL('../../pages/layouts/', import.meta.url)
const layouts = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8')) as Layout[]

/** What is not read yet: it must be left out, never guessed. */
const leftOut: Record<string, readonly string[]> = {
  'cochrane.html': ['journal'],
  'highwire-classic.html': ['year'],
  'guideline-de.html': ['number'],
  'bookshelf.html': ['kind', 'authors', 'year', 'pmid'],
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
const familyOf = (name: Name): string => plain('family' in name ? name.family : name.literal)
/** Whether a name is the printed one: its family's name stands whole in it. */
const isOf = (printed: string, name: Name | undefined): boolean =>
  name !== undefined && ` ${plain(printed)} `.includes(` ${familyOf(name)} `)

let reader: Reader
beforeAll(async () => {
  reader = await startReader()
}, 300_000)
afterAll(() => reader?.close())

describe('layouts of platforms, without metadata', { timeout: 300_000 }, () => {
  it.each(layouts.map((layout) => [layout.file, layout] as const))('%s', async (file, layout) => {
    const reading = await reader.press(readFileSync(new URL(file, folder), 'utf8'), layout.address)
    const { citation } = reading ?? {}
    const open = leftOut[file] ?? []
    if (layout.kind !== 'any' && !open.includes('kind')) expect(reading?.kind).toBe(layout.kind)
    expect(citation?.title).toBe(layout.title)
    const { author = [] } = citation ?? {}
    if (open.includes('authors')) expect(author).toEqual([])
    else if (layout.authors && layout.kind !== 'page')
      expect(author.map((name, at) => isOf(layout.authors?.[at] ?? '', name))).toEqual(layout.authors.map(() => true))
    const journals = layout.journal ? [layout.journal, ...(layout.journalToo ?? [])] : [undefined]
    if (open.includes('journal')) expect(citation?.['container-title']).toBeUndefined()
    else if (layout.journal !== undefined)
      expect(journals.map((name) => name && plain(name))).toContain(citation?.['container-title'] && plain(citation['container-title']))
    const read = {
      year: citation?.issued?.['date-parts'][0]?.[0],
      doi: citation?.DOI?.toLowerCase(),
      pmid: citation?.PMID,
      pmcid: citation?.PMCID,
      number: citation?.number,
    }
    for (const field of ['year', 'doi', 'pmid', 'pmcid', 'number'] as const) {
      const value = layout[field]
      const wanted = typeof value === 'string' ? (field === 'doi' ? value.toLowerCase() : value) : value
      expect([field, read[field]]).toEqual([field, open.includes(field) ? undefined : wanted])
    }
    if (layout.type) expect(citation?.type).toBe(layout.type)
  })
})
