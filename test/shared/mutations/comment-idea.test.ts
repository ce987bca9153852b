import {
  aComment,
  anIdea,
  commentId,
  coordinator,
  decisions,
  ended,
  everyRole,
  hold,
  ideaId,
  merged,
  otherIdea,
  sender,
} from '../../sample-network.ts'

const args = { comment: commentId, idea: ideaId, text: 'Good.' }

decisions('commentIdea', [
  ...everyRole.map((by) => ({ it: `[M4] a ${by.role} may`, given: [anIdea()], by, args, changes: [aComment({ by: by.person })] })),
  {
    it: '[M4] a question to the sender',
    given: [anIdea()],
    by: coordinator,
    args: { ...args, question: true },
    changes: [aComment({ by: 'coco', question: true })],
  },
  {
    it: '[N4] it may speak to members',
    given: [anIdea()],
    by: coordinator,
    args: { ...args, mentions: ['sam', 'sam', ''] },
    changes: [aComment({ by: 'coco', mentions: ['sam'] })],
  },
  {
    it: '[N4] not to more than twenty',
    given: [anIdea()],
    by: coordinator,
    args: { ...args, mentions: Array.from({ length: 21 }, (_, at) => `m${at}`) },
    refused: 'invalid',
  },
  { it: '[M16] on an idea on hold', given: [anIdea({ hold })], by: sender, args, changes: [aComment()] },
  { it: '[M13] on an ended idea', given: [anIdea(ended('declined'))], by: sender, args, changes: [aComment()] },
  {
    it: '[M14] on a merged idea: on the one it joined',
    given: [anIdea(merged(otherIdea)), anIdea({ id: otherIdea })],
    by: sender,
    args,
    changes: [aComment({ idea: otherIdea })],
  },
  { it: '[M7] an id in use', given: [anIdea(), aComment()], by: coordinator, args: { ...args, text: 'Other.' }, refused: 'exists' },
  { it: '[M3] nothing said', given: [anIdea()], by: sender, args: { ...args, text: ' ' }, refused: 'invalid' },
  { it: '[M3] an idea that is not there', by: sender, args, refused: 'not-found' },
])
