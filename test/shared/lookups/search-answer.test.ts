import { expect, test } from 'vitest'
import { readPubmedSearch } from '../../../shared/lookups/search-answer.ts'
import { haveRecordings, recorded, recordedCases, replyOf } from './recordings.ts'

const answer = (result: object): { status: number; body: string } => ({ status: 200, body: JSON.stringify({ esearchresult: result }) })

test('[K21] what PubMed found, how it understood the search, and what it left out', () => {
  const reply = answer({
    count: '3',
    idlist: ['39990003', '39990002', '39990003', 'x', '0'],
    querytranslation: '"infant"[MeSH Terms] AND zzqq[All Fields]',
    errorlist: { phrasesnotfound: ['zzqq'], fieldsnotfound: ['nosuch'] },
    warninglist: { phrasesignored: ['the'], quotedphrasesnotfound: ['"a b"'], outputmessages: [] },
  })
  expect(readPubmedSearch(reply)).toEqual({
    found: {
      pmids: ['39990003', '39990002'],
      count: 3,
      understood: '"infant"[MeSH Terms] AND zzqq[All Fields]',
      notFound: ['zzqq', 'nosuch', '"a b"'],
    },
  })
})

test('[K21] of a list without an end no more is read than was asked for', () => {
  const idlist = Array.from({ length: 50_000 }, (_, index) => String(30_000_000 + index))
  const read = readPubmedSearch(
    answer({ count: '50000', idlist, errorlist: { phrasesnotfound: idlist }, querytranslation: 'x'.repeat(9000) }),
  )
  expect('found' in read && [read.found.pmids.length, read.found.count, read.found.notFound.length, read.found.understood.length]).toEqual([
    200, 50_000, 10, 2000,
  ])
})

test.each([
  ['HTML', { status: 200, body: '<!doctype html><title>Maintenance</title>' }, 'unreadable'],
  ['an error inside', answer({ ERROR: 'Search Backend failed' }), 'unreadable'],
  ['an error beside a list', answer({ ERROR: 'Search Backend failed', idlist: [], count: '0' }), 'unreadable'],
  ['too fast, with 200', { status: 200, body: '{"error":"API rate limit exceeded"}' }, 'busy'],
  ['too fast', { status: 429, body: '' }, 'busy'],
  ['cut', { status: 200, body: '{"esearchresult":{"count":"1","idlist":["1' }, 'unreadable'],
])('[K21] no answer: %s', (_, reply, failed) => {
  expect(readPubmedSearch(reply)).toMatchObject({ failed })
})

test.skipIf(!haveRecordings)('[K21] the recorded search by a DOI', () => {
  expect(readPubmedSearch(recorded('pubmed/esearch-by-doi.json'))).toEqual({
    found: { pmids: ['9500320'], count: 1, understood: '"10 1016 s0140 6736 97 11096 0"[Publisher ID]', notFound: [] },
  })
})

test.skipIf(!haveRecordings)('[K21] no recorded error is an empty list of papers', () => {
  const cases = recordedCases('pubmed/errors.json')
  expect(cases.length).toBeGreaterThan(0)
  for (const one of cases) expect(readPubmedSearch(replyOf(one))).not.toHaveProperty('found')
})
