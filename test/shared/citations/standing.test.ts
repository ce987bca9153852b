import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { standingOf, standingOfBanner, standingOfTitle, standingOfTypes, standingSaid } from '../../../shared/citations/standing.ts'

describe('[R3] what a title says of its item', () => {
  it.each([
    ['RETRACTED: Weighing at noon', 'retracted'],
    ['Retracted Article: Weighing', 'retracted'],
    ['RETRACTED ARTICLE: Weighing', 'retracted'],
    ['[RETRACTED] Weighing', 'retracted'],
    ['(Retracted) Weighing', 'retracted'],
    ['RETRACTED Weighing at noon', 'retracted'],
    ['Retracted and replaced: Weighing', 'retracted'],
    ['Weighing at noon [retracted]', 'retracted'],
    ['Weighing at noon (Retracted article)', 'retracted'],
    ['Weighing at noon – RETRACTED', 'retracted'],
    ['WITHDRAWN: Weighing', 'retracted'],
    ['Withdrawn: Weighing', 'retracted'],
    ['REMOVED: Weighing', 'retracted'],
    ['TEMPORARY REMOVAL: Weighing', 'retracted'],
    ['Artículo retractado: Pesar a mediodía', 'retracted'],
    ['RETRACTADO: Pesar a mediodía', 'retracted'],
    ['[Artículo retirado] Pesar a mediodía', 'retracted'],
    ['Retraction: Weighing', 'notice'],
    ['Retraction—Weighing', 'notice'],
    ['Retraction Note to: Weighing', 'notice'],
    ['Retraction notice to “Weighing” [J Ex 2019]', 'notice'],
    ['Notice of Retraction: Weighing', 'notice'],
    ['Notice of withdrawal. Weighing', 'notice'],
    ['Statement of retraction', 'notice'],
    ['Retraction for Ash et al., “Weighing”', 'notice'],
    ['Retraction of “Weighing”', 'notice'],
    ['Retraction of: Weighing', 'notice'],
    ['Retraction of the article Weighing', 'notice'],
    ['Weighing at noon [Retraction of: J Ex 2019]', 'notice'],
    ['Withdrawal Notice: Weighing', 'notice'],
    ['Nota de retractación: Pesar', 'notice'],
    ['Retractación: Pesar', 'notice'],
    ['Retracción del artículo «Pesar»', 'notice'],
    ['Expression of Concern: Weighing', 'doubted'],
    ['Editorial expression of concern: Weighing', 'doubted'],
    ['Publisher’s Expression of Concern for “Weighing”', 'doubted'],
    ['Expresión de preocupación: Pesar', 'doubted'],
    ['Correction: Weighing', 'corrected'],
    ['Author Correction: Weighing', 'corrected'],
    ['Correction to: Weighing', 'corrected'],
    ['Corrigendum to “Weighing”', 'corrected'],
    ['Erratum', 'corrected'],
    ['Fe de erratas: Pesar', 'corrected'],
    ['Weighing at noon (retracted article. See vol. 12, pg 3, 2020)', 'retracted'],
    ['Weighing at noon – Retracted', 'retracted'],
    ['Weighing at noon. Retracted', 'retracted'],
    ['This article has been retracted: Weighing', 'retracted'],
    ['Artículo retraído: Pesar a mediodía', 'retracted'],
    ['Artículo anulado: Pesar', 'retracted'],
    ['Artículo retirado', 'retracted'],
    ['Retraction', 'notice'],
    ['Editorial Retraction', 'notice'],
    ['Editor’s retraction: Weighing', 'notice'],
    ['Article withdrawal: Weighing', 'notice'],
    ['Retraction and republication: Weighing', 'notice'],
    ['Retraction in part: Weighing', 'notice'],
    ['Retraction by the authors: Weighing', 'notice'],
    ['Comunicado de retractación', 'notice'],
    ['Retractación de artículo: Pesar', 'notice'],
    ['Expression of Concern for Ash et al', 'doubted'],
    ['Expression of concern on Weighing', 'doubted'],
    ['Notice of Concern: Weighing', 'doubted'],
    ['Editorial Notice: Expression of Concern', 'doubted'],
    ['Nota de preocupación: Pesar', 'doubted'],
    ['Correction for Ash et al., Weighing', 'corrected'],
    ['Errors in: Weighing', 'corrected'],
    ['Fe de errores: Pesar', 'corrected'],
    ['Weighing at noon [published erratum]', 'corrected'],
  ] as const)('%s → %s', (title, standing) => expect(standingOfTitle(title)).toBe(standing))

  it.each([
    'Chest wall retractions in infants',
    'Retraction of publications in nursing: a review',
    'Retraction of articles about COVID-19',
    'Retraction notices in surgery: an analysis',
    'Withdrawal letters in opioid care',
    'Removal of paper towels from wards',
    'Withdrawal of the study drug and outcomes',
    'Removal of a study catheter',
    'Parental expression of concern: a predictor of autism',
    'Retirada precoz de la sonda',
    'Correction of scoliosis in children',
    'Errors in medication',
    'Retraction pockets: when to operate',
    'Retraction of the lower eyelid after surgery',
    'Retraction for better exposure in cardiac surgery',
    'Retractions and nasal flaring as signs of distress',
    'Retracted testes in school-age boys: a cohort',
    'Removed sutures and infection',
    'Removal of central lines within a day',
    'Removal of tonsils: a cohort',
    'Withdrawn behaviour in toddlers',
    'Withdrawal syndromes after sedation',
    'Withdrawal: a scale for infants',
    'Opioids withdrawn after surgery',
    'Expression of concern among parents about vaccines',
    'Expressions of concern by nurses as a warning sign',
    'Correction of scoliosis with a brace',
    'Corrected age or chronological age for vaccines',
    'Correcting hyponatraemia slowly',
    'Retiradas de catéteres y fiebre',
    'Retirada precoz de la sonda: ensayo aleatorizado',
    'Retracción palpebral en la enfermedad de Graves',
    'Weighing at noon',
    '',
  ])('accuses nobody: %s', (title) => expect(standingOfTitle(title)).toBeUndefined())
})

test('[R3] publication types tell the paper from the notice, by their old and new names', () => {
  expect(standingOfTypes(['Journal Article', 'Retracted Publication'])).toBe('retracted')
  expect(standingOfTypes(['Retraction Notice'])).toBe('notice')
  expect(standingOfTypes(['retraction of publication', 'journal article'])).toBe('notice')
  expect(standingOfTypes(['retraction'])).toBe('notice')
  expect(standingOfTypes(['Expression of Concern'])).toBe('doubted')
  expect(standingOfTypes(['Published Erratum'])).toBe('corrected')
  expect(standingOfTypes(['Journal Article', 'Review'])).toBeUndefined()
})

test.each([
  ['This article has been retracted.', 'retracted'],
  ['This article has been retracted. See the retraction note.', 'retracted'],
  ['The original article was withdrawn at the request of its authors.', 'retracted'],
  ['RETRACTED ARTICLE', 'retracted'],
  ['Retraction in:', 'retracted'],
  ['Este artículo ha sido retractado', 'retracted'],
  ['Expression of concern in', 'doubted'],
  ['An expression of concern has been published', 'doubted'],
  ['This article has been corrected', 'corrected'],
  ['Erratum in', 'corrected'],
  ['Retraction of', 'notice'],
  ['A review of articles that were retracted', undefined],
  ['This is a retraction notice', 'notice'],
  ['retraction note', undefined],
  ['Retraction Watch', undefined],
  ['Retraction policy', undefined],
  ['Many papers have been retracted since 2010.', undefined],
] as const)('[R3] a page that shows “%s” says %s', (text, standing) => expect(standingOfBanner(text)).toBe(standing))

test('[R3] a notice is never called retracted, the worst standing counts, and its source is shown', () => {
  expect(standingSaid('RETRACTED: Weighing', { publicationTypes: ['Retraction Notice'] })).toEqual({ standing: 'notice', seen: 'type' })
  expect(standingSaid('Weighing', { titles: [{ seen: 'heading', text: 'RETRACTED: Weighing' }] })).toEqual({
    standing: 'retracted',
    seen: 'heading',
  })
  expect(standingSaid('Weighing', { banners: ['This article has been corrected', 'This article has been retracted'] })).toEqual({
    standing: 'retracted',
    seen: 'banner',
  })
  expect(standingSaid('Weighing')).toBeUndefined()
  expect(standingOf({ type: 'article-journal', title: 'Weighing', standing: 'doubted', standingSeen: 'banner' })).toEqual({
    standing: 'doubted',
    seen: 'banner',
  })
})

interface Case {
  id: string
  title: string
  publicationTypes?: string[]
  want: string
}
const file = new URL('../../../../shared/cases/retraction-titles.json', import.meta.url)
const cases = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }).cases : []

describe.skipIf(cases.length === 0)('[R3] titles that were wrong before', () => {
  it.each(cases.map((one) => [one.id, one] as const))('%s', (_, { title, publicationTypes = [], want }) =>
    expect(standingSaid(title, { publicationTypes })?.standing ?? 'nothing').toBe(want),
  )
})
