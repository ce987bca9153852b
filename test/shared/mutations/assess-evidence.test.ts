import { expect, test } from 'vitest'
import type { Appraisal, Direction } from '../../../shared/domain/evidence-kinds.ts'
import { overwrittenBy } from '../../../shared/mutations/engine/mutation.ts'
import { mutationNamed } from '../../../shared/mutations/index.ts'
import {
  aClip,
  admin,
  anIdea,
  clipId,
  colleague,
  coordinator,
  decision,
  decisions,
  hold,
  ideaId,
  lead,
  merged,
  now,
  otherIdea,
  sampleNetwork,
  sender,
  siteLead,
  steering,
} from '../../sample-network.ts'

const said = (by = 'sam') => ({ by, at: now })
const appraised = (is: Appraisal, by?: string) => ({ ...said(by), is })
const saying = (is: Direction, by?: string, idea = ideaId) => ({ [idea]: { ...said(by), is } })
const led = anIdea({ leads: ['lee'] })
const given = [led, aClip({ kind: null, ideas: [ideaId] })]
const of = (set: object) => ({ evidence: clipId, idea: ideaId, set })
const kind = of({ kind: 'randomised-trial' })
const trial = (by: string) => [aClip({ kind: 'randomised-trial', ideas: [ideaId], kindSaid: said(by) })]

decisions('assessEvidence', [
  { it: '[M25] whoever clipped it says what it is, with who and when', given, by: sender, args: kind, changes: trial('sam') },
  { it: '[M25] a lead of its idea', given, by: lead, args: kind, changes: trial('lee') },
  { it: '[M25] a coordinator', given, by: coordinator, args: kind, changes: trial('coco') },
  { it: '[M25] steering', given, by: steering, args: kind, changes: trial('stella') },
  { it: '[M25] an admin', given, by: admin, args: kind, changes: trial('ada') },
  { it: '[M25] not a colleague', given, by: colleague, args: kind, refused: 'forbidden' },
  { it: '[M25] not a site lead', given, by: siteLead, args: kind, refused: 'forbidden' },
  {
    it: '[M25] not the lead of an idea that it is not attached to',
    given: [led, aClip({ kind: null, ideas: [otherIdea] })],
    by: lead,
    args: kind,
    refused: 'forbidden',
  },
  {
    it: '[M25] nor a lead who names no idea',
    given,
    by: lead,
    args: { evidence: clipId, set: { kind: 'guideline' } },
    refused: 'forbidden',
  },
  {
    it: '[M25] a clip without an idea',
    given: [aClip({ kind: null })],
    by: sender,
    args: { evidence: clipId, set: { kind: 'guideline' } },
    changes: [aClip({ kind: 'guideline', kindSaid: said() })],
  },
  {
    it: '[M24] a kind set back to “not said”',
    given: [led, aClip({ ideas: [ideaId] })],
    by: sender,
    args: of({ kind: null }),
    changes: [aClip({ kind: null, ideas: [ideaId], kindSaid: said() })],
  },
  {
    it: '[M25] against it, for this idea alone',
    given: [led, aClip({ ideas: [ideaId, otherIdea] })],
    by: lead,
    args: of({ direction: 'against' }),
    changes: [aClip({ ideas: [ideaId, otherIdea], directions: saying('against', 'lee') })],
  },
  {
    it: '[M25] and supporting it after all',
    given: [led, aClip({ ideas: [ideaId], directions: saying('against', 'lee') })],
    by: sender,
    args: of({ direction: 'supports' }),
    changes: [aClip({ ideas: [ideaId], directions: saying('supports') })],
  },
  {
    it: '[M14] of a merged idea: of the one that it joined',
    given: [anIdea(merged(otherIdea)), anIdea({ id: otherIdea }), aClip({ ideas: [ideaId, otherIdea] })],
    by: sender,
    args: of({ direction: 'context' }),
    changes: [aClip({ ideas: [ideaId, otherIdea], directions: saying('context', 'sam', otherIdea) })],
  },
  {
    it: '[M25] a direction for an idea that it is not attached to',
    given: [led, aClip()],
    by: sender,
    args: of({ direction: 'against' }),
    refused: 'invalid',
  },
  { it: '[M25] a direction for no idea', given, by: sender, args: { evidence: clipId, set: { direction: 'against' } }, refused: 'invalid' },
  {
    it: '[M25] appraised',
    given: [led, aClip({ ideas: [ideaId] })],
    by: lead,
    args: of({ appraisal: 'lower' }),
    changes: [aClip({ ideas: [ideaId], appraisal: appraised('lower', 'lee') })],
  },
  {
    it: '[M25] not appraised after all',
    given: [led, aClip({ ideas: [ideaId], appraisal: appraised('lower', 'lee') })],
    by: sender,
    args: of({ appraisal: null }),
    changes: [aClip({ ideas: [ideaId] })],
  },
  {
    it: '[M25] another kind takes the appraisal of the one before away',
    given: [led, aClip({ ideas: [ideaId], appraisal: appraised('lower', 'lee') })],
    by: sender,
    args: kind,
    changes: trial('sam'),
  },
  {
    it: '[M25] a kind without a level is not appraised',
    given,
    by: sender,
    args: of({ kind: 'guideline', appraisal: 'lower' }),
    refused: 'invalid',
  },
  { it: '[M25] nor is a kind that nobody said', given, by: sender, args: of({ appraisal: 'lower' }), refused: 'invalid' },
  {
    it: '[M19] only what is named changes',
    given: [led, aClip({ ideas: [ideaId], directions: saying('against', 'lee') })],
    by: sender,
    args: of({ appraisal: 'higher' }),
    changes: [aClip({ ideas: [ideaId], directions: saying('against', 'lee'), appraisal: appraised('higher') })],
  },
  {
    it: '[M20] what is so already',
    given: [led, aClip({ ideas: [ideaId] })],
    by: sender,
    args: of({ kind: 'before-after', direction: 'supports', appraisal: null }),
    changes: [],
  },
  { it: '[M20] nothing at all', given, by: sender, args: of({}), changes: [] },
  {
    it: '[M16] while its idea is on hold',
    given: [anIdea({ hold }), aClip({ kind: null, ideas: [ideaId] })],
    by: coordinator,
    args: kind,
    changes: trial('coco'),
  },
  { it: '[M25] a clip that is not there', given: [led], by: sender, args: kind, refused: 'not-found' },
  { it: '[M25] an idea that is not there', given: [aClip()], by: sender, args: kind, refused: 'not-found' },
  { it: '[M3] a kind that there is not', given, by: sender, args: of({ kind: 'hearsay' }), refused: 'invalid' },
  { it: '[M3] a direction that there is not', given, by: sender, args: of({ direction: 'up' }), refused: 'invalid' },
])

test('[M14] a clip’s direction for a merged idea is set on the surviving idea', () => {
  const network = sampleNetwork([anIdea(), anIdea({ id: otherIdea }), aClip({ ideas: [ideaId], directions: saying('against') })])
  const args = { idea: ideaId, into: otherIdea, reason: 'same-idea', sentence: 'The same.' }
  const changes = decision('mergeIdeas', network, args, coordinator)
  expect(changes).toContainEqual(
    aClip({
      ideas: [ideaId, otherIdea],
      attachedAt: { [otherIdea]: now },
      directions: { ...saying('against'), ...saying('against', 'sam', otherIdea) },
    }),
  )
})

test('[S19] the author of a change is told what it replaced unseen', () => {
  const mutation = mutationNamed('assessEvidence')
  if (!mutation) throw new Error('There is no such mutation')
  const network = sampleNetwork([led, aClip({ kind: 'guideline', ideas: [ideaId], directions: saying('against', 'lee') })])
  const asked = { ...of({ kind: 'opinion', direction: 'context' }), base: { kind: null, direction: 'against' } }
  expect(overwrittenBy(mutation, network, asked)).toEqual([{ field: 'kind', was: 'guideline' }])
})
