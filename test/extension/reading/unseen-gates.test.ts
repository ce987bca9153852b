import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { pageReadingSchema } from '../../../extension/reading/reading.ts'

/** Written down in one go, before the rules that are told by structure: window and heading of what stands in a paper's place. */
const gates = [
  'Institutional users, continue here',
  'Your library card is needed for this',
  'We could not confirm your affiliation',
  'Sorry, this page has moved on',
  'Nothing lives at this address',
  'This DOI has not been activated',
  'Oops! We lost that paper',
  'Taking a short nap: back soon',
  'Let us make sure it is you',
  'One more step before the article',
  'Get the whole story with a membership',
  'Reading room closed to guests',
  'Su biblioteca no figura en la lista',
  'La página se ha mudado',
  'Compruebe que es usted una persona',
  'Volvemos en unos minutos',
  'Elija cómo quiere leer este artículo',
  'Hágase con el artículo completo',
  'Sua instituição não foi reconhecida',
  'Voltamos já: o sítio descansa',
  'A página mudou de lugar',
  'Votre établissement n’est pas reconnu',
  'Cette page a déménagé',
  'Nous revenons dans un instant',
  'Lisez la suite avec un abonnement',
  'Ihre Einrichtung wurde nicht erkannt',
  'Diese Seite ist umgezogen',
  'Gleich geht es weiter',
  'Weiter mit Ihrer Bibliothek',
  'Der Artikel wurde verschoben',
] as const

const head = (citation: object): object => ({
  citation: { type: 'article-journal', ...citation },
  isSure: true,
  isCut: false,
  isCited: false,
})

/** A long page without metadata at a paper's address, with what it prints. */
const pageCalled = (title: string, printed: object, password = false): object => ({
  kind: 'citation',
  citation: { type: 'article-journal', DOI: '10.5555/a.1', title },
  publicationTypes: [],
  quote: null,
  entries: [],
  little: null,
  reason: null,
  address: 'https://journal.example.org/doi/10.5555/a.1',
  window: `${title} | Invented Journals`,
  headings: [title],
  password,
  described: false,
  printed,
})

const read = (raw: object) => v.parse(pageReadingSchema, raw)

describe('a page at a paper’s address that prints nothing of a paper', () => {
  test.each(gates)('is not the paper: %s', (title) => {
    const { kind, citation } = read(pageCalled(title, head({ title })))
    expect(kind).toBe('blocked')
    expect(citation).toEqual({ type: 'article-journal', DOI: '10.5555/a.1', URL: 'https://journal.example.org/doi/10.5555/a.1' })
  })

  test('is asked what it prints before that is said', () => {
    const { printed: _, ...raw } = pageCalled('Nothing lives at this address', {}) as { printed: unknown }
    expect(read(raw)).toMatchObject({ kind: 'citation', short: true })
  })

  test('asks for a sign-in where it has a field for a password', () => {
    expect(read(pageCalled('Continue here', head({ title: 'Continue here' }), true)).reason).toBe('sign-in')
    expect(read(pageCalled('Continue here', head({ title: 'Continue here' }))).reason).toBe('unreadable')
  })
})

describe('a page that prints a paper', () => {
  test.each([
    ['its authors', { author: [{ family: 'Poe', given: 'Ann' }] }],
    ['its DOI', { DOI: '10.5555/a.1' }],
    ['where it appeared', { volume: '7', issue: '2' }],
    ['its journal', { 'container-title': 'Journal of Nothing' }],
    ['its number in PubMed', { PMID: '39990001' }],
  ])('is read where it prints %s', (_, printed) => {
    const title = 'Access denied, access granted: doors of a ward'
    expect(read(pageCalled(title, head({ title, ...printed })))).toMatchObject({
      kind: 'citation',
      citation: { title, DOI: '10.5555/a.1' },
    })
  })
})
