import { aComment, anIdea, commentId, coordinator, decisions, ended, ideaId, sender, uuid } from '../../sample-network.ts'

const args = { comment: commentId, idea: ideaId }
const gone = { kind: 'comment', id: commentId, value: null } as const

decisions('deleteComment', [
  { it: '[M28] by its author', given: [anIdea(), aComment()], by: sender, args, changes: [gone] },
  { it: '[M28] by somebody else', given: [anIdea(), aComment()], by: coordinator, args, refused: 'forbidden' },
  { it: '[M13] on an ended idea', given: [anIdea(ended('declined')), aComment()], by: sender, args, changes: [gone] },
  { it: '[M3] a comment that is not there', given: [anIdea()], by: sender, args: { ...args, comment: uuid(29) }, refused: 'not-found' },
])
