import {
  admin,
  anIdea,
  coordinator,
  day,
  decisions,
  ended,
  hold,
  ideaId,
  merged,
  now,
  otherIdea,
  sender,
  siteLead,
  steering,
} from '../../sample-network.ts'

const args = { idea: ideaId, reason: 'New evidence.' }
const step = { did: 'reopened' as const, by: 'coco', why: 'New evidence.' }
const again = { movedAt: now, step, decisionDue: now + 14 * day }

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
