import fc from 'fast-check'
import { expect, test } from 'vitest'
import '../../../shared/phi/by-language/provide.ts'
import '../../../shared/phi/sure/provide.ts'
import { type Field, findPatientInfo, holdsPatientInfo } from '../../../shared/phi/detect.ts'
import { mayHoldSure } from '../../../shared/phi/first-look.ts'
import { mayBeSureOf } from '../../../shared/phi/sure/sure-look.ts'
import { Words } from '../../../shared/phi/sure/words-of.ts'
import { tokensOf } from '../../../shared/phi/text/tokens.ts'
import { cleanTemplates } from '../../phi-typed/clean.ts'
import { englishTemplates } from '../../phi-typed/english.ts'
import { madeFrom } from '../../phi-typed/made.ts'
import { otherTemplates } from '../../phi-typed/other-languages.ts'
import { locales } from '../../phi-typed/score.ts'
import { spanishTemplates } from '../../phi-typed/spanish.ts'
import { kinds, textsOf } from './kinds.ts'
import { months } from './kinds-words.ts'

const texts = locales.flatMap((locale) => {
  const own = { en: englishTemplates, es: spanishTemplates, ...otherTemplates }[locale] ?? ''
  return madeFrom(`${own}\n${cleanTemplates[locale] ?? ''}`, locale, 2).map(({ text }) => text)
})
/** How often each label, word and form of the languages comes, each time with other company; the long search: `LOOK_TURNS=200`. */
const turns = Number(process.env['LOOK_TURNS'] ?? 2)
const isSure = (text: string, field: Field = 'note'): boolean =>
  findPatientInfo(text, { field }).some(({ certainty }) => certainty === 'high')
const passes = (text: string): boolean => mayHoldSure(text) && mayBeSureOf(text)

test('[P12] the quick looks pass every text, of any language, in which the rules are sure of something', { timeout: 300_000 }, () => {
  const sure = texts.flatMap((text) => [text, text.toLowerCase(), text.toUpperCase()]).filter((text) => isSure(text))
  expect(sure.length).toBeGreaterThan(500)
  expect(sure.filter((text) => !passes(text))).toEqual([])
})

test.each(Object.entries(kinds))(
  '[P12] the quick looks pass what the rules are sure of beside every word of the languages: %s',
  { timeout: 60_000 * Math.max(5, turns) },
  (name, kind) => {
    const sure = textsOf(kind, turns, name.length).filter((text) => isSure(text))
    expect(sure.length).toBeGreaterThan(0)
    expect(sure.filter((text) => !passes(text))).toEqual([])
  },
)

test('[P12] the quick looks know every name of a month of every language, however it is written', () => {
  const written = months.flatMap((word) => [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)])
  expect(written.filter((word) => !passes(`am 12. ${word}`))).toEqual([])
})

test.each([
  'We told the mother (Rose Hansen) about it.',
  'The father, Mark Smith, asked for it.',
  'The nurse, Grace Hansen, had the idea.',
  'Die Patientin ist am 12. Mrz 1950 geboren.',
  'the family lives at postcode M1 1AE now',
  'dob 4/8',
  'born on 4/8',
  'fecha de nacimiento 4/8',
  'Lindenweg 12, dort wohnt er allein',
  'Gartenstraße 7 ist nicht geeignet',
  'ms ROSE waited',
  'told ms HILL',
  'told GRACE.',
  'Sig.ra RUSTY en planta',
  'the nurse is HILL.',
  'domicilio: casa con ICU',
  'C.so CT 12',
  'Gran via CT 12',
  'Place Blanc7',
  'near 9 5th ave',
  'quince de mayo del año ’50',
])('[P12] the quick looks pass "%s"', (text) => {
  expect(isSure(text)).toBe(true)
  expect(passes(text)).toBe(true)
})

const changes = fc.array(
  fc.tuple(
    fc.nat(400),
    fc.nat(2),
    fc.constantFrom(...'019 .,:-/#()=AZaéñ\n'.split(''), '', 'Dr. ', ' de ', 'nº ', 'MRN ', 'Rua ', '12/3 '),
  ),
  {
    maxLength: 4,
  },
)
const parts = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.nat(200),
    fc.constantFrom(' ', '. ', ', ', '\n', ': ', ' ('),
    fc.constantFrom(...texts),
    fc.nat(200),
    changes,
  )
  .map(([one, from, between, other, to, changed]) =>
    changed.reduce(
      (text, [at, gone, put]) => text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + gone),
      one.slice(from % (one.length + 1)) + between + other.slice(0, to),
    ),
  )

test('[P12] whether a text holds something sure is answered as by all rules, whatever it is put together of', { timeout: 300_000 }, () => {
  const answers = new Set<string>()
  fc.assert(
    fc.property(parts, fc.constantFrom<Field>('note', 'note', 'note', 'title', 'quote'), (text, field) => {
      const sure = isSure(text, field)
      answers.add(`${field} ${sure} ${mayBeSureOf(text)}`)
      expect(holdsPatientInfo(text, field)).toBe(sure)
    }),
    { numRuns: 1500 },
  )
  expect(answers).toContain('note true true')
  expect(answers).toContain('note false false')
})

test('[P12] an idea with names of journals, years, numbers and addresses of papers asks no rule', () => {
  const ideas = [
    'Early mobility after surgery. Critical Care Medicine 2022. https://doi.org/10.9363/4f7d.2017.c40ce6',
    'Sepsis bundle within 60 minutes; 85% of 120 children, p = 0.03. The Lancet 2019.',
    'In the ICU the Early Warning Score is written down every 4 hours, as NICE asks.',
    'Reduce falls from 12 to 6 a month by 2026 with a checklist of the WHO.',
  ]
  expect(ideas.filter(mayBeSureOf)).toEqual([])
})

test('[P12] words are the same, taken apart one by one', () => {
  fc.assert(
    fc.property(fc.oneof(parts, fc.string({ unit: fc.constantFrom(..."aÉßªµº×÷łǅ’‘‐‑-`' 1.A".split('')) })), (text) => {
      const words = new Words(text)
      expect(Array.from({ length: words.count }, (_, index) => words.at(words.count - 1 - index)).toReversed()).toEqual(tokensOf(text))
    }),
  )
})
