import { anIdea, coordinator, decisions, ended, everyRole, hold, ideaId, merged, otherIdea, sender, uuid } from '../../sample-network.ts'

const args = { idea: ideaId, watch: true }
const many = Array.from({ length: 500 }, (_, index) => `person-${index}`)

decisions('watchIdea', [
  ...everyRole.map((by) => ({ it: `[M4] a ${by.role} may`, given: [anIdea()], by, args, changes: [anIdea({ watchers: [by.person] })] })),
  { it: '[M20] watching already', given: [anIdea({ watchers: ['sam'] })], by: sender, args, changes: [] },
  { it: '[M20] not watching', given: [anIdea()], by: sender, args: { ...args, watch: false }, changes: [] },
  {
    it: '[M19] no longer, and the others stay',
    given: [anIdea({ watchers: ['coco', 'sam'] })],
    by: sender,
    args: { ...args, watch: false },
    changes: [anIdea({ watchers: ['coco'] })],
  },
  { it: '[M16] on hold', given: [anIdea({ hold })], by: coordinator, args, changes: [anIdea({ hold, watchers: ['coco'] })] },
  {
    it: '[M13] an ended idea',
    given: [anIdea(ended('parked'))],
    by: coordinator,
    args,
    changes: [anIdea({ ...ended('parked'), watchers: ['coco'] })],
  },
  {
    it: '[M14] a merged idea: the one it joined',
    given: [anIdea(merged(otherIdea)), anIdea({ id: otherIdea })],
    by: sender,
    args,
    changes: [anIdea({ id: otherIdea, watchers: ['sam'] })],
  },
  { it: '[M3] no more than a row holds', given: [anIdea({ watchers: many })], by: sender, args, refused: 'too-large' },
  { it: '[M3] an idea that is not there', by: sender, args: { ...args, idea: uuid(9) }, refused: 'not-found' },
])
