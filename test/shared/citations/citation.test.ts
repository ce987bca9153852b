import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { citationSchema } from '../../../shared/citations/citation-schema.ts'
import { citationKeys } from '../../../shared/citations/citation-keys.ts'
import { normaliseArxiv, normaliseDoi, normaliseNct, normalisePmcid, normalisePmid } from '../../../shared/citations/identifiers.ts'

describe('identifiers', () => {
  it.each([
    ['10.5555/abc', '10.5555/abc'],
    ['doi:10.5555/abc.', '10.5555/abc'],
    ['https://doi.org/10.5555%2Fabc?x=1#y', '10.5555/abc'],
    ['https://doi-org.ezproxy.example.edu/10.5555/abc', '10.5555/abc'],
    ['info:doi/10.5555/abc', '10.5555/abc'],
    ['(see doi: 10.5555/abc)', '10.5555/abc'],
    ['10.1016/S0735-1097(99)00387-3', '10.1016/S0735-1097(99)00387-3'],
    ['10.5555/a\u2010b\u200b', '10.5555/a-b'],
    ['10.5555/', undefined],
    ['10.5/abc', undefined],
    ['version 110.5555/abc', undefined],
    ['no identifier', undefined],
  ])('reads the DOI of %s', (text, doi) => expect(normaliseDoi(text)).toBe(doi))

  it.each([
    [normalisePmid, 'PMID: 0123', '123'],
    [normalisePmid, 'https://pubmed.ncbi.nlm.nih.gov/123/', '123'],
    [normalisePmid, '123 people', undefined],
    [normalisePmcid, 'PMCID: PMC123', 'PMC123'],
    [normalisePmcid, 'https://pmc.ncbi.nlm.nih.gov/articles/pmc0123/', 'PMC123'],
    [normalisePmcid, 'https://www.ncbi.nlm.nih.gov/pmc/articles/5815332', 'PMC5815332'],
    [normalisePmcid, '123', undefined],
    [normaliseArxiv, 'arXiv:2101.00001v2', '2101.00001'],
    [normaliseArxiv, 'https://arxiv.org/abs/math.GT/0309136', 'math.gt/0309136'],
    [normaliseArxiv, '2101.00001', undefined],
    [normaliseNct, 'https://clinicaltrials.gov/study/nct01234567', 'NCT01234567'],
    [normaliseNct, 'NCT0123', undefined],
  ] as const)('%o reads %s', (read, text, identifier) => expect(read(text)).toBe(identifier))

  it('parsing a citation again gives the same citation', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (tail) => {
        const doi = normaliseDoi(`10.5555/${tail}`)
        if (doi) expect(normaliseDoi(doi)).toBe(doi)
      }),
    )
  })
})

describe('identity', () => {
  const keys = (fields: object): string[] => citationKeys(fields)

  it('is the same by any identifier, whatever its case', () => {
    expect(keys({ DOI: '10.5555/AbC', PMID: '1', PMCID: 'PMC2' })).toEqual(['doi:10.5555/abc', 'pmid:1', 'pmcid:PMC2'])
    expect(keys({ DOI: '10.48550/arXiv.2101.00001' })).toContain('arxiv:2101.00001')
    expect(keys({ number: 'arXiv:2101.00001' })).toEqual(['arxiv:2101.00001'])
    expect(keys({ number: 'NCT01234567' })).toEqual(['nct:NCT01234567'])
  })

  it('is the address without the parts that differ between visits', () => {
    const one = keys({ URL: 'https://www.Example.org/a/?b=1#c' })
    expect(one).toEqual(keys({ URL: 'http://example.org/a?b=1' }))
    expect(one).not.toEqual(keys({ URL: 'http://example.org/a?b=2' }))
    expect(keys({})).toEqual([])
  })
})

const kept = (said: object): Record<string, unknown> => ({ ...v.parse(citationSchema, { type: 'article-journal', ...said }) })

describe('[C14] a citation is not refused for one field', () => {
  it('drops unknown fields', () => {
    expect(kept({ abstract: 'never', title: ' A ' })).toEqual({ type: 'article-journal', title: 'A' })
    for (const nothing of [null, 'Tea', 7, [], ['Tea']]) expect(v.safeParse(citationSchema, nothing).success).toBe(false)
  })

  it.each<[string, object, object]>([
    ['a number as a text', { PMID: 39990002, volume: 6, issue: 0 }, { PMID: '39990002', volume: '6', issue: '0' }],
    ['a PMID with its name', { PMID: 'PMID: 39990002' }, { PMID: '39990002' }],
    ['an address of a PMID', { PMID: 'https://pubmed.ncbi.nlm.nih.gov/39990002/' }, { PMID: '39990002' }],
    ['a PMCID without letters', { PMCID: '991234' }, { PMCID: 'PMC991234' }],
    ['an address of a PMCID', { PMCID: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC991234/' }, { PMCID: 'PMC991234' }],
    ['a PMCID with a version', { PMCID: 'PMC991234.1' }, { PMCID: 'PMC991234' }],
    ['an address of a DOI', { DOI: 'http://dx.doi.org/10.5555/tea.3' }, { DOI: '10.5555/tea.3' }],
    ['a DOI with its name', { DOI: 'doi:10.5555/tea.3' }, { DOI: '10.5555/tea.3' }],
    ['what is no identifier', { DOI: 'none', PMID: '0', PMCID: 'x' }, { cut: ['DOI', 'PMID', 'PMCID'] }],
    ['an address that could run', { URL: 'javascript:alert(1)' }, { cut: ['URL'] }],
    ['an address that is too long', { URL: `https://e.example/${'x'.repeat(2000)}` }, { cut: ['URL'] }],
    [
      'lists of titles',
      { title: ['Tea', 'T'], 'container-title': ['Invented Quality'] },
      { title: 'Tea', 'container-title': 'Invented Quality' },
    ],
    ['lists of ISSN', { ISSN: ['1234-5679', '8765-4321'] }, { ISSN: '1234-5679, 8765-4321' }],
    ['a date of nothing', { issued: { 'date-parts': [[null]] } }, {}],
    ['a date of texts', { issued: { 'date-parts': [['2021', '06']] } }, { issued: { 'date-parts': [[2021, 6]] } }],
    ['a season', { issued: { 'date-parts': [[2021]], season: 2 } }, { issued: { 'date-parts': [[2021]] } }],
    ['a season as a month', { issued: { 'date-parts': [[2021, 21]] } }, { issued: { 'date-parts': [[2021]] } }],
    ['a month of nought', { issued: { 'date-parts': [[2021, 0, 0]] } }, { issued: { 'date-parts': [[2021]] } }],
    ['a raw date', { issued: { raw: '2021-06-01T00:00:00Z' } }, { issued: { 'date-parts': [[2021, 6, 1]] } }],
    ['a date as text', { issued: '2021' }, { issued: { 'date-parts': [[2021]] } }],
    ['a date of words', { issued: { literal: 'in press' } }, {}],
    ['three dates', { issued: { 'date-parts': [[2021], [2022], [2023]] } }, { issued: { 'date-parts': [[2021], [2022]] } }],
    ['a suffix', { author: [{ family: 'Lund', given: 'Bo', suffix: 'Sr' }] }, { author: [{ family: 'Lund Sr', given: 'Bo' }] }],
    [
      'particles',
      { author: [{ family: 'Dyke', given: 'Bo', 'non-dropping-particle': 'van' }] },
      { author: [{ family: 'van Dyke', given: 'Bo' }] },
    ],
    ['a group of Crossref', { author: [{ name: 'The Tea Group', sequence: 'first' }] }, { author: [{ literal: 'The Tea Group' }] }],
    ['a given name alone', { author: [{ given: 'Plato' }] }, { author: [{ literal: 'Plato' }] }],
    ['names that are texts', { author: ['The Tea Group', '', null] }, { author: [{ literal: 'The Tea Group' }] }],
    ['one author, no list', { author: { family: 'Lund' } }, { author: [{ family: 'Lund' }] }],
    ['a standing that there is not', { standing: 'loved', standingSeen: 'moon' }, {}],
    ['what was cut before', { cut: ['author', 'nonsense'] }, { cut: ['author'] }],
  ])('%s', (_, said, want) => expect(kept(said)).toEqual({ type: 'article-journal', ...want }))

  it('cuts a long title at a word, and says so', () => {
    const { title, cut } = kept({ title: 'weighing '.repeat(90) })
    expect(title).toMatch(/^(?:weighing )+weighing…$/)
    expect([String(title).length > 480, String(title).length <= 500, cut]).toEqual([true, true, ['title']])
  })

  it('keeps as many of hundreds of authors as fit, and says when there were more', () => {
    const names = (count: number, family = 'Lund'): object => ({
      author: Array.from({ length: count }, (_, at) => ({ family: `${family}${at}` })),
    })
    expect(kept(names(290))).not.toHaveProperty('cut')
    expect(kept(names(290))['author']).toHaveLength(290)
    expect(kept(names(301))).toMatchObject({ cut: ['author'], author: { length: 300 } })
    const long = kept(names(300, 'L'.repeat(190)))
    expect([(long['author'] as object[]).length > 30, JSON.stringify(long).length < 8400, long['cut']]).toEqual([true, true, ['author']])
  })

  const anything = fc.oneof(
    { maxDepth: 2 },
    fc.jsonValue({ maxDepth: 3 }),
    fc.string({ unit: 'binary', maxLength: 3000 }),
    fc.integer(),
    fc.array(fc.record({ family: fc.string(), given: fc.jsonValue({ maxDepth: 1 }), suffix: fc.string() }, { requiredKeys: [] })),
    fc.constantFrom('10.5555/a.', 'PMID:1', `10.1234${'.1'.repeat(200)}/x`, 'x'.repeat(5000), '😀'.repeat(400)),
  )
  const fields = [
    'title',
    'author',
    'container-title',
    'volume',
    'page',
    'issued',
    'DOI',
    'PMID',
    'PMCID',
    'ISSN',
    'URL',
    'language',
    'cut',
  ]

  it('property: whatever its fields contain, it is kept, and keeping it again changes nothing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields, 'standing', 'type', '__proto__', 'other'), anything), (said) => {
        const read = v.safeParse(citationSchema, said)
        expect(read.issues).toBeUndefined()
        expect(v.parse(citationSchema, read.output)).toEqual(read.output)
      }),
    )
  })
})

interface Case {
  id: string
  answer: object
  authors?: number
  titleLetters?: number
  want: object
  contains?: Record<string, string>
  absent?: string[]
  keepsAuthors?: number
  keepsTitle?: number
  suffix?: string
}
const file = new URL('../../../../shared/cases/citation-schema.json', import.meta.url)
const cases = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }).cases : []

describe.skipIf(cases.length === 0)('[C14] answers of services that were refused before', () => {
  it.each(cases.map((one) => [one.id, one] as const))('%s', (_, one) => {
    const read = kept({
      ...one.answer,
      ...(one.authors ? { author: Array.from({ length: one.authors }, (_one, at) => ({ family: `Lund${at}`, given: 'A' })) } : {}),
      ...(one.titleLetters ? { title: 'abcdefghi '.repeat(one.titleLetters / 10).trim() } : {}),
    })
    expect(read).toMatchObject(one.want)
    for (const [field, part] of Object.entries(one.contains ?? {})) expect(read[field]).toContain(part)
    for (const field of one.absent ?? []) expect(read).not.toHaveProperty(field)
    expect((read['author'] as object[] | undefined)?.length ?? 0).toBeGreaterThanOrEqual(one.keepsAuthors ?? 0)
    expect(String(read['title']).length).toBeGreaterThanOrEqual(one.keepsTitle ?? 0)
    if (one.suffix) expect(JSON.stringify(read['author'])).toContain(one.suffix)
  })
})
