import { admin, anIdea, coordinator, decisions, hold, ideaId, merged, otherIdea, sender, siteLead, steering } from '../../sample-network.ts'

const args = { idea: ideaId, reason: 'Reviewed: another cause.' }

decisions('liftHold', [
  { it: '[M16] steering', given: [anIdea({ hold })], by: steering, args, changes: [anIdea()] },
  ...[sender, siteLead, coordinator, admin].map((by) => ({
    it: `[M16] not a ${by.role}`,
    given: [anIdea({ hold })],
    by,
    args,
    refused: 'forbidden' as const,
  })),
  { it: '[M20] where there is none', given: [anIdea()], by: steering, args, changes: [] },
  {
    it: '[M14] of a merged idea: of the one it joined',
    given: [anIdea(merged(otherIdea)), anIdea({ id: otherIdea, hold })],
    by: steering,
    args,
    changes: [anIdea({ id: otherIdea })],
  },
  { it: '[M16] not without a reason', given: [anIdea({ hold })], by: steering, args: { idea: ideaId, reason: '' }, refused: 'invalid' },
  { it: '[M3] an idea that is not there', by: steering, args, refused: 'not-found' },
])
