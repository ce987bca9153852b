import type { Context } from '../../../shared/domain/actor.ts'
import type { Idea } from '../../../shared/domain/entities.ts'
import { designed, wide, sites, backed, approval, vote, decided, open, half } from '../../sample-approval.ts'
import { anIdea, coordinator, day, decisions, ideaId, now, steering } from '../../sample-network.ts'

const moves = (value: Partial<Idea>, by: Context, to: string) =>
  anIdea({ ...value, phase: to, movedAt: now, step: { did: 'moved', by: by.person, why: '' } })
const approved = decided('approved', vote('stella', 'approved'))
const to = (phase: string): object => ({ idea: ideaId, to: phase })

decisions('moveIdea', [
  {
    it: '[G17] a coordinator moves what was approved after design',
    given: [anIdea({ ...designed, approval: approved }), ...sites],
    by: coordinator,
    args: to('test'),
    changes: [moves({ ...designed, approval: approved }, coordinator, 'test')],
  },
  {
    it: '[G17] and what was approved before design',
    given: [anIdea({ ...wide, approval: { ...approved, to: 'design' } }), ...backed],
    by: coordinator,
    args: to('design'),
    changes: [moves({ ...wide, approval: { ...approved, to: 'design' } }, coordinator, 'design')],
  },
  { it: '[G17] not while it is asked', given: [...open, ...sites], by: coordinator, args: to('test'), refused: 'forbidden' },
  {
    it: '[G17] not what was declined',
    given: [anIdea({ ...designed, approval: decided('declined', vote('stella', 'declined', 'No.')) }), ...sites],
    by: coordinator,
    args: to('test'),
    refused: 'forbidden',
  },
  {
    it: '[G17] not with the approval of another step',
    given: [anIdea({ ...designed, approval: { ...approved, to: 'spread' } }), ...sites],
    by: coordinator,
    args: to('test'),
    refused: 'forbidden',
  },
  {
    it: '[G18] not with one from before it was here',
    given: [anIdea({ ...designed, approval: { ...approved, movedAt: now - 5 * day } }), ...sites],
    by: coordinator,
    args: to('test'),
    refused: 'forbidden',
  },
  {
    it: '[G3] not while something else is missing',
    given: [anIdea({ ...designed, approval: approved })],
    by: coordinator,
    args: to('test'),
    refused: 'gate',
  },
  {
    it: '[G17] steering makes the move without a request where one decides',
    given: [...open, ...sites],
    by: steering,
    args: to('test'),
    changes: [moves({ ...designed, approval: approval() }, steering, 'test')],
  },
  {
    it: '[G17] not after steering has declined',
    given: [anIdea({ ...designed, approval: decided('declined', vote('stan', 'declined', 'No.')) }), ...sites],
    by: steering,
    args: to('test'),
    refused: 'gate',
    saying: 'did not approve',
  },
  {
    it: '[G17] one of two does not move it alone',
    given: [...half, ...sites],
    by: steering,
    args: to('test'),
    refused: 'gate',
    saying: '1 of 2',
  },
])
