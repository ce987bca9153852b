import { admin, anIdea, aStance, coordinator, decisions, ended, hold, ideaId, merged, now, otherIdea, sender, siteLead, steering, tested } from '../../sample-network.ts'

const into = (pathway: string, set: object = {}): object => ({ idea: ideaId, pathway, ...set })
const bare = anIdea({ problem: '', topic: '' })

decisions('classifyIdea', [
  { it: '[M12] a coordinator', given: [anIdea()], by: coordinator, args: into('incubator'), changes: [anIdea({ pathway: 'incubator', movedAt: now })] },
  ...[sender, siteLead, steering, admin].map((by) => ({ it: `[M4] not a ${by.role}`, given: [anIdea()], by, args: into('incubator'), refused: 'forbidden' as const })),
  { it: '[M12] what triage asks for is missing', given: [bare], by: coordinator, args: into('incubator'), refused: 'gate', saying: 'no problem sentence, no topic' },
  {
    it: '[M12] what is missing is said in the same breath',
    given: [bare],
    by: coordinator,
    args: into('incubator', { topic: 'lines', problem: 'P' }),
    changes: [anIdea({ topic: 'lines', problem: 'P', pathway: 'incubator', movedAt: now })],
  },
  { it: '[M12] or overridden with a reason', given: [bare], by: coordinator, args: into('incubator', { override: 'The call is today.' }), changes: [anIdea({ problem: '', topic: '', pathway: 'incubator', movedAt: now })] },
  { it: '[M12] a reason of blanks is none', given: [bare], by: coordinator, args: into('incubator', { override: ' ' }), refused: 'invalid' },
  { it: '[M8] a pathway that the network does not have', given: [anIdea()], by: coordinator, args: into('fast-lane'), refused: 'invalid' },
  { it: '[M8] a topic that the network does not have', given: [anIdea()], by: coordinator, args: into('incubator', { topic: 'nothing' }), refused: 'invalid' },
  { it: '[M20] the same pathway again', given: [anIdea({ pathway: 'incubator', phase: 'test' })], by: coordinator, args: into('incubator'), changes: [] },
  {
    it: '[M20] the same pathway with another topic moves nothing',
    given: [anIdea({ pathway: 'incubator', phase: 'test' })],
    by: coordinator,
    args: into('incubator', { topic: 'lines' }),
    changes: [anIdea({ pathway: 'incubator', phase: 'test', topic: 'lines' })],
  },
  { it: '[M12] another pathway before work began', given: [anIdea({ pathway: 'single-site' })], by: coordinator, args: into('incubator'), changes: [anIdea({ pathway: 'incubator', movedAt: now })] },
  {
    it: '[G7] an evaluated success is offered to the next pathway, from its first phase',
    given: [anIdea({ pathway: 'incubator', phase: 'evaluate' }), aStance(tested('ash'))],
    by: coordinator,
    args: into('network-wide'),
    changes: [anIdea({ pathway: 'network-wide', phase: 'idea', movedAt: now })],
  },
  { it: '[M12] work that began does not start over by a slip', given: [anIdea({ pathway: 'network-wide', phase: 'spread' })], by: coordinator, args: into('single-site'), refused: 'gate', saying: 'starts over' },
  {
    it: '[M12] but with a reason',
    given: [anIdea({ pathway: 'incubator', phase: 'test' })],
    by: coordinator,
    args: into('single-site', { override: 'One site is left.' }),
    changes: [anIdea({ pathway: 'single-site', phase: 'idea', movedAt: now })],
  },
  { it: '[M13] not when it has ended', given: [anIdea(ended('declined'))], by: coordinator, args: into('incubator'), refused: 'gone', saying: 'declined' },
  { it: '[M15] not when it was merged', given: [anIdea(merged(otherIdea)), anIdea({ id: otherIdea })], by: coordinator, args: into('incubator'), refused: 'gone', saying: 'merged' },
  { it: '[M16] not on hold', given: [anIdea({ hold })], by: coordinator, args: into('incubator'), refused: 'held' },
  { it: '[M3] an idea that is not there', by: coordinator, args: into('incubator'), refused: 'not-found' },
])
