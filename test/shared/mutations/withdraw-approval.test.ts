import { request, designed, vote, decided, open, half } from '../../sample-approval.ts'
import { anIdea, coordinator, decisions, ideaId, steering } from '../../sample-network.ts'

const taken = { idea: ideaId, approval: request }
decisions('withdrawApproval', [
  { it: '[G15] a coordinator', given: open, by: coordinator, args: taken, changes: [anIdea(designed)] },
  { it: '[G15] while one of two has decided', given: half, by: coordinator, args: taken, changes: [anIdea(designed)] },
  { it: '[G15] not steering', given: open, by: steering, args: taken, refused: 'forbidden' },
  {
    it: '[G15] not once it is decided',
    given: [anIdea({ ...designed, approval: decided('approved', vote('stella', 'approved')) })],
    by: coordinator,
    args: taken,
    refused: 'gone',
  },
  { it: '[G15] not where there is none', given: [anIdea(designed)], by: coordinator, args: taken, refused: 'gone' },
])
