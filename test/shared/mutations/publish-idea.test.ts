import { admin, anIdea, coordinator, decisions, ended, hold, ideaId, now, sender, siteLead, steering, uuid } from '../../sample-network.ts'

const going = { pathway: 'incubator' } as const
const published = { by: 'stella', at: now, sites: false }

decisions('publishIdea', [
  {
    it: '[O93] steering publishes, without sites unless it says so',
    given: [anIdea(going)],
    by: steering,
    args: { idea: ideaId },
    changes: [anIdea({ ...going, published })],
  },
  {
    it: '[O93] and with its sites, since the same day',
    given: [anIdea({ ...going, published: { ...published, at: now - 5 } })],
    by: steering,
    args: { idea: ideaId, sites: true },
    changes: [anIdea({ ...going, published: { ...published, at: now - 5, sites: true } })],
  },
  { it: '[M20] published already', given: [anIdea({ ...going, published })], by: steering, args: { idea: ideaId }, changes: [] },
  ...[sender, siteLead, coordinator, admin].map((by) => ({
    it: `[O93] a ${by.role} does not`,
    given: [anIdea(going)],
    by,
    args: { idea: ideaId },
    refused: 'forbidden' as const,
  })),
  { it: '[O93] not before it has a pathway', given: [anIdea()], by: steering, args: { idea: ideaId }, refused: 'gate' },
  {
    it: '[O93] not once it has ended',
    given: [anIdea({ ...going, ...ended('declined') })],
    by: steering,
    args: { idea: ideaId },
    refused: 'gate',
  },
  { it: '[M16] not on hold', given: [anIdea({ ...going, hold })], by: steering, args: { idea: ideaId }, refused: 'held' },
  { it: '[M3] an idea that is not there', by: steering, args: { idea: uuid(9) }, refused: 'not-found' },
])
