import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import '../../../shared/phi/by-language/provide.ts'
import { findPatientInfo } from '../../../shared/phi/detect.ts'

const cases = new URL('../../../../shared/cases/national-numbers.json', import.meta.url)
interface Row {
  country: string
  number: string
  written: string
  label: string
}

/** Whether every sign of the number is marked with certainty. */
const isFound = (text: string, written: string): boolean => {
  const start = text.indexOf(written)
  const end = start + written.length
  return findPatientInfo(text, { field: 'note' }).some((found) => found.certainty === 'high' && found.start <= start && found.end >= end)
}

describe.skipIf(!existsSync(cases))('the numbers of patients of 35 countries, behind their labels', () => {
  const { rows }: { rows: Row[] } = existsSync(cases) ? JSON.parse(readFileSync(cases, 'utf8')) : { rows: [] }
  test.each(rows)('$country $number', ({ label, written }) => {
    expect(isFound(`${label}: ${written}`, written)).toBe(true)
    expect(isFound(`Before discharge we looked at the chart (${label} ${written}) again.`, written)).toBe(true)
    expect(isFound(`Revisar el caso (${label} ${written}) antes del alta de mañana.`, written)).toBe(true)
  })
})

// Made up, each with the check digit that its country asks for.
const bare: [country: string, written: string][] = [
  ['Spain', '54362315K'],
  ['Spain, resident', 'Y2716388X'],
  ['Brazil', '529.982.247-25'],
  ['Chile', '12.345.678-5'],
  ['Italy', 'RSSMRA80A01H501U'],
  ['Sweden', '811228-9874'],
  ['Finland', '131052-308T'],
  ['Belgium', '85.07.30-033.28'],
  ['Switzerland', '756.1234.5678.97'],
  ['Singapore', 'S1234567D'],
  ['Mexico', 'HEGG560427MVZRRL04'],
  ['China', '11010519491231002X'],
]

describe('numbers whose form and check digit leave no other reading', () => {
  test.each(bare)('%s', (_, written) => expect(isFound(`We looked at ${written} again.`, written)).toBe(true))
})

const digits = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), minLength: length, maxLength: length })
const year = fc.integer({ min: 1950, max: 2029 })
const page = fc.integer({ min: 1, max: 1999 })
const research = fc.oneof(
  fc.tuple(year, page, page, page).map(([y, volume, issue, from]) => `Pediatr Cardiol. ${y};${volume}(${issue % 12}):${from}-${from + 8}.`),
  fc.tuple(digits(4), digits(6), year).map(([prefix, suffix, y]) => `doi:10.${prefix}/j.test.${y}.${suffix}`),
  digits(8).map((number) => `PMID: ${number}`),
  digits(8).map((number) => `The trial NCT${number} has ended.`),
  digits(8).map((number) => `ISRCTN${number} was registered late.`),
  fc.tuple(page, page).map(([dose, hours]) => `Give ${dose} mg every ${hours % 24} h, at most ${dose * 4} mg a day.`),
  fc.tuple(digits(3), page, page).map(([p, n, m]) => `n = ${n} of ${n + m}, p = 0.${p}, 95% CI 1.${p}-2.${p}`),
  fc.tuple(page, page).map(([low, high]) => `Median ${low}.${high % 10} (IQR ${low}-${low + high}) days.`),
  fc.tuple(digits(4), digits(4), digits(4), digits(3)).map((four) => `https://orcid.org/${four.join('-')}X`),
  fc.tuple(year, year).map(([from, to]) => `From ${from} to ${to} and again in ${from}-${String(to).slice(2)}.`),
)

test('nothing is found in 5,000 citations, DOIs, trial numbers, doses and p values', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(research, (text) => {
      expect(findPatientInfo(text, { field: 'note' })).toEqual([])
    }),
    { numRuns: 5000 },
  )
})
