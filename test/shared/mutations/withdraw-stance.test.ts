import {
  anIdea,
  aStance,
  coordinator,
  decisions,
  ended,
  ideaId,
  merged,
  otherIdea,
  sender,
  siteLead,
  stance,
  steering,
  tested,
  uuid,
} from '../../sample-network.ts'

const args = { idea: ideaId, site: 'ash' }
const interested = aStance(stance('ash'))
const gone = [{ kind: 'stance', id: `${ideaId}/ash`, value: null }] as const

decisions('withdrawStance', [
  { it: '[M29] an interest, by a colleague of the site', given: [anIdea(), interested], by: sender, args, changes: [...gone] },
  { it: '[M29] a test, by the site lead', given: [anIdea(), aStance(tested('ash'))], by: siteLead, args, changes: [...gone] },
  { it: '[M29] by a coordinator', given: [anIdea(), interested], by: coordinator, args, changes: [...gone] },
  { it: '[M29] a test, by a colleague', given: [anIdea(), aStance(tested('ash'))], by: sender, args, refused: 'forbidden' },
  { it: '[M4] for another site', given: [anIdea(), interested], by: sender, args: { ...args, site: 'birch' }, refused: 'forbidden' },
  { it: '[M4] by a steering member', given: [anIdea(), interested], by: steering, args, refused: 'forbidden' },
  { it: '[M20] where the site says nothing', given: [anIdea()], by: sender, args, changes: [] },
  { it: '[M13] of an ended idea', given: [anIdea(ended('parked')), interested], by: sender, args, changes: [...gone] },
  {
    it: '[M14] of a merged idea: of the one it joined',
    given: [anIdea(merged(otherIdea)), anIdea({ id: otherIdea }), aStance(stance('ash', { id: `${otherIdea}/ash`, idea: otherIdea }))],
    by: sender,
    args,
    changes: [{ kind: 'stance', id: `${otherIdea}/ash`, value: null }],
  },
  { it: '[M3] an idea that is not there', by: sender, args: { ...args, idea: uuid(9) }, refused: 'not-found' },
])
