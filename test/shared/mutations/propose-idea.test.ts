import { dayOf, endOfDay } from '../../../shared/values/calendar-day.ts'
import {
  aClip,
  admin,
  anIdea,
  clipId,
  colleague,
  coordinator,
  decisions,
  everyRole,
  evidence,
  familyPartner,
  idea,
  ideaId,
  now,
  sender,
  siteLead,
  steering,
  uuid,
} from '../../sample-network.ts'

const change = 'Weigh every infant at the same hour.'
const fresh = { proposedAt: now, decisionDue: endOfDay(dayOf(now) + 14), movedAt: now }
const bare = { ...fresh, problem: '', topic: '' }

decisions('proposeIdea', [
  ...[coordinator, admin].map((by) => ({
    it: `[M30] in the name of a member, by a ${by.role}`,
    by,
    args: { idea: ideaId, change, behalf: { member: 'sam' } },
    changes: [anIdea({ ...bare, proposedBy: 'sam', enteredBy: by.person, site: '' })],
  })),
  {
    it: '[M30] in the name of a guest, of whom the name is kept',
    by: coordinator,
    args: { idea: ideaId, change, behalf: { guest: ' Maria  Guest ' } },
    changes: [anIdea({ ...bare, proposedBy: 'coco', guest: 'Maria Guest', site: '' })],
  },
  {
    it: '[M30] one’s own name is no other’s',
    by: coordinator,
    args: { idea: ideaId, change, behalf: { member: 'coco' } },
    changes: [anIdea({ ...bare, proposedBy: 'coco', site: '' })],
  },
  ...[sender, siteLead, steering].map((by) => ({
    it: `[M30] not by a ${by.role}`,
    by,
    args: { idea: ideaId, change, behalf: { guest: 'Maria Guest' } },
    refused: 'forbidden' as const,
  })),
  {
    it: '[M30] not without the name',
    by: coordinator,
    args: { idea: ideaId, change, behalf: { member: 'sam' }, nameHidden: true },
    refused: 'invalid',
  },
  { it: '[M30] not for nobody', by: coordinator, args: { idea: ideaId, change, behalf: { guest: ' ' } }, refused: 'invalid' },
  ...everyRole.map((by) => ({
    it: `[M6] one sentence is enough, from a ${by.role}`,
    by,
    args: { idea: ideaId, change },
    changes: [anIdea({ ...bare, proposedBy: by.person, site: by.site })],
  })),
  {
    it: '[M6] a sentence of blanks counts as empty',
    by: sender,
    args: { idea: ideaId, change: '  ' },
    refused: 'invalid',
    saying: 'must not be empty',
  },
  {
    it: '[M6] a sentence has at most 500 characters',
    by: sender,
    args: { idea: ideaId, change: 'x'.repeat(501) },
    refused: 'invalid',
    saying: '501 of at most 500',
  },
  {
    it: '[M6] all fields may be given at once; repeated tags count once',
    by: sender,
    args: { idea: ideaId, change, problem: 'P', details: 'D', topic: 'lines', tags: ['a', ' a ', '', 'b'], site: 'ash' },
    changes: [anIdea({ ...fresh, problem: 'P', details: 'D', topic: 'lines', tags: ['a', 'b'] })],
  },
  {
    it: '[P9] with the record of what was taken out of it, as types and counts',
    by: sender,
    args: { idea: ideaId, change, checked: { replaced: { NAME: 1 }, notPatient: { LOCATION: 1 } } },
    changes: [anIdea({ ...bare, checked: { replaced: { NAME: 1 }, notPatient: { LOCATION: 1 } } })],
  },
  {
    it: '[P9] a value in that record',
    by: sender,
    args: { idea: ideaId, change, checked: { notPatient: { NAME: 'Marisol' } } },
    refused: 'invalid',
  },
  {
    it: '[M10] clips that came before support it, each once',
    given: [aClip({ ideas: [uuid(9)] })],
    by: sender,
    args: { idea: ideaId, change, evidence: [clipId, clipId] },
    changes: [anIdea(bare), { kind: 'evidence', id: clipId, value: evidence({ ideas: [uuid(9), ideaId] }) }],
  },
  {
    it: '[M10] a clip that is not there is a refusal',
    by: sender,
    args: { idea: ideaId, change, evidence: [clipId] },
    refused: 'not-found',
  },
  { it: '[M7] an id in use is a refusal', given: [anIdea()], by: colleague, args: { idea: ideaId, change: 'Other.' }, refused: 'exists' },
  {
    it: '[M8] a site that the network does not have',
    by: familyPartner,
    args: { idea: ideaId, change, site: 'nowhere' },
    refused: 'invalid',
  },
  { it: '[M8] a topic that the network does not have', by: sender, args: { idea: ideaId, change, topic: 'nothing' }, refused: 'invalid' },
  { it: '[M8] another site’s idea', by: sender, args: { idea: ideaId, change, site: 'birch' }, refused: 'forbidden' },
  {
    it: '[M8] somebody without a site, for the site that they name',
    by: familyPartner,
    args: { idea: ideaId, change, site: 'birch' },
    changes: [anIdea({ ...bare, site: 'birch', proposedBy: 'fay' })],
  },
  {
    it: '[M8] network staff, for any site',
    by: coordinator,
    args: { idea: ideaId, change, site: 'birch' },
    changes: [{ kind: 'idea', id: ideaId, value: idea({ ...bare, site: 'birch', proposedBy: 'coco' }) }],
  },
])
