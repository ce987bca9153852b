import { expect, test } from 'vitest'
import { readCrossref, readCrossrefList } from '../../../shared/lookups/crossref.ts'
import { readEuropePmc } from '../../../shared/lookups/europepmc.ts'
import { pubmedStanding } from '../../../shared/lookups/pubmed-standing.ts'
import { readSummaries } from '../../../shared/lookups/pubmed-summary.ts'
import { outcomeFor, guardedOutcome } from '../../../worker/bank/lookups/lookup-outcome.ts'

const reply = (body: object): { status: number; body: string } => ({ status: 200, body: JSON.stringify(body) })
const work = (title: string): object => ({ status: 'ok', message: { DOI: '10.5555/a', title: [title] } })

test.each([
  ['Crossref, with a list in it', readCrossrefList(reply({ status: 'failed', message: { items: [] } }))],
  ['Crossref, of its own', readCrossref(reply({ status: 'error', message: { DOI: '10.5555/a' } }))],
  ['Europe PMC, with a count', readEuropePmc(reply({ hitCount: 0, errCode: 500, resultList: { result: [] } }))],
  ['PubMed, of a number that it has nothing of', readSummaries(reply({ result: { uids: ['1', '2'], 1: { uid: '1' } } }))],
])('[K1] an error inside 200 is no answer: %s', (_, answer) => expect(answer).toEqual({ failed: 'unreadable' }))

test('[K3] the mark that is taken off a title stays as a hint where nothing else tells of it', () => {
  const answer = readCrossref(reply(work('RETRACTED: Beds by the window')))
  expect(answer).toMatchObject({
    found: {
      citation: { title: 'Beds by the window' },
      said: [
        { service: 'crossref', kind: 'none' },
        { service: 'crossref', kind: 'retracted', hint: true },
      ],
    },
  })
})

test('a formula in a title is a word of its own', () => {
  const formula = (sign: string): string => `<mml:math><mml:mi>${sign}</mml:mi></mml:math>`
  const answer = readCrossref(reply(work(`Waves of order with${formula('L')}data, (${formula('k')}) and -${formula('x')}`)))
  expect(answer).toMatchObject({ found: { citation: { title: 'Waves of order with L data, (k) and -x' } } })
})

test('the day in the reference of a notice is that of the paper that it is about, and is not told as its own', () => {
  const link = { pmid: '8393056', reference: 'J Made Up Wards. 1993 Aug;168(2):336-44' }
  expect(pubmedStanding('pubmed', [], [{ ...link, type: 'Retraction of' }])).toEqual([
    { service: 'pubmed', kind: 'notice', notice: { pmid: '8393056' } },
  ])
  expect(pubmedStanding('pubmed', [], [{ ...link, type: 'Retraction in' }])).toMatchObject([{ date: '1993-08' }])
})

test('[K2] of a citation that the patient guard stops in one place the rest is filled in', () => {
  const said = {
    service: 'pubmed',
    ids: { pmid: '1' },
    citation: { PMID: '1', title: 'Jubilee of the academy, 26-28 September 1991', page: '1-191', volume: '7' },
    publicationTypes: [],
    said: [],
  } as const
  const outcome = outcomeFor(
    { id: crypto.randomUUID(), citation: { type: 'article-journal', PMID: '1' } },
    { pubmed: { at: 1, record: said } },
  )
  expect(outcome.citation).toHaveProperty('title')
  expect(guardedOutcome(outcome)).toMatchObject({ citation: { page: '1-191', volume: '7' }, by: { page: 'pubmed', volume: 'pubmed' } })
  expect(guardedOutcome(outcome).citation).not.toHaveProperty('title')
  expect(guardedOutcome(outcome).by).not.toHaveProperty('title')
})
