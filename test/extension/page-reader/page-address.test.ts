import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pageAddress } from '../../../extension/page-reader/page/canonical-address.ts'
import { identifiersInAddress } from '../../../shared/citations/address-identifiers.ts'
import { type Citation } from '../../../shared/citations/citation.ts'
import { normalisePmcid } from '../../../shared/citations/identifiers.ts'
import { sameItem } from '../../../shared/citations/same-item.ts'

const site = 'https://guide.example.org'

describe('[C9] a canonical address', () => {
  it.each([
    ['/article/6?fbclid=1', '/article/6'],
    ['/article/6/full', '/article/6'],
    ['/articles/12345/bed-alarms-and-falls', '/articles/12345'],
    ['/article/6', '/article/6/bed-alarms-and-falls'],
    ['/?p=123', '/2020/01/bed-alarms-and-falls'],
    ['/doi/10.5555/a.b.1', '/doi/full/10.5555/a.b.1'],
    ['/doi/abs/10.5555/a.b.1?cid=3', '/doi/10.5555/a.b.1'],
    ['/article/6?lang=es&print=true', '/article/6'],
    ['/app#/article/11', '/article/11'],
    ['/article/6?print=1', '/article/6'],
    ['/', '/'],
  ])('of %s is believed to be %s', (found, own) => expect(pageAddress(site + found, site + own)).toBe(site + own))

  it.each([
    ['/document/77', '/document/'],
    ['/document/77', '/'],
    ['/en/item/7', '/en'],
    ['/en/item/7', '/en/index.html'],
    ['/view.aspx?id=77', '/view.aspx'],
    ['/view.aspx?cid=77&lang=es', '/view.aspx?lang=es'],
    ['/view.aspx?id=78', '/view.aspx?id=77'],
    ['/paper/8', '/paper/7'],
    ['/topics/bed-alarms', '/topics/insulin-errors'],
    ['/doi/10.5555/is.2021.77', '/doi/10.5555/is.2020.1'],
    ['/news/2024/bed-alarms-and-falls', '/news'],
    ['/item/77', '/search'],
    ['/app#/article/11', '/app'],
    ['/app#/article/11', '/article/12'],
  ])('of %s is not believed to be %s', (found, own) => expect(pageAddress(site + found, site + own)).toBe(site + found))

  it.each(['https://other.example.com/document/77', 'javascript:void(0)', 'https://', 'mailto:a@b.example'])(
    'on another site is not believed: %s',
    (own) => expect(pageAddress(`${site}/document/77`, own)).toBe(`${site}/document/77`),
  )

  it('is of the same site by its registered name, also below "ac.uk"', () => {
    expect(pageAddress('https://m.trust.ac.uk/paper/7', 'https://www.trust.ac.uk/paper/7')).toBe('https://www.trust.ac.uk/paper/7')
    expect(pageAddress('https://one.ac.uk/paper/7', 'https://other.ac.uk/paper/7')).toBe('https://one.ac.uk/paper/7')
  })
})

interface Case {
  id: string
  what: 'normalise' | 'doi-in-address' | 'pair' | 'keys'
  as?: string
  text?: string
  address?: string
  a: Citation & { address: string; canonical?: string }
  b: Citation & { address: string; canonical?: string }
  want: string
}
const file = new URL('../../../../shared/cases/identifiers.json', import.meta.url)
const cases = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }).cases : []

const answerTo = ({ what, text = '', address = '', a, b }: Case): string | undefined => {
  if (what === 'normalise') return normalisePmcid(text)
  if (what === 'doi-in-address') return identifiersInAddress(address).DOI
  if (what === 'keys') return sameItem(a, b) ? 'same' : 'apart'
  const [one, other] = [a, b].map((page) => ({ title: 'One title', URL: pageAddress(page.address, page.canonical ?? '') }))
  return one && other && sameItem(one, other) ? 'same' : 'apart'
}

describe.skipIf(cases.length === 0)('[C8] [C9] collected cases of identifiers', () => {
  it.each(cases.map((one) => [one.id, one] as const))('%s', (_id, one) => expect(answerTo(one)).toBe(one.want))
})
