import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { citationSchema } from '../../../shared/citations/citation.ts'
import { citationKeys } from '../../../shared/citations/same-item.ts'
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

  it('gives what it gave when it is read again', () => {
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

  it('is the address without what two visits differ by', () => {
    const one = keys({ URL: 'https://www.Example.org/a/?b=1#c' })
    expect(one).toEqual(keys({ URL: 'http://example.org/a?b=1' }))
    expect(one).not.toEqual(keys({ URL: 'http://example.org/a?b=2' }))
    expect(keys({})).toEqual([])
  })
})

describe('the schema', () => {
  it('drops what it does not know and refuses what is too long', () => {
    expect(v.parse(citationSchema, { type: 'article-journal', abstract: 'never', title: ' A ' })).toEqual({
      type: 'article-journal',
      title: 'A',
    })
    expect(v.safeParse(citationSchema, { type: 'a', title: 'x'.repeat(501) }).success).toBe(false)
    expect(v.safeParse(citationSchema, { type: 'a', URL: 'javascript:alert(1)' }).success).toBe(false)
    expect(v.safeParse(citationSchema, { type: 'a', author: Array.from({ length: 101 }, () => ({ literal: 'x' })) }).success).toBe(false)
  })
})
