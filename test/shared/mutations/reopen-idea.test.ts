import { dayOf, endOfDay } from '../../../shared/values/calendar-day.ts'
import { expect, test } from 'vitest'
import type { Change } from '../../../shared/domain/entities.ts'
import type { MemoryNetwork } from '../../memory-network.ts'
import {
  aClip,
  admin,
  anIdea,
  aStance,
  coordinator,
  decision,
  decisions,
  ended,
  hold,
  ideaId,
  merged,
  now,
  otherClip,
  otherIdea,
  sampleNetwork,
  sender,
  siteLead,
  stance,
  steering,
  tested,
  thirdIdea,
} from '../../sample-network.ts'

const args = { idea: ideaId, reason: 'New evidence.' }
const step = { did: 'reopened' as const, by: 'coco', why: 'New evidence.' }
const again = { movedAt: now, step, decisionDue: endOfDay(dayOf(now) + 14) }

decisions('reopenIdea', [
  ...(['parked', 'declined', 'abandoned'] as const).map((disposition) => ({
    it: `[M17] from ${disposition}, with a new decision date`,
    given: [anIdea({ ...ended(disposition), lookAgain: now })],
    by: coordinator,
    args,
    changes: [anIdea(again)],
  })),
  {
    it: '[M17] where it was, if it was classified',
    given: [anIdea({ ...ended('parked'), pathway: 'incubator', phase: 'design' })],
    by: steering,
    args,
    changes: [anIdea({ pathway: 'incubator', phase: 'design', movedAt: now, step: { ...step, by: 'stella' } })],
  },
  {
    it: '[M17] after a merge, while the other idea stays as it is',
    given: [anIdea(merged(otherIdea)), anIdea({ id: otherIdea, joined: [ideaId] })],
    by: coordinator,
    args,
    changes: [anIdea(again)],
  },
  { it: '[M20] an active idea', given: [anIdea()], by: coordinator, args, changes: [] },
  { it: '[M16] not on hold', given: [anIdea({ ...ended('abandoned'), hold })], by: coordinator, args, refused: 'held' },
  ...[sender, siteLead, admin].map((by) => ({
    it: `[M4] not a ${by.role}`,
    given: [anIdea(ended('declined'))],
    by,
    args,
    refused: 'forbidden' as const,
  })),
  {
    it: '[M17] not without a reason',
    given: [anIdea(ended('declined'))],
    by: coordinator,
    args: { idea: ideaId, reason: '' },
    refused: 'invalid',
  },
  { it: '[M3] an idea that is not there', by: coordinator, args, refused: 'not-found' },
])

const done = (network: MemoryNetwork, name: 'mergeIdeas' | 'reopenIdea' | 'expressStance' | 'attachEvidence', args: object): void =>
  network.write(decision(name, network, args, coordinator) as Change[])
const saidIn = (network: MemoryNetwork): unknown => [network.all('evidence'), network.all('stance')]
const merge = (idea: string, into: string) => ({ idea, into, reason: 'same-idea', sentence: 'The same.' })
const there = { idea: otherIdea }
const two = (): Change[] => [
  anIdea({ leads: [] }),
  anIdea({ id: otherIdea, site: 'oak' }),
  anIdea({ id: thirdIdea, site: 'oak' }),
  aClip({ ideas: [ideaId] }),
  aClip({ id: otherClip, ideas: [ideaId, otherIdea] }),
  aStance(stance('birch')),
  aStance(tested('cedar', 'worse')),
  aStance(tested('cedar', 'improved', there)),
  aStance(stance('elm', there)),
]

test('[B6] an undone merge leaves both ideas as they were before', () => {
  const network = sampleNetwork(two())
  const before = saidIn(network)
  done(network, 'mergeIdeas', merge(ideaId, otherIdea))
  expect(saidIn(network)).not.toEqual(before)
  done(network, 'reopenIdea', args)
  expect(saidIn(network)).toEqual(before)
  expect(network.idea(ideaId)).not.toHaveProperty('carried')
})

test('[B6] undoing a merge also takes back what a second merge carried on', () => {
  const network = sampleNetwork(two())
  done(network, 'mergeIdeas', merge(otherIdea, thirdIdea))
  const direct = saidIn(network)
  const chained = sampleNetwork(two())
  done(chained, 'mergeIdeas', merge(ideaId, otherIdea))
  done(chained, 'mergeIdeas', merge(otherIdea, thirdIdea))
  done(chained, 'reopenIdea', args)
  expect(chained.evidenceOf(thirdIdea)).toEqual(network.evidenceOf(thirdIdea))
  expect(chained.all('evidence')).toEqual((direct as unknown[])[0])
})

test('[B6] what a site said since the merge stays', () => {
  const network = sampleNetwork(two())
  done(network, 'mergeIdeas', merge(ideaId, otherIdea))
  done(network, 'expressStance', { idea: otherIdea, site: 'birch', stance: 'testing', measure: 'Grams' })
  done(network, 'reopenIdea', args)
  expect(network.stancesOf(otherIdea).map(({ site, stance }) => `${site} ${stance}`)).toEqual([
    'birch testing',
    'cedar tested',
    'elm interested',
  ])
})

test('[M16] a merge into an idea that is on hold is not undone', () => {
  const network = sampleNetwork([anIdea(merged(otherIdea)), anIdea({ id: otherIdea, hold })])
  expect(decision('reopenIdea', network, args, coordinator)).toMatchObject({ refused: 'held' })
})
