import { admin, anIdea, coordinator, decisions, ended, hold, ideaId, now, sender, siteLead, steering } from '../../sample-network.ts'

const args = { idea: ideaId, reason: 'A slip of the key.' }

decisions('returnToTriage', [
  { it: '[B7] while nothing began', given: [anIdea({ pathway: 'incubator' })], by: coordinator, args, changes: [anIdea({ movedAt: now })] },
  { it: '[M20] what is in triage already', given: [anIdea()], by: coordinator, args, changes: [] },
  {
    it: '[B7] not once its work began',
    given: [anIdea({ pathway: 'incubator', phase: 'design' })],
    by: coordinator,
    args,
    refused: 'gate',
  },
  {
    it: '[B7] not without a reason',
    given: [anIdea({ pathway: 'incubator' })],
    by: coordinator,
    args: { idea: ideaId, reason: ' ' },
    refused: 'invalid',
  },
  {
    it: '[M13] not when it ended',
    given: [anIdea({ pathway: 'incubator', ...ended('declined') })],
    by: coordinator,
    args,
    refused: 'gone',
  },
  { it: '[M16] not on hold', given: [anIdea({ pathway: 'incubator', hold })], by: coordinator, args, refused: 'held' },
  ...[sender, siteLead, steering, admin].map((by) => ({
    it: `[M4] not a ${by.role}`,
    given: [anIdea({ pathway: 'incubator' })],
    by,
    args,
    refused: 'forbidden' as const,
  })),
  { it: '[M3] an idea that is not there', by: coordinator, args, refused: 'not-found' },
])
