import { aComment, anIdea, commentId, coordinator, decisions, ended, ideaId, now, sender, uuid } from '../../sample-network.ts'

const args = { comment: commentId, idea: ideaId, text: 'Better.' }
const edited = aComment({ text: 'Better.', editedAt: now })

decisions('editComment', [
  { it: '[M28] by its author', given: [anIdea(), aComment()], by: sender, args, changes: [edited] },
  { it: '[M28] by somebody else', given: [anIdea(), aComment()], by: coordinator, args, refused: 'forbidden' },
  { it: '[M20] the same words', given: [anIdea(), aComment({ text: 'Better.' })], by: sender, args, changes: [] },
  { it: '[M13] on an ended idea', given: [anIdea(ended('declined')), aComment()], by: sender, args, changes: [edited] },
  { it: '[M3] nothing said', given: [anIdea(), aComment()], by: sender, args: { ...args, text: ' ' }, refused: 'invalid' },
  { it: '[M3] a comment that is not there', given: [anIdea()], by: sender, args: { ...args, comment: uuid(29) }, refused: 'not-found' },
])
