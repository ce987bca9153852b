import { describe, expect, it } from 'vitest'
import { evidenceKinds, levelByDesign } from '../../shared/evidence.ts'
import { suggestKind } from '../../shared/suggest-kind.ts'

describe('levels by design', () => {
  it.each(evidenceKinds.map(({ key, level }) => [key, level] as const))('%s has level %s', (key, level) =>
    expect(levelByDesign(key)).toBe(level),
  )
})

describe('the kind that a page suggests', () => {
  it.each([
    ['Oxygen in newborns: a systematic review and meta-analysis of randomised trials', [], 'systematic-review'],
    ['Oxygen in newborns: a cluster-randomised trial', [], 'randomised-trial'],
    ['Oxygen in newborns: protocol for a randomised controlled trial', [], 'opinion'],
    ['Guidelines for oxygen in newborns', [], 'guideline'],
    ['A non-randomised comparison of two bundles', [], 'compared-groups'],
    ['A quality improvement initiative to reduce unplanned extubation', [], 'before-after'],
    ['Parents’ experiences of transfer', [], 'family-experience'],
    ['Oxygen', ['Journal Article', 'Randomized Controlled Trial'], 'randomised-trial'],
    ['Oxygen', ['Journal Article', 'Practice Guideline'], 'guideline'],
    ['A systematic review', ['Editorial'], 'opinion'],
    ['Oxygen', ['Research Article'], undefined],
    ['', [], undefined],
  ] as const)('%s %j → %s', (title, publicationTypes, kind) => expect(suggestKind({ title, publicationTypes })?.kind).toBe(kind))

  it('says from which words', () => {
    expect(suggestKind({ title: 'A cohort of infants' })?.reason).toBe('title says “cohort”')
  })
})
