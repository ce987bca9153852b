import { createRequire } from 'node:module'
import { describe, expect, it, test } from 'vitest'
import { items } from '../../bench/references/items.ts'
import { keptShare, roundTrip } from '../../bench/references/round-trip.ts'
import { roundTripTable } from '../../bench/references/table.ts'
import { citationJs } from '../../bench/references/tool.ts'
import { citationFormatKeys, citationFormatOf, writeCitations } from '../../../shared/citations/citation-formats.ts'

describe('[E4] references read back by other programs', () => {
  it.each(citationFormatKeys)('keep what %s can hold', (format) => {
    const trip = roundTrip(citationJs(), format)
    expect(keptShare(trip), roundTripTable([trip])).toBeGreaterThanOrEqual(0.98)
  })
})

interface Style {
  format: (what: string, options: object) => string
}
const Cite = createRequire(import.meta.url)('citation-js') as new (text: string) => Style & { data: { type: string }[] }
const inStyle = (name: string, template: string): string =>
  new Cite(writeCitations(citationFormatOf('csl-json'), [items[name] ?? { type: '' }])).format('bibliography', { template, lang: 'en-US' })

test.each([
  ['initials', 'Poe, J. P., Ek, J. R. R., & Ito, A.', 'Poe JP, Ek JRR, Ito A.'],
  ['initials with points', 'Poe, J. P., & Ek, K. T.', 'Poe JP, Ek KT.'],
  ['junior', 'Smith, J., Jr, & Poe, J.', 'Smith J Jr, Poe J.'],
  ['group with commas', 'Centers for Testing, Prevention and Care. (2021)', 'Centers for Testing, Prevention and Care.'],
  ['small word inside', 'García de la Vega, A., & Santos da Silva, R.', 'García de la Vega A, Santos da Silva R.'],
])('[E4] styles print the names of “%s” whole', (name, apa, vancouver) => {
  expect(inStyle(name, 'apa')).toContain(apa)
  expect(inStyle(name, 'vancouver')).toContain(vancouver)
})

test.each(citationFormatKeys)('[E4] neither a preprint nor an entry of a registry is an article of a journal in %s', (format) => {
  const papers = ['arXiv', 'preprint', 'trial', 'review', 'page'].map((name) => items[name] ?? { type: '' })
  for (const { type } of new Cite(writeCitations(citationFormatOf(format), papers)).data) expect(type).not.toBe('article-journal')
})
