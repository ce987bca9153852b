import { createRequire } from 'node:module'
import { describe, expect, it, test } from 'vitest'
import type { Citation } from '../../../shared/citations/citation.ts'
import {
  citationFile,
  type CitationFormatKey,
  citationFormatOf,
  citationFormats,
  fileNameOf,
  writeCitations,
} from '../../../shared/citations/citation-formats.ts'

const writing =
  (key: CitationFormatKey) =>
  (citations: readonly Citation[]): string =>
    writeCitations(citationFormatOf(key), citations)
const [toRis, toBibtex, toCslJson] = [writing('ris'), writing('bibtex'), writing('csl-json')]

interface Parsed {
  data: Record<string, unknown>[]
}
/** The oracle: another program that reads these formats. */
const Cite = createRequire(import.meta.url)('citation-js') as new (text: string) => Parsed
const readBack = (text: string): Record<string, unknown>[] => new Cite(text).data

const paper: Citation = {
  type: 'article-journal',
  title: 'Fewer infections: 50% less & cheaper_{x} for #1 ~ {A}',
  author: [{ family: 'Vries', given: 'Anna M.' }, { family: 'Żaba', given: 'B' }, { literal: 'The Line and Sepsis Group' }],
  'container-title': 'Quality & Safety',
  volume: '12',
  issue: '3',
  page: '101-109',
  issued: { 'date-parts': [[2021, 6, 5]] },
  DOI: '10.1016/S0735-1097(99)00387-3',
  PMID: '123',
  PMCID: 'PMC12',
  ISSN: '1111-2222',
  URL: 'https://example.org/a_b?c=1&d=%20',
  language: 'en',
}

const familiesOf = (item: Record<string, unknown> | undefined): string[] =>
  ((item?.['author'] ?? []) as { family: string }[]).map(({ family }) => family)

const common = {
  title: paper.title,
  'container-title': paper['container-title'],
  volume: '12',
  issue: '3',
  page: '101-109',
  DOI: paper.DOI,
  URL: paper.URL,
  ISSN: paper.ISSN,
}

describe('writers, read back by citation-js', () => {
  it('RIS', () => {
    const [read] = readBack(toRis([paper]))
    expect(read).toMatchObject({ ...common, type: 'article-journal', issued: { 'date-parts': [[2021, 6, 5]] } })
    expect(familiesOf(read)).toEqual(['Vries', 'Żaba', 'The Line and Sepsis Group'])
  })

  it('BibTeX', () => {
    const [read] = readBack(toBibtex([paper]))
    expect(read).toMatchObject({ ...common, type: 'article-journal', PMID: '123', issued: { 'date-parts': [[2021, 6]] } })
    expect(familiesOf(read)).toEqual(['Vries', 'Żaba', 'The Line and Sepsis Group'])
  })

  it('BibTeX gives every entry a key of its own, and keeps particles and suffixes with the family name', () => {
    const read = readBack(toBibtex([paper, paper, { ...paper, author: [{ family: 'von Berg Jr', given: 'Eva' }] }]))
    expect(new Set(read.map(({ id }) => id)).size).toBe(3)
    expect(read[2]?.['author']).toEqual([{ family: 'Berg', given: 'Eva', 'non-dropping-particle': 'von', suffix: 'Jr' }])
  })

  it('CSL-JSON', () => {
    expect(readBack(toCslJson([paper]))[0]).toMatchObject(common)
  })

  it('a line end in a value begins no field', () => {
    const title = 'A\r\nER  - \r\nTY  - BOOK'
    expect(readBack(toRis([{ type: 'webpage', title }]))).toHaveLength(1)
    expect(readBack(toBibtex([{ type: 'webpage', title: 'A},\n url={x}} @book{b, title={c' }]))).toHaveLength(1)
  })
})

describe('a file written in parts', () => {
  it.each(['ris', 'bibtex', 'csl-json'] as const)('equals the file written at once, with the same unique keys: %s', (key) => {
    const file = citationFile(citationFormatOf(key))
    const parts = file.add([paper]) + file.add([]) + file.add([paper, { type: 'webpage', title: 'Page' }]) + file.end()
    expect(parts).toBe(writing(key)([paper, paper, { type: 'webpage', title: 'Page' }]))
    expect(readBack(parts)).toHaveLength(3)
    expect(new Set(readBack(parts).map(({ id }) => id)).size).toBe(3)
  })

  it('of no references is a file too', () => {
    expect(JSON.parse(toCslJson([]))).toEqual([])
    expect(toRis([]) + toBibtex([])).toBe('')
  })

  it.each([
    ['Größe & “Wirkung”: 10 % mehr', 'grosse-wirkung-10-mehr.ris'],
    ['../../../etc/passwd', 'etc-passwd.ris'],
    ['论文', 'references.ris'],
  ])('%s is named %s', (title, name) => {
    expect(fileNameOf(title, 'ris')).toBe(name)
  })
})

test('[E1] [R3] each format notes that an item was retracted, and CSL-JSON has only fields that CSL knows', () => {
  const retracted = { type: 'article-journal', title: 'On weights', standing: 'retracted', standingSeen: 'banner' } as const
  const [ris, bibtex, csl] = citationFormats.map((format) => writeCitations(format, [retracted]))
  expect(ris).toContain('N1  - Retracted or withdrawn')
  expect(bibtex).toContain('note = {Retracted or withdrawn}')
  expect(JSON.parse(csl ?? '')).toEqual([
    { id: 'anonweights', type: 'article-journal', title: 'On weights', note: 'Retracted or withdrawn' },
  ])
})

test('[C14] each format says what was cut', () => {
  for (const format of citationFormats)
    expect(writeCitations(format, [{ type: 'article-journal', title: 'On weights', standing: 'doubted', cut: ['author'] }])).toContain(
      'Expression of concern. Not kept whole: author',
    )
})
