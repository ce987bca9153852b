import { anIdea, decisions, ended, everyRole, hold, ideaId, merged, now, otherIdea, sender } from '../../sample-network.ts'

const args = { idea: ideaId, why: 'One infant fell.' }
const held = { hold: { why: 'One infant fell.', by: 'sam', at: now } }

decisions('holdIdea', [
  ...everyRole.map((by) => ({
    it: `[M16] a ${by.role} may`,
    given: [anIdea()],
    by,
    args,
    changes: [anIdea({ hold: { ...held.hold, by: by.person } })],
  })),
  { it: '[M16] the first reason stays', given: [anIdea({ hold })], by: sender, args, changes: [] },
  {
    it: '[M16] an ended idea too',
    given: [anIdea(ended('abandoned'))],
    by: sender,
    args,
    changes: [anIdea({ ...ended('abandoned'), ...held })],
  },
  {
    it: '[M14] a merged idea: the one it joined',
    given: [anIdea(merged(otherIdea)), anIdea({ id: otherIdea })],
    by: sender,
    args,
    changes: [anIdea({ id: otherIdea, ...held })],
  },
  { it: '[M3] without saying why', given: [anIdea()], by: sender, args: { idea: ideaId, why: ' ' }, refused: 'invalid' },
  { it: '[M3] an idea that is not there', by: sender, args, refused: 'not-found' },
])
