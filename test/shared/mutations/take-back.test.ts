import { expect, test } from 'vitest'
import type { Network, Undoable } from '../../../shared/domain/entities.ts'
import { undoWithin } from '../../../shared/domain/undo.ts'
import { decide, type Mutation } from '../../../shared/mutations/engine/mutation.ts'
import { takeBack } from '../../../shared/mutations/take-back.ts'
import {
  aClip,
  anIdea,
  aStance,
  coordinator,
  decisions,
  everyRole,
  hold,
  ideaId,
  now,
  otherIdea,
  sampleNetwork,
  sender,
  stance,
  uuid,
} from '../../sample-network.ts'

const args = { mutation: uuid(41) }

// A device keeps nothing of how rows stood before.
decisions(
  'takeBack',
  everyRole.map((by) => ({ it: `[U1] a ${by.role}, where nothing is kept`, by, args, refused: 'gone' as const })),
)

const before = [anIdea({ phase: 'idea' })]
const done: Undoable = { by: 'coco', at: now - 1000, unnamed: false, takenBack: false, changedSince: false, before }
const network = (value: Partial<Undoable>, given = [anIdea({ phase: 'design' })]): Network => {
  const { network: known } = { network: sampleNetwork(given) }
  return {
    framework: () => known.framework(),
    idea: (id) => known.idea(id),
    evidence: (id) => known.evidence(id),
    comment: (id) => known.comment(id),
    evidenceOf: (id) => known.evidenceOf(id),
    stancesOf: (id) => known.stancesOf(id),
    series: (id) => known.series(id),
    undoable: (mutation) => (mutation === args.mutation ? { ...done, ...value } : undefined),
  }
}
const taken = (value: Partial<Undoable>, by = coordinator, given?: typeof before) =>
  decide(takeBack as unknown as Mutation, network(value, given), args, by)

test('[U1] what was done a moment ago stands again as it stood before', () => {
  expect(taken({})).toEqual(before)
  expect(taken({ takenBack: true, changedSince: true })).toEqual([])
})

test.each([
  ['somebody else', {}, sender, 'forbidden'],
  ['too late', { at: now - undoWithin - 1 }, coordinator, 'gone'],
  ['what somebody has changed since', { changedSince: true }, coordinator, 'gone'],
  ['what changed nothing, or is not kept any more', { before: [] }, coordinator, 'gone'],
] as const)('[U1] not %s', (_, value, by, refused) => {
  expect(taken({ ...value, before: 'before' in value ? [] : before }, by)).toMatchObject({ refused })
})

test('[U1] not during a hold, of a site’s first word either', () => {
  expect(taken({}, coordinator, [anIdea({ hold })])).toMatchObject({ refused: 'held' })
  const word = { ...aStance(stance('ash')), value: null }
  expect(taken({ before: [word] }, coordinator, [anIdea({ hold })])).toMatchObject({ refused: 'held' })
})

test('[U1] a clip comes back without an idea that was withdrawn meanwhile', () => {
  expect(taken({ before: [aClip({ ideas: [ideaId, otherIdea] })] })).toEqual([aClip({ ideas: [ideaId] })])
})
