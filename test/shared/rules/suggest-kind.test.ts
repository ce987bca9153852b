import { existsSync, readFileSync } from 'node:fs'
import { english } from '../../in-words.ts'
import { describe, expect, it } from 'vitest'
import { type ItemSigns, suggestKind } from '../../../shared/rules/suggest-kind.ts'

const kindOf = (signs: ItemSigns): string | undefined => suggestKind(signs)?.kind

describe('[C50] the kind that a title and publication types suggest', () => {
  it.each([
    ['Oxygen in newborns: a systematic review and meta-analysis of randomised trials', [], 'systematic-review'],
    ['Oxygen in newborns: a scoping review', [], 'opinion'],
    ['Oxygen in newborns: a cluster-randomised trial', [], 'randomised-trial'],
    ['Oxygen in newborns: a pragmatic equivalence trial', [], 'randomised-trial'],
    ['Oxygen in newborns: a stepped-wedge trial', [], 'randomised-trial'],
    ['Oxygen in newborns: protocol for a randomised controlled trial', [], 'opinion'],
    ['Oxygen in newborns: rationale and design of a randomised trial', [], 'opinion'],
    ['Oxygen in piglets: a randomised trial', [], 'opinion'],
    ['Oxygen in newborns: secondary analysis of a randomised trial', [], 'compared-groups'],
    ['Guidelines for oxygen in newborns', [], 'guideline'],
    ['Oxygen in newborns: a consensus statement', [], 'guideline'],
    ['A non-randomised comparison of two bundles', [], 'compared-groups'],
    ['Oxygen and sight: a retrospective cohort study', [], 'compared-groups'],
    ['Oxygen and sight: a case-control study', [], 'before-after'],
    ['Alarms on the ward: an interrupted time series', [], 'before-after'],
    ['Alarms on the ward: a controlled interrupted time series', [], 'compared-groups'],
    ['A quality improvement initiative to reduce unplanned extubation', [], 'before-after'],
    ['Reducing unplanned extubation through a bundle', [], 'before-after'],
    ['Oxygen toxicity: a case report', [], 'before-after'],
    ['Parents’ experiences of transfer', [], 'family-experience'],
    ['Nurses on nights: a qualitative study', [], 'opinion'],
    ['Beds and queues: a simulation study', [], 'opinion'],
    ['Oxígeno en neonatos: ensayo clínico aleatorizado', [], 'randomised-trial'],
    ['Oxígeno en neonatos: revisión sistemática', [], 'systematic-review'],
    ['Oxígeno en neonatos: protocolo de un ensayo aleatorizado', [], 'opinion'],
    ['Guía de práctica clínica sobre oxígeno', [], 'guideline'],
    ['Oxygen', ['Journal Article', 'Randomized Controlled Trial'], 'randomised-trial'],
    ['Oxygen', ['Comment', 'Randomized Controlled Trial'], 'randomised-trial'],
    ['Oxygen', ['Clinical Trial Protocol'], 'opinion'],
    ['Oxygen', ['Clinical Trial, Phase I'], 'before-after'],
    ['Oxygen', ['Controlled Clinical Trial'], 'compared-groups'],
    ['Oxygen', ['Randomized Controlled Trial, Veterinary'], 'opinion'],
    ['Oxygen', ['Journal Article', 'Practice Guideline'], 'guideline'],
    ['Oxygen', ['Review', 'Systematic Review'], 'systematic-review'],
    ['Oxygen', ['review-article'], 'opinion'],
    ['Oxygen: a systematic review', ['Review'], 'systematic-review'],
    ['A systematic review', ['Editorial'], 'opinion'],
    ['Oxygen: a randomised trial', ['Preprint'], 'randomised-trial'],
    ['Oxygen', ['Research Article'], undefined],
    ['RETRACTED: Oxygen: a randomised trial', [], 'randomised-trial'],
    ['Correction: Oxygen: a randomised trial', [], undefined],
    ['Expression of concern: Oxygen: a randomised trial', [], undefined],
    ['Oxygen: a randomised trial', ['Published Erratum'], undefined],
    ['The TEA trial: design and rationale of a randomised trial', [], 'opinion'],
    ['Tea on wards: statistical analysis plan for a randomised trial', [], 'opinion'],
    ['Protocol: tea on wards, a systematic review', [], 'opinion'],
    ['A weaning protocol for infants: a cohort study', [], 'compared-groups'],
    ['Evaluation of a protocol for sedation: a randomised trial', [], 'randomised-trial'],
    ['Implementing a protocol for falls: a quality improvement project', [], 'before-after'],
    ['Tea for broilers: a randomised trial', [], 'opinion'],
    ['Té en ratones: ensayo aleatorizado', [], 'opinion'],
    ['Falls with dogs: a cohort study of owners', [], 'compared-groups'],
    ['Therapy with dogs in children: a randomised trial', [], 'randomised-trial'],
    ['Proteins of cow milk: a randomised trial', [], 'randomised-trial'],
    ['Treatment with bovine surfactant: a randomised trial', [], 'randomised-trial'],
    ['Re: Tea on wards: a randomised trial', [], 'opinion'],
    ['Letter regarding “Tea: a randomised trial”', [], 'opinion'],
    ['Authors’ reply: Tea, a randomised trial', [], 'opinion'],
    ['Comentario a: Té, ensayo aleatorizado', [], 'opinion'],
    ['Journal club: a randomised trial of tea', [], 'opinion'],
    ['Why we need a randomised trial of tea', [], 'opinion'],
    ['Response to vaccination: a cohort study', [], 'compared-groups'],
    ['Letters to patients: a randomised trial', [], 'randomised-trial'],
    ['Adherence to guidelines for croup: a retrospective cohort', [], 'compared-groups'],
    ['Mendelian randomization study of tea', [], 'compared-groups'],
    ['Errors in: Tea, a randomised trial', [], undefined],
    ['Tea on wards: a randomised trial (Correction)', [], undefined],
    ['Tea', ['Randomized Controlled Trials as Topic', 'Editorial'], 'opinion'],
    ['', [], undefined],
  ] as const)('%s %j → %s', (title, publicationTypes, kind) => expect(kindOf({ title, publicationTypes })).toBe(kind))
})

describe('[C50] no suggestion where title and types say nothing', () => {
  it.each([
    [{ subjects: ['Animals', 'Mice'], abstract: 'Mice were randomly assigned.' }, 'opinion'],
    [{ subjects: ['Humans', 'Animals', 'Retrospective Studies'] }, 'compared-groups'],
    [{ subjects: ['Randomized Controlled Trials as Topic', 'Humans'] }, undefined],
    [{ subjects: ['Quality Improvement'] }, 'before-after'],
    [{ sections: ['Background', 'Local problem', 'Methods', 'Interventions', 'Results'] }, 'before-after'],
    [{ sections: ['Background', 'Methods', 'Interventions', 'Results'] }, undefined],
    [{ abstract: 'We randomly assigned 40 wards to tea or water.' }, 'randomised-trial'],
    [{ abstract: 'MEDLINE and Embase were systematically searched.' }, 'systematic-review'],
    [{ abstract: 'Forty children were compared with healthy controls.' }, 'compared-groups'],
    [{ abstract: 'In this review we discuss tea.' }, 'opinion'],
    [{ abstract: 'We report a case of tea intolerance.' }, 'before-after'],
    [{ abstract: 'Tea is warm.' }, undefined],
  ] as const)('%j → %s', (signs, kind) => expect(kindOf({ title: 'Tea on wards', ...signs })).toBe(kind))

  it('is “mechanism” for studies on animals only, whatever their design', () => {
    const signs = { title: 'Tea', publicationTypes: ['Randomized Controlled Trial'], subjects: ['Animals', 'Rats'] }
    expect(kindOf(signs)).toBe('opinion')
  })

  it('says which words it is based on', () => {
    const reason = (signs: Parameters<typeof suggestKind>[0]): string => english(suggestKind(signs)?.reason ?? '')
    expect(reason({ title: 'A cohort of infants' })).toBe('title says “cohort”')
    expect(reason({ publicationTypes: ['Practice Guideline'] })).toBe('article type “Guideline”')
    expect(reason({ subjects: ['Cohort Studies'] })).toBe('subject “Cohort Studies”')
    expect(reason({ abstract: 'A cross-sectional survey.' })).toBe('abstract says “cross-sectional”')
  })
})

interface Case {
  id: string
  title: string
  publicationTypes: string[]
  want?: string | null
  wantNot?: string
}
const file = new URL('../../../../shared/cases/kinds.json', import.meta.url)
const cases = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }).cases : []

describe.skipIf(cases.length === 0)('[C50] items that were wrong before', () => {
  it.each(cases.map((one) => [one.id, one] as const))('%s', (_, { want, wantNot, ...signs }) => {
    const kind = kindOf(signs)
    if (want !== undefined) expect(kind ?? null).toBe(want)
    expect(kind).not.toBe(wantNot ?? 'none')
  })
})
