import { admin, anIdea, aStance, coordinator, day, decisions, ended, hold, ideaId, merged, now, otherIdea, sender, siteLead, stance, steering, tested } from '../../sample-network.ts'

const end = (as: string, reason: string, set: object = {}): object => ({ idea: ideaId, as, reason, sentence: 'Later.', ...set })
const ending = (reason: string, by = 'coco') => ({ reason, sentence: 'Later.', by, at: now })
const declined = { disposition: 'declined' as const, ending: ending('out-of-scope') }

decisions('endIdea', [
  { it: '[M13] a coordinator declines', given: [anIdea()], by: coordinator, args: end('declined', 'out-of-scope'), changes: [anIdea({ ...declined, movedAt: now })] },
  {
    it: '[M13] steering parks it, with a day to look again',
    given: [anIdea()],
    by: steering,
    args: end('parked', 'not-now', { lookAgain: now + day }),
    changes: [anIdea({ disposition: 'parked', ending: ending('not-now', 'stella'), lookAgain: now + day, movedAt: now })],
  },
  { it: '[M13] parking needs a day', given: [anIdea()], by: coordinator, args: end('parked', 'not-now'), refused: 'invalid', saying: 'day' },
  { it: '[M13] a day ahead', given: [anIdea()], by: coordinator, args: end('parked', 'not-now', { lookAgain: now }), refused: 'invalid' },
  {
    it: '[M13] abandoned after a test',
    given: [anIdea(), aStance(tested('ash', 'no-change'))],
    by: coordinator,
    args: end('abandoned', 'no-improvement'),
    changes: [anIdea({ disposition: 'abandoned', ending: ending('no-improvement'), movedAt: now })],
  },
  { it: '[M13] not abandoned without a test', given: [anIdea(), aStance(stance('ash'))], by: coordinator, args: end('abandoned', 'no-improvement'), refused: 'gate' },
  { it: '[M13] not without a sentence', given: [anIdea()], by: coordinator, args: end('declined', 'out-of-scope', { sentence: '' }), refused: 'invalid' },
  { it: '[M13] not with a reason of another ending', given: [anIdea()], by: coordinator, args: end('declined', 'not-now'), refused: 'invalid' },
  { it: '[M13] not with a reason that there is not', given: [anIdea()], by: coordinator, args: end('declined', 'because'), refused: 'invalid' },
  { it: '[M13] not merged: that is its own mutation', given: [anIdea()], by: coordinator, args: end('merged', 'same-idea'), refused: 'invalid' },
  {
    it: '[M13] parked, then declined: the last ending counts',
    given: [anIdea({ ...ended('parked'), lookAgain: now })],
    by: coordinator,
    args: end('declined', 'out-of-scope'),
    changes: [anIdea({ ...declined, lookAgain: null, movedAt: now })],
  },
  { it: '[M20] the same ending again', given: [anIdea(declined)], by: steering, args: end('declined', 'out-of-scope'), changes: [] },
  ...[sender, siteLead, admin].map((by) => ({ it: `[M4] not a ${by.role}`, given: [anIdea()], by, args: end('declined', 'out-of-scope'), refused: 'forbidden' as const })),
  { it: '[M15] not a merged idea, nor the one it joined', given: [anIdea(merged(otherIdea)), anIdea({ id: otherIdea })], by: coordinator, args: end('declined', 'out-of-scope'), refused: 'gone' },
  { it: '[M16] not on hold', given: [anIdea({ hold })], by: coordinator, args: end('declined', 'out-of-scope'), refused: 'held' },
  { it: '[M3] an idea that is not there', by: coordinator, args: end('declined', 'out-of-scope'), refused: 'not-found' },
])
