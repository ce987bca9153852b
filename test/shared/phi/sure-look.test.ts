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

const texts = locales.flatMap((locale) => {
  const own = { en: englishTemplates, es: spanishTemplates, ...otherTemplates }[locale] ?? ''
  return madeFrom(`${own}\n${cleanTemplates[locale] ?? ''}`, locale, 4).map(({ text }) => text)
})
const isSure = (text: string, field: Field = 'note'): boolean =>
  findPatientInfo(text, { field }).some(({ certainty }) => certainty === 'high')

test('[P12] the quick looks pass every text, of any language, in which the rules are sure of something', { timeout: 300_000 }, () => {
  const sure = texts.flatMap((text) => [text, text.toLowerCase(), text.toUpperCase()]).filter((text) => isSure(text))
  expect(sure.length).toBeGreaterThan(1000)
  expect(sure.filter((text) => !mayHoldSure(text) || !mayBeSureOf(text))).toEqual([])
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
    { numRuns: 4000 },
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
