import { describe, expect, it, test } from 'vitest'
import { type Appraisal, evidenceKinds, kindToSend, saidKind, directionFor } from '../../../shared/domain/evidence-kinds.ts'
import { levelOf, publishedFor } from '../../../shared/rules/weighed-evidence.ts'
import { evidence, ideaId, now, otherIdea } from '../../sample-network.ts'

const said = { by: 'sam', at: now }
const appraised = (is: Appraisal) => ({ appraisal: { ...said, is } })
const against = { directions: { [ideaId]: { ...said, is: 'against' as const } } }

describe('[M24] the kind that was said', () => {
  it.each(evidenceKinds.map(({ key }) => key))('%s counts if somebody said it, and not if nobody did', (kind) => {
    expect(saidKind(kindToSend(kind, null))).toBe(kind)
    expect(saidKind(kindToSend(null, kind))).toBe(null)
    expect(kindToSend(null, kind).suggested).toBe(kind)
  })

  it('from an older extension counts, except its default', () => {
    expect(evidenceKinds.map(({ key }) => saidKind({ kind: key })).filter((kind) => kind === null)).toHaveLength(1)
    expect(saidKind({ kind: 'opinion' })).toBe(null)
    expect(saidKind({})).toBe(null)
  })
})

test('[G14] a level is of the design, graded by one as it was appraised, never beyond 1 and 5', () => {
  expect(levelOf({ kind: 'randomised-trial' })).toBe(2)
  expect(levelOf({ kind: 'randomised-trial', ...appraised('lower') })).toBe(3)
  expect(levelOf({ kind: 'randomised-trial', ...appraised('higher') })).toBe(1)
  expect(levelOf({ kind: 'systematic-review', ...appraised('higher') })).toBe(1)
  expect(levelOf({ kind: 'opinion', ...appraised('lower') })).toBe(5)
  expect(levelOf({ kind: 'opinion', ...appraised('as-designed') })).toBe(5)
  expect([levelOf({ kind: null }), levelOf({ kind: null, ...appraised('higher') }), levelOf({ kind: 'guideline' })]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('[G14] only what supports an idea is published support of it', () => {
  const all = [
    evidence({ kind: 'systematic-review', ...against }),
    evidence({ kind: 'guideline', directions: { [ideaId]: { ...said, is: 'context' } } }),
    evidence({ kind: 'before-after' }),
    evidence({ kind: null }),
  ]
  expect(publishedFor(ideaId, all)).toEqual({ bestLevel: 4, hasGuideline: false, against: 1, unsaid: 1, shaken: 0 })
  expect(publishedFor(otherIdea, all)).toEqual({ bestLevel: 1, hasGuideline: true, against: 0, unsaid: 1, shaken: 0 })
  expect(publishedFor(ideaId, [])).toEqual({ bestLevel: undefined, hasGuideline: false, against: 0, unsaid: 0, shaken: 0 })
})

test('[R3] a retracted item is no published support, and neither is its notice', () => {
  const titled = (title: string) => evidence({ kind: 'randomised-trial', citation: { type: 'article-journal', title } })
  const best = (title: string): number | undefined => publishedFor(ideaId, [titled(title)]).bestLevel
  expect([best('RETRACTED: Zinc'), best('Retraction: Zinc'), best('Expression of concern: Zinc'), best('Zinc')]).toEqual([
    undefined,
    undefined,
    2,
    2,
  ])
})

test('an idea whose id is the name of an Object property is supported', () => {
  expect(directionFor({ directions: {} }, 'constructor')).toBe('supports')
})
