import { admin, anIdea, aStance, colleague, coordinator, day, decisions, ended, familyPartner, hold, ideaId, merged, now, otherIdea, sender, siteLead, stance, steering, tested } from '../../sample-network.ts'

const says = (set: object): object => ({ idea: ideaId, site: 'ash', stance: 'interested', ...set })
const improved = { stance: 'tested', result: 'improved' }

decisions('expressStance', [
  { it: '[M11] a contributor: we would test this', given: [anIdea()], by: sender, args: says({}), changes: [aStance(stance('ash', { by: 'sam', at: now }))] },
  {
    it: '[M11] a site lead: we are testing',
    given: [anIdea(), aStance(stance('ash'))],
    by: siteLead,
    args: says({ stance: 'testing', measure: 'Grams', expectedEnd: now + 90 * day }),
    changes: [aStance(stance('ash', { stance: 'testing', measure: 'Grams', expectedEnd: now + 90 * day, at: now }))],
  },
  { it: '[M11] a site lead: we tested', given: [anIdea()], by: siteLead, args: says(improved), changes: [aStance(tested('ash', 'improved', { at: now }))] },
  ...[coordinator, admin].map((by) => ({
    it: `[M11] a ${by.role} for any site`,
    given: [anIdea()],
    by,
    args: says({ ...improved, site: 'birch' }),
    changes: [aStance(tested('birch', 'improved', { by: by.person, at: now }))],
  })),
  { it: '[M8] not for another site', given: [anIdea()], by: siteLead, args: says({ site: 'birch' }), refused: 'forbidden' },
  { it: '[M8] not without a site', given: [anIdea()], by: familyPartner, args: says({}), refused: 'forbidden' },
  { it: '[M8] not steering for a site', given: [anIdea()], by: steering, args: says({}), refused: 'forbidden' },
  { it: '[M8] a site that the network does not have', given: [anIdea()], by: coordinator, args: says({ site: 'nowhere' }), refused: 'invalid' },
  { it: '[M11] a contributor does not say that the site tests', given: [anIdea()], by: sender, args: says({ stance: 'testing' }), refused: 'forbidden' },
  { it: '[M11] a contributor does not say a result', given: [anIdea()], by: sender, args: says(improved), refused: 'forbidden' },
  { it: '[M11] a contributor’s interest leaves what the site lead said', given: [anIdea(), aStance(tested('ash', 'worse'))], by: colleague, args: says({}), changes: [] },
  { it: '[M11] a test that has ended needs a result', given: [anIdea()], by: siteLead, args: says({ stance: 'tested' }), refused: 'invalid' },
  { it: '[M11] a result needs a test that has ended', given: [anIdea()], by: siteLead, args: says({ stance: 'testing', result: 'improved' }), refused: 'invalid' },
  { it: '[M13] interest in a parked idea', given: [anIdea(ended('parked'))], by: sender, args: says({}), changes: [aStance(stance('ash', { by: 'sam', at: now }))] },
  { it: '[M16] nothing begins on hold', given: [anIdea({ hold })], by: siteLead, args: says({ stance: 'testing' }), refused: 'held' },
  { it: '[M16] a result comes in on hold', given: [anIdea({ hold })], by: siteLead, args: says({ stance: 'tested', result: 'worse' }), changes: [aStance(tested('ash', 'worse', { at: now }))] },
  {
    it: '[M14] of a merged idea: of the one it joined',
    given: [anIdea(merged(otherIdea)), anIdea({ id: otherIdea })],
    by: siteLead,
    args: says({}),
    changes: [aStance(stance('ash', { idea: otherIdea, at: now }))],
  },
  { it: '[M3] an idea that is not there', by: sender, args: says({}), refused: 'not-found' },
])
