import {
  admin,
  anIdea,
  coordinator,
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
  uuid,
} from '../../sample-network.ts'

const take = { idea: ideaId, take: true }
const mine = { by: 'coco', at: now }
const theirs = { by: 'otto', at: now - 1 }

decisions('takeIdea', [
  { it: '[B20] a coordinator takes it', given: [anIdea()], by: coordinator, args: take, changes: [anIdea({ taken: mine })] },
  { it: '[B20] and gives it back', given: [anIdea({ taken: mine })], by: coordinator, args: { ...take, take: false }, changes: [anIdea()] },
  ...[sender, siteLead, steering, admin].map((by) => ({
    it: `[B20] a ${by.role} does not`,
    given: [anIdea()],
    by,
    args: take,
    refused: 'forbidden' as const,
  })),
  { it: '[M20] taken already', given: [anIdea({ taken: mine })], by: coordinator, args: take, changes: [] },
  { it: '[M20] not taken', given: [anIdea()], by: coordinator, args: { ...take, take: false }, changes: [] },
  { it: '[B20] not unknowingly from somebody else', given: [anIdea({ taken: theirs })], by: coordinator, args: take, refused: 'exists' },
  {
    it: '[B20] knowingly',
    given: [anIdea({ taken: theirs })],
    by: coordinator,
    args: { ...take, over: true },
    changes: [anIdea({ taken: mine })],
  },
  {
    it: '[B20] nobody gives it back for somebody else',
    given: [anIdea({ taken: theirs })],
    by: coordinator,
    args: { ...take, take: false, over: true },
    refused: 'exists',
  },
  { it: '[B20] on hold too', given: [anIdea({ hold })], by: coordinator, args: take, changes: [anIdea({ hold, taken: mine })] },
  { it: '[B20] not once it was answered', given: [anIdea({ pathway: 'incubator' })], by: coordinator, args: take, refused: 'gone' },
  { it: '[B20] not once it has ended', given: [anIdea(ended('declined'))], by: coordinator, args: take, refused: 'gone' },
  {
    it: '[W2] not one’s own idea without a name',
    given: [anIdea({ proposedBy: 'coco', nameHidden: true })],
    by: coordinator,
    args: take,
    refused: 'forbidden',
  },
  {
    it: '[M14] a merged idea: the one it joined',
    given: [anIdea(merged(otherIdea)), anIdea({ id: otherIdea })],
    by: coordinator,
    args: take,
    changes: [anIdea({ id: otherIdea, taken: mine })],
  },
  { it: '[M3] an idea that is not there', by: coordinator, args: { ...take, idea: uuid(9) }, refused: 'not-found' },
])
