import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { packWeights, unpackWeights } from '../../../shared/phi/by-language/learned.ts'
import { languagePack } from '../../../shared/phi/by-language/pack.ts'
import { findPatientInfo } from '../../../shared/phi/detect.ts'
import type { Field } from '../../../shared/phi/finding.ts'
import { provideLanguages } from '../../../shared/phi/language-pack.ts'

const withRulesAlone = (text: string, field: Field) => {
  provideLanguages({ ...languagePack, findLearned: () => [] })
  return findPatientInfo(text, { field })
}
const withAll = (text: string, field: Field) => {
  provideLanguages(languagePack)
  return findPatientInfo(text, { field })
}
afterAll(() => provideLanguages(languagePack))

const learnedIn = (text: string, field: Field = 'note') => {
  const rules = withRulesAlone(text, field)
  return withAll(text, field)
    .filter(({ start, end }) => !rules.some((rule) => rule.start === start && rule.end === end))
    .map(({ start, end, ...rest }) => ({ text: text.slice(start, end), ...rest }))
}

const suggested = { type: 'LOCATION', certainty: 'low', why: 'phi-maybe-place' }

describe('[P17] what the rules leave of a place is suggested by what was learned from others', () => {
  test.each([
    ['Remitida por el Dr. Pablo Ortiz Lasa. Servicio de Urología. Hospital de Almenara. Avda. de los Tilos, sn. 26004 Logroño.', 'sn'],
    ['Responsable clínico: Dra. Elena Sanz Ruiz. Hospital Clínico de Alcaudete. Carretera Nacional 340 km 12. 23660 Jaén.', 'km'],
    ['Hospital Materno. Apartado de correos 115. 35016 Las Palmas de Gran Canaria. Dr. Ángel Suárez Díaz.', 'correos 115'],
    ['Se operó con el sistema Vistalux (Corneal Systems Inc., Irvine, California) a los dos días.', 'Systems Inc., Irvine, California'],
  ])('%s', (text, found) => {
    expect(learnedIn(text)).toContainEqual({ text: found, ...suggested })
  })
})

test.each([
  'Proponemos revisar el protocolo de sondaje Foley en la UCI de adultos.',
  'La escala de Glasgow y la de Braden se miden en cada turno, según la guía de la OMS.',
  'Se pautó Augmentine 875 y Nolotil si dolor; Hb 11, PCR 45.',
  'We propose to copy what the NHS does with the Foley bundle. La idea es buena.',
])('[P17] nothing is learned to stand in %s', (text) => {
  expect(learnedIn(text)).toEqual([])
})

test('[P17] nothing learned is asked of a title, a quote or a citation, nor of a text without a Spanish sentence', () => {
  const text = 'Se operó con el sistema Vistalux (Corneal Systems Inc., Irvine, California) a los dos días.'
  for (const field of ['title', 'quote', 'citation', 'url'] as const) expect(learnedIn(text, field)).toEqual([])
  expect(learnedIn('It was done with the Vistalux system (Corneal Systems Inc., Irvine, California) on the same day.')).toEqual([])
})

const pieces = fc.constantFrom(
  ...'El paciente|vive en|Avda. de los Tilos|s/n|, |. |(|)|26004 Logroño|Col. Jardines|México D.F.|Dr. Ortiz|y la madre|®|Hospital|\n|😀|12| '.split(
    '|',
  ),
)

test('[P17] whatever the rules find stays found, and all that is added is suggested', () => {
  let added = 0
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (some) => {
      const text = `La paciente ingresa en el ${some.join(' ')}`
      const [rules, all] = [withRulesAlone(text, 'note'), withAll(text, 'note')]
      for (const rule of rules) expect(all).toContainEqual(rule)
      const others = all.filter(({ start, end }) => !rules.some((rule) => rule.start === start && rule.end === end))
      added += others.length
      for (const { certainty } of others) expect(certainty).toBe('low')
    }),
    { numRuns: 2000 },
  )
  expect(added).toBeGreaterThan(0)
})

test('[P17] weights are read as they were packed, in eighths from -4 to 31/8', () => {
  expect([...unpackWeights(packWeights([0, 0.125, -0.13, 9, -9, 1.06]))]).toEqual([0, 0.125, -0.125, 3.875, -4, 1])
})
