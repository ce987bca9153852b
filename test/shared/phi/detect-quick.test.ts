import fc from 'fast-check'
import { expect, test } from 'vitest'
import '../../../shared/phi/by-language/provide.ts'
import '../../../shared/phi/sure/provide.ts'
import { type Field, findPatientInfo, holdsPatientInfo } from '../../../shared/phi/detect.ts'
import { agePatterns } from '../../../shared/phi/ages.ts'
import { contactPatterns } from '../../../shared/phi/contacts.ts'
import { dateReaders } from '../../../shared/phi/dates.ts'
import { labelReaders, numberShapes } from '../../../shared/phi/numbers.ts'
import { placeRules, townRule } from '../../../shared/phi/places.ts'
import { patternOf, type Sought } from '../../../shared/phi/text/prefiltered-pattern.ts'
import { tokensOf } from '../../../shared/phi/text/tokens.ts'

const fields: Field[] = ['note', 'quote', 'citation', 'title', 'url']
const words =
  'Subject 014-0032|07700 900461|March 4th, 2019|MRN|SSN|record|patient id|NHS no|policy|account|card ending in|licence|plate|serial|id|ref|member number|is|the|last four|March|march 4th|14 May|Sept.|July of|last December|in July|this may|on Christmas|since Easter|3/4|03/04/23|1957-03-09|20240203|14MAR2023|DOB|born on|domicilio: gran vía|85|calle sol 5|el 5 de mayo|ICU|CT|I|www.|nombre:|Dra. Otegui|c/|rue|resourceType|4-VII-1951|#653109|born in 1930|aged 93|age:95|91 yo|94 M|turning 101|over 90|12 Maple Street|427 Elm Way Unit 19|lives at 9 The Limes|P.O. Box 12|, Suite 204|SA1 1AA|near Maple Street|Chicopee, MA 01013|zip 01013|postcode|555-0134|(555) 555-0134|+44 20 7946 0958|020 7946 0958|pager 12345|ext|call back 5550134|5550134 office|10.0.0.7|fe80:0:0:0:1:2:3:4|ab-cd-ef-ab-cd-ef|ann@example.org|https://a.example/patient/1234|123-45-6789|123 45 6789|1EG4-TE5-MK73|1HGCM82633A004352|GB29 NWBK 6016 1331 9268 19|4111 1111 1111 1111|AB1234567|12345678|deadbeef-dead-beef-dead-beefdeadbeef|10.1000/ab.2003.4f|NCT01234567|Mr. Hansen|Hansen, Mary|Mary Young|Zora (daughter)|Jane^Doe|Klein, MD|Patient: Rose|O’Brien|Müller-Ames|d’Arcy’s|HbA1c|ǅ|ﬁ|ſ|K|é|×|😀|مريم|x̄'.split(
    '|',
  )
const pieces = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: fc.constantFrom(' ', ', ', '. ', ': ', '\n', '-', '/', '#', '(', "'", '’', '‐', '') },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'abcMRzZ019 .,:-/+()#’'.split('')), maxLength: 12 }) },
)
const texts = fc
  .tuple(fc.array(pieces, { maxLength: 12 }), fc.constantFrom('', ' '), fc.constantFrom('as it is', 'small', 'large'))
  .map(([some, between, size]) => {
    const text = some.join(between)
    return { 'as it is': text, small: text.toLowerCase(), large: text.toUpperCase() }[size]
  })
const runs = { numRuns: 20_000 }

const all: readonly Sought[] = [
  ...dateReaders,
  ...agePatterns,
  ...placeRules,
  townRule,
  ...contactPatterns,
  ...labelReaders,
  ...numberShapes,
]

test('[P12] a text in which a pattern finds something passes the cheap look for that pattern', { timeout: 300_000 }, () => {
  const seen = new Set<Sought>()
  fc.assert(
    fc.property(texts, (text) => {
      for (const sought of all) {
        if (text.search(patternOf(sought)) < 0) continue
        seen.add(sought)
        expect(sought.needs?.test(text) ?? true, String(patternOf(sought))).toBe(true)
        if (!sought.wordy && sought !== townRule) expect(text).toMatch(/\d/)
      }
    }),
    runs,
  )
  expect(all.filter((sought) => !seen.has(sought)).map((sought) => String(patternOf(sought)))).toEqual([])
})

test('[P12] the quick question is answered as by finding everything', { timeout: 300_000 }, () => {
  const answers = new Set<string>()
  fc.assert(
    fc.property(texts, fc.constantFrom(...fields), (text, field) => {
      const certain = findPatientInfo(text, { field }).some(({ certainty }) => certainty === 'high')
      answers.add(`${field} ${certain}`)
      expect(holdsPatientInfo(text, field)).toBe(certain)
    }),
    runs,
  )
  expect(answers.size).toBe(2 * fields.length)
})

test('[P12] words are told apart alike by numbers of characters and by the pattern', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(fc.oneof(texts, fc.string({ unit: fc.constantFrom(..."aÉßªµº×÷łǅɏ’‘‐‑-`' 1.A".split('')) })), (text) => {
      // A letter beyond the Latin ones makes the whole text be read by the pattern.
      const [quick, slow] = [tokensOf(text), tokensOf(`${text} ж`)]
      expect(quick).toEqual(slow.slice(0, -1))
    }),
    runs,
  )
})
