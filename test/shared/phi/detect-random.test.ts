import fc from 'fast-check'
import { expect, test } from 'vitest'
import '../../../shared/phi/by-language/provide.ts'
import { findPatientInfo, type Field } from '../../../shared/phi/detect.ts'

const fields: Field[] = ['note', 'quote', 'citation', 'title', 'url']
const pieces = fc.constantFrom(
  'Mr. ',
  'Osei',
  ', ',
  'Kwame',
  '3/4',
  '1957',
  '-',
  '^',
  ' ',
  '\n',
  'MRN ',
  '4815',
  '@',
  '.',
  'é',
  '😀',
  '/patient/',
  '?name=',
  'Street',
  'may ',
  "'s ",
  'A.',
  '(',
  '١',
)
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(pieces, { maxLength: 40 }).map((some) => some.join('')),
)

test('findings are in order, inside the text, and never overlap', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(...fields), fc.string({ maxLength: 20 }), (text, field, value) => {
      let last = 0
      for (const { start, end } of findPatientInfo(text, {
        field,
        known: [
          { type: 'NAME', value },
          { type: 'MRN', value },
          { type: 'DATE', value },
        ],
      })) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        last = end
      }
    }),
    { numRuns: 300 },
  )
})

const long = [
  'a',
  'A',
  'Aa ',
  '1',
  '1 ',
  '12-',
  '1.',
  '1/1/',
  ' ',
  '\n',
  'a-',
  'A-',
  "O'",
  'a@',
  'a.',
  'John Smith, ',
  'Dr. ',
  'MRN: ',
  'phone 1',
  'Apt 1, ',
  '12 Main ',
  '1 Aa Aa Aa ',
  'May 1 ',
  'Aa of the ',
  '/patient/',
  '?a=b&name=',
  'a1:',
  '+1 ',
  '0 12 ',
  'e\u0301\u0301',
  'DE12 ABCD ',
  'Aa^',
  'A. B. ',
  "Aa's ",
  'http://a',
]

// A pattern that explodes would not end at all; how long a good one takes depends on the machine.
test.each(long)('ends on 100,000 characters of %j', { timeout: 300_000 }, (unit) => {
  const text = unit.repeat(Math.ceil(100_000 / unit.length)).slice(0, 100_000)
  for (const field of ['note', 'url'] as const)
    expect(Array.isArray(findPatientInfo(text, { field, known: [{ type: 'NAME', value: 'Osei, Kwame' }] }))).toBe(true)
})
