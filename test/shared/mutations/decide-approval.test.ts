import type { Vote } from '../../../shared/domain/approval-request.ts'
import { request, designed, approval, vote, decided, open, half } from '../../sample-approval.ts'
import {
  aFramework,
  admin,
  anIdea,
  coordinator,
  decisions,
  hold,
  ideaId,
  now,
  sender,
  siteLead,
  steering,
  uuid,
} from '../../sample-network.ts'

const other = { ...steering, person: 'stan' }
const answer = (decision: Vote['is'], words = ''): object => ({ idea: ideaId, approval: request, decision, says: words })

decisions('decideApproval', [
  {
    it: '[G16] one is enough where the network says nothing else',
    given: open,
    by: steering,
    args: answer('approved'),
    changes: [anIdea({ ...designed, approval: decided('approved', vote('stella', 'approved')) })],
  },
  {
    it: '[G16] with conditions',
    given: open,
    by: steering,
    args: answer('conditions', 'Report each month.'),
    changes: [anIdea({ ...designed, approval: decided('approved', vote('stella', 'conditions', 'Report each month.')) })],
  },
  {
    it: '[G16] declines with a reason',
    given: open,
    by: steering,
    args: answer('declined', 'Too early.'),
    changes: [anIdea({ ...designed, approval: decided('declined', vote('stella', 'declined', 'Too early.')) })],
  },
  {
    it: '[G16] the first of two decides nothing yet',
    given: [aFramework({ approvalQuorum: 2 }), ...open],
    by: steering,
    args: answer('approved'),
    changes: [anIdea({ ...designed, approval: approval({ votes: [vote('stella', 'approved')] }) })],
  },
  {
    it: '[G16] the second of two does',
    given: half,
    by: steering,
    args: answer('conditions', 'Report.'),
    changes: [anIdea({ ...designed, approval: decided('approved', vote('stan', 'approved'), vote('stella', 'conditions', 'Report.')) })],
  },
  {
    it: '[G16] one for it and one against it decide nothing',
    given: half,
    by: steering,
    args: answer('declined', 'Too early.'),
    changes: [anIdea({ ...designed, approval: approval({ votes: [vote('stan', 'approved'), vote('stella', 'declined', 'Too early.')] }) })],
  },
  {
    it: '[G16] a member decides otherwise and still counts once',
    given: half,
    by: other,
    args: answer('declined', 'On reflection.'),
    changes: [anIdea({ ...designed, approval: approval({ votes: [vote('stan', 'declined', 'On reflection.')] }) })],
  },
  { it: '[M20] the same again', given: half, by: other, args: answer('approved'), changes: [] },
  { it: '[G16] conditions need words', given: open, by: steering, args: answer('conditions'), refused: 'invalid', saying: 'conditions' },
  { it: '[G16] a refusal needs words', given: open, by: steering, args: answer('declined'), refused: 'invalid', saying: 'why not' },
  ...[sender, siteLead, coordinator, admin].map((by) => ({
    it: `[G16] a ${by.role} does not`,
    given: open,
    by,
    args: answer('approved'),
    refused: 'forbidden' as const,
  })),
  {
    it: '[G16] not on one’s own idea without a name',
    given: [anIdea({ ...designed, proposedBy: 'stella', nameHidden: true, approval: approval() })],
    by: steering,
    args: answer('approved'),
    refused: 'forbidden',
    saying: 'without your name',
  },
  {
    it: '[G16] not once it is decided',
    given: [anIdea({ ...designed, approval: decided('approved', vote('stan', 'approved')) })],
    by: steering,
    args: answer('declined', 'No.'),
    refused: 'gone',
  },
  {
    it: '[G15] not another request than the one that was read',
    given: [anIdea({ ...designed, approval: approval({ id: uuid(32) }) })],
    by: steering,
    args: answer('approved'),
    refused: 'gone',
  },
  {
    it: '[G18] not once the idea has moved',
    given: [anIdea({ ...designed, movedAt: now, approval: approval() })],
    by: steering,
    args: answer('approved'),
    refused: 'gone',
  },
  { it: '[G15] not where nobody asked', given: [anIdea(designed)], by: steering, args: answer('approved'), refused: 'gone' },
  {
    it: '[M16] not on hold',
    given: [anIdea({ ...designed, hold, approval: approval() })],
    by: steering,
    args: answer('approved'),
    refused: 'held',
  },
])
