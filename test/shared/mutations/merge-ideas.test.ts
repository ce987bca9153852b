import type { Carried } from '../../../shared/domain/entities.ts'
import {
  aClip,
  admin,
  anIdea,
  aStance,
  clipId,
  coordinator,
  decisions,
  ended,
  evidence,
  hold,
  idea,
  ideaId,
  merged,
  now,
  otherClip,
  otherIdea,
  sender,
  siteLead,
  stance,
  steering,
  tested,
  thirdIdea,
} from '../../sample-network.ts'

const args = { idea: ideaId, into: otherIdea, reason: 'same-idea', sentence: 'Both say the same.' }
const ending = { reason: 'same-idea', sentence: 'Both say the same.', by: 'coco', at: now }
const gone = (into: string, carried: Partial<Carried> = {}) =>
  anIdea({ disposition: 'merged', ending, mergedInto: into, movedAt: now, carried: { evidence: [], sites: [], replaced: [], ...carried } })
const other = anIdea({ id: otherIdea })
const joined = anIdea({ id: otherIdea, joined: [ideaId] })
const there = { idea: otherIdea }

decisions('mergeIdeas', [
  { it: '[M14] a coordinator', given: [anIdea(), other], by: coordinator, args, changes: [gone(otherIdea), joined] },
  ...[sender, siteLead, steering, admin].map((by) => ({
    it: `[M4] not a ${by.role}`,
    given: [anIdea(), other],
    by,
    args,
    refused: 'forbidden' as const,
  })),
  {
    it: '[M14] evidence comes along, each clip once',
    given: [anIdea(), other, aClip({ ideas: [ideaId] }), aClip({ id: otherClip, ideas: [ideaId, otherIdea] })],
    by: coordinator,
    args,
    changes: [
      gone(otherIdea, { evidence: [clipId] }),
      joined,
      { kind: 'evidence', id: clipId, value: evidence({ ideas: [ideaId, otherIdea], attachedAt: { [otherIdea]: now } }) },
    ],
  },
  {
    it: '[M14] stances move along; of two for one site the stronger stays',
    given: [
      anIdea(),
      other,
      aStance(stance('ash')),
      aStance(tested('birch')),
      aStance(stance('cedar')),
      aStance(tested('elm', 'no-change')),
      aStance(stance('fir')),
      aStance(stance('birch', there)),
      aStance(tested('cedar', 'improved', there)),
      aStance(stance('elm', { ...there, stance: 'testing' })),
    ],
    by: coordinator,
    args,
    changes: [
      gone(otherIdea, {
        sites: ['ash', 'birch', 'elm', 'fir'],
        replaced: [stance('birch', there), stance('elm', { ...there, stance: 'testing' })],
      }),
      joined,
      aStance(stance('ash', there)),
      aStance(tested('birch', 'improved', there)),
      aStance(tested('elm', 'no-change', there)),
      aStance(stance('fir', there)),
    ],
  },
  {
    it: '[M14] the site that it came from is willing to try the other',
    given: [anIdea(), anIdea({ id: otherIdea, site: 'birch' })],
    by: coordinator,
    args,
    changes: [
      gone(otherIdea, { sites: ['ash'] }),
      anIdea({ id: otherIdea, site: 'birch', joined: [ideaId] }),
      aStance(stance('ash', { ...there, by: 'sam' })),
    ],
  },
  {
    it: '[M14] a result that warns is never lost',
    given: [
      anIdea(),
      other,
      aStance(tested('ash', 'worse')),
      aStance(tested('ash', 'improved', { ...there, at: now })),
      aStance(tested('birch', 'improved', { at: now })),
      aStance(tested('birch', 'worse', there)),
    ],
    by: coordinator,
    args,
    changes: [
      gone(otherIdea, { sites: ['ash'], replaced: [tested('ash', 'improved', { ...there, at: now })] }),
      joined,
      aStance(tested('ash', 'worse', there)),
    ],
  },
  {
    it: '[M14] of two results that do not warn the later one stays',
    given: [anIdea(), other, aStance(tested('ash', 'no-change', { at: now })), aStance(tested('ash', 'improved', there))],
    by: coordinator,
    args,
    changes: [
      gone(otherIdea, { sites: ['ash'], replaced: [tested('ash', 'improved', there)] }),
      joined,
      aStance(tested('ash', 'no-change', { ...there, at: now })),
    ],
  },
  {
    it: '[M14] into a merged idea: into the one that lives on',
    given: [anIdea(), anIdea({ ...merged(thirdIdea), id: otherIdea }), anIdea({ id: thirdIdea })],
    by: coordinator,
    args,
    changes: [gone(thirdIdea), anIdea({ id: thirdIdea, joined: [ideaId] })],
  },
  {
    it: '[M13] an ended idea into another',
    given: [anIdea({ ...ended('parked'), lookAgain: now }), other],
    by: coordinator,
    args,
    changes: [gone(otherIdea), joined],
  },
  { it: '[M20] twice is once', given: [anIdea(merged(otherIdea)), joined], by: coordinator, args, changes: [] },
  {
    it: '[M15] what was merged elsewhere is not merged again',
    given: [anIdea(merged(thirdIdea)), other, anIdea({ id: thirdIdea })],
    by: coordinator,
    args,
    refused: 'gone',
  },
  { it: '[M14] not into itself', given: [anIdea()], by: coordinator, args: { ...args, into: ideaId }, refused: 'invalid' },
  { it: '[M14] not in a ring', given: [anIdea(), anIdea({ ...merged(ideaId), id: otherIdea })], by: coordinator, args, refused: 'invalid' },
  {
    it: '[M13] not with a reason of another ending',
    given: [anIdea(), other],
    by: coordinator,
    args: { ...args, reason: 'not-now' },
    refused: 'invalid',
  },
  { it: '[M16] not an idea on hold', given: [anIdea({ hold }), other], by: coordinator, args, refused: 'held' },
  {
    it: '[M16] not into an idea on hold',
    given: [anIdea(), { kind: 'idea', id: otherIdea, value: idea({ id: otherIdea, hold }) }],
    by: coordinator,
    args,
    refused: 'held',
  },
  { it: '[M3] not into an idea that is not there', given: [anIdea()], by: coordinator, args, refused: 'not-found' },
  { it: '[M3] not an idea that is not there', given: [other], by: coordinator, args, refused: 'not-found' },
])
