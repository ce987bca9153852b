import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { endOf, pickEntry } from '../../../extension/capture/source-of.ts'
import { pageReadingSchema } from '../../../extension/reading/reading.ts'

const title = 'Double checks at the door of the ward'
const said = {
  type: 'article-journal',
  title,
  author: [{ family: 'Poe', given: 'Ann' }],
  'container-title': 'The New England Journal of Medicine',
  issued: { 'date-parts': [[2024, 5]] },
  DOI: '10.5555/a.1',
}

/** A reading whose metadata say that, on a page that prints that. */
const read = (own: object, more: object = {}, head: object = {}) =>
  v.parse(pageReadingSchema, {
    kind: 'citation',
    citation: said,
    publicationTypes: [],
    quote: null,
    entries: [],
    little: null,
    reason: null,
    address: 'https://journal.example.org/read/1',
    window: 'Invented Journals',
    headings: [title],
    described: true,
    printed: { citation: { type: 'article-journal', title, ...own }, isSure: true, isCut: false, isCited: false, ...head },
    ...more,
  })

describe('[C10] a field of which page and metadata say other things', () => {
  test.each([
    ['the authors', { author: [{ family: 'Ruiz' }, { family: 'Lee' }] }, { author: 'differ' }],
    ['the journal', { 'container-title': 'Neonatal Nursing' }, { 'container-title': 'differ' }],
    ['the year', { issued: { 'date-parts': [[2019]] } }, { issued: 'differ' }],
    ['the DOI', { DOI: '10.5555/b.77' }, { DOI: 'differ' }],
    ['the title', { title: 'Something else that the page is called by' }, { title: 'differ' }],
  ])('is one to look at: %s', (_, own, doubts) => {
    expect(read(own).doubts).toEqual(doubts)
  })

  test('is none where they say the same in another form', () => {
    const own = {
      author: [{ family: 'Poe', given: 'A.' }, { family: 'Ruiz' }],
      'container-title': 'N Engl J Med',
      issued: { 'date-parts': [[2023, 11]] },
      DOI: '10.5555/A.1',
    }
    expect(read(own).doubts).toEqual({})
  })

  test('is none where only accents differ', () => {
    const [citation, own] = [
      { ...said, 'container-title': 'Pediatría' },
      { 'container-title': 'Pediatria', author: [{ family: 'Poé' }] },
    ]
    expect(read(own, { citation }).doubts).toEqual({})
  })

  test('is the DOI where the address names another', () => {
    const printed = { printed: null, address: 'https://journal.example.org/doi/10.5555/other.9', headings: [] }
    expect(read({}, printed).doubts).toEqual({ DOI: 'differ' })
  })
})

describe('[C10] a field that nobody is sure of', () => {
  test('is one to look at: a title that no heading confirms, authors of whom only some are shown', () => {
    const undescribed = { described: false, citation: { type: 'article-journal', title: 'Home', DOI: '10.5555/a.1' } }
    const { citation, doubts } = read({ volume: '7', issue: '1' }, undescribed, { isSure: false })
    expect(citation?.title).toBe(title)
    expect(doubts).toEqual({ title: 'unsure' })

    const { author: _, ...anonymous } = said
    const cut = read({ author: [{ family: 'Poe' }] }, { citation: anonymous }, { isCut: true })
    expect(cut.doubts).toEqual({ author: 'unsure' })
  })
})

test('[C10] the draft is told which fields to look at, until another item of the page is picked', () => {
  const end = endOf(read({ 'container-title': 'Neonatal Nursing' }))
  if (!('source' in end)) throw new Error('No source')
  expect(end.source.doubts).toEqual({ 'container-title': 'differ' })
  expect(pickEntry(end.source, { title: 'Other', citation: { type: 'article', title: 'Other' } }).doubts).toBeUndefined()
  expect(endOf(read({}))).not.toHaveProperty('source.doubts')
})
