import { describe, expect, test } from 'vitest'
import { crossrefWork } from '../../../shared/lookups/crossref.ts'
import { fillCitation } from '../../../shared/lookups/fill-citation.ts'
import { pubmedPages, pubmedTitle } from '../../../shared/lookups/pubmed-texts.ts'
import { jsonOf } from '../../../shared/lookups/answer.ts'
import { tidyCitation } from '../../../shared/citations/tidy-citation.ts'

const kept = tidyCitation({
  type: 'article-journal',
  title: 'Beds by the window and delirium',
  DOI: '10.5555/beds.1',
  'container-title': 'Annals of Wards',
  author: [{ family: 'Brindle', given: 'O' }],
})

describe('[K2] filling', () => {
  test('what is missing is filled by the first who has it; what is there stays', () => {
    const filling = fillCitation(kept, [
      { service: 'crossref', citation: { DOI: '10.5555/BEDS.1', title: 'Another title altogether of wards', volume: '7', page: '1-9' } },
      { service: 'pubmed', citation: { DOI: '10.5555/beds.1', PMID: '39990001', volume: '8' } },
    ])
    expect(filling.filled).toEqual([
      { field: 'volume', value: '7', service: 'crossref' },
      { field: 'page', value: '1-9', service: 'crossref' },
      { field: 'PMID', value: '39990001', service: 'pubmed' },
    ])
    expect(filling.differences.map(({ field, offered }) => [field, offered.map(({ service }) => service)])).toEqual([
      ['title', ['crossref']],
    ])
  })
  test('whoever tells of another item fills nothing', () => {
    expect(fillCitation(kept, [{ service: 'crossref', citation: { DOI: '10.5555/other', volume: '7' } }]).filled).toEqual([])
    const untold = tidyCitation({ type: 'article-journal', title: 'Beds by the window' })
    expect(fillCitation(untold, [{ service: 'crossref', citation: { title: 'Zinc for croup', volume: '7' } }]).filled).toEqual([])
  })
  test.each([
    ['The Annals of Wards', '1-9'],
    ['Annals of Wards (Northtown, Examplia)', '1-9'],
  ])('spellings of one thing are no difference: %s', (journal, page) =>
    expect(
      fillCitation({ ...kept, page: '1-9' }, [{ service: 'pubmed', citation: { DOI: kept.DOI, 'container-title': journal, page } }])
        .differences,
    ).toEqual([]),
  )
  test('names in broken letters are not offered', () => {
    const { author: _, ...unnamed } = kept
    const broken = { DOI: kept.DOI, author: [{ family: 'CastaÃ±o', given: 'R' }] }
    expect(fillCitation(unnamed, [{ service: 'crossref', citation: broken }]).filled).toEqual([])
  })
  test('a year alone and a day in it agree', () => {
    const dated = { ...kept, issued: { 'date-parts': [[2021]] } }
    const offered = { DOI: kept.DOI, issued: { 'date-parts': [[2021, 3, 4]] } }
    expect(fillCitation(dated, [{ service: 'crossref', citation: offered }]).differences).toEqual([])
  })
})

describe('[K2] how Crossref names authors', () => {
  const authors = (author: unknown): unknown =>
    tidyCitation(crossrefWork({ DOI: '10.5555/x', title: ['T'], author })?.citation ?? {}).author
  test.each<[string, unknown, unknown]>([
    ['a suffix of its own', { given: 'Ana', family: 'Brindle', suffix: 'Jr.' }, { family: 'Brindle Jr.', given: 'Ana' }],
    ['a family name alone', { family: 'The Editors of Wards' }, { literal: 'The Editors of Wards' }],
    ['a name alone', { name: 'The Made Up Staff' }, { literal: 'The Made Up Staff' }],
    ['on whose behalf', { name: 'for the Beds Consortium (BEDSCAN)' }, { literal: 'Beds Consortium (BEDSCAN)' }],
  ])('%s', (_, said, wanted) => expect(authors([said])).toEqual([wanted]))
  test('a group keeps its place among people', () =>
    expect(authors([{ given: 'A', family: 'B' }, { name: 'for the Beds Consortium' }, { given: 'C', family: 'D' }])).toEqual([
      { family: 'B', given: 'A' },
      { literal: 'Beds Consortium' },
      { family: 'D', given: 'C' },
    ]))
})

describe('[K2] how NLM writes', () => {
  test.each([
    ['637-41', '637-641'],
    ['S172-80', 'S172-S180'],
    ['SUPPL:4309-22', 'SUPPL:4309-4322'],
    ['101-9', '101-109'],
    ['e5807', 'e5807'],
    ['CD990001', 'CD990001'],
    ['1-12', '1-12'],
    ['', ''],
  ])('pages %s are %s', (said, page) => expect(pubmedPages(said)).toBe(page))
  test.each([
    ['[Zinc for croup].', 'Zinc for croup'],
    ['[Zinc for [severe] croup].', 'Zinc for [severe] croup'],
    ['Zinc for croup.', 'Zinc for croup'],
    ['[Zinc] for croup.', '[Zinc] for croup'],
    ['What now...', 'What now...'],
  ])('the title %s is %s', (said, title) => expect(pubmedTitle(said)).toBe(title))
})

describe('[K1] answers that are none', () => {
  test.each([
    ['HTML with 200', { status: 200, body: '<!doctype html><title>Maintenance</title>' }, 'unreadable'],
    ['an answer cut in the middle', { status: 200, body: '{"message":{"DOI":"10.55' }, 'unreadable'],
    ['nothing', { status: 200, body: '' }, 'unreadable'],
    ['a number', { status: 200, body: '7' }, 'unreadable'],
    ['null', { status: 200, body: 'null' }, 'unreadable'],
    ['not there', { status: 404, body: 'Resource not found.' }, 'missing'],
    ['too fast', { status: 429, body: '' }, 'busy'],
    ['shut out by hand', { status: 403, body: '' }, 'busy'],
    ['a gateway', { status: 504, body: '<html>' }, 'down'],
    ['a redirect', { status: 302, body: '' }, 'unreadable'],
  ])('%s', (_, reply, failed) => expect(jsonOf(reply)).toMatchObject({ failed }))
})
