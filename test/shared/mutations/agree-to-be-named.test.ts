import { anIdea, colleague, decisions, ideaId, lead, sender, steering, uuid } from '../../sample-network.ts'

const agree = { idea: ideaId, agree: true }
const led = { leads: ['lee'] }

decisions('agreeToBeNamed', [
  { it: '[O94] the sender agrees', given: [anIdea(led)], by: sender, args: agree, changes: [anIdea({ ...led, named: ['sam'] })] },
  {
    it: '[O94] a lead agrees',
    given: [anIdea({ ...led, named: ['sam'] })],
    by: lead,
    args: agree,
    changes: [anIdea({ ...led, named: ['sam', 'lee'] })],
  },
  {
    it: '[O94] and takes it back',
    given: [anIdea({ ...led, named: ['sam', 'lee'] })],
    by: lead,
    args: { ...agree, agree: false },
    changes: [anIdea({ ...led, named: ['sam'] })],
  },
  ...[colleague, steering].map((by) => ({
    it: `[O94] nobody else: ${by.person}`,
    given: [anIdea(led)],
    by,
    args: agree,
    refused: 'forbidden' as const,
  })),
  {
    it: '[O94] [W2] whoever sent it without a name stays unnamed',
    given: [anIdea({ nameHidden: true })],
    by: sender,
    args: agree,
    refused: 'forbidden',
  },
  { it: '[M20] agreed already', given: [anIdea({ named: ['sam'] })], by: sender, args: agree, changes: [] },
  { it: '[M3] an idea that is not there', by: sender, args: { ...agree, idea: uuid(9) }, refused: 'not-found' },
])
