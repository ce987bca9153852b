import { admin, anIdea, coordinator, decisions, hold, ideaId, now, sender, siteLead, steering, uuid } from '../../sample-network.ts'

const published = { by: 'stella', at: now, sites: true }
const args = { idea: ideaId }

decisions('unpublishIdea', [
  ...[steering, coordinator, admin].map((by) => ({
    it: `[O93] a ${by.role} takes the page away`,
    given: [anIdea({ published })],
    by,
    args,
    changes: [anIdea()],
  })),
  ...[sender, siteLead].map((by) => ({
    it: `[O93] a ${by.role} does not`,
    given: [anIdea({ published })],
    by,
    args,
    refused: 'forbidden' as const,
  })),
  { it: '[O93] on hold too', given: [anIdea({ published, hold })], by: steering, args, changes: [anIdea({ hold })] },
  { it: '[M20] not published', given: [anIdea()], by: steering, args, changes: [] },
  { it: '[M3] an idea that is not there', by: steering, args: { idea: uuid(9) }, refused: 'not-found' },
])
