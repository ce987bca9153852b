import { aComment, anIdea, commentId, coordinator, decisions, ended, hold, ideaId, now, sender, uuid } from '../../sample-network.ts'

const args = { comment: commentId, idea: ideaId }
const question = aComment({ by: 'coco', question: true })
const read = aComment({ by: 'coco', question: true, readAt: now })

decisions('markQuestionRead', [
  { it: '[M27] its sender reads it', given: [anIdea(), question], by: sender, args, changes: [read] },
  { it: '[M20] read before', given: [anIdea(), aComment({ by: 'coco', question: true, readAt: 5 })], by: sender, args, changes: [] },
  { it: '[M27] somebody else', given: [anIdea(), question], by: coordinator, args, refused: 'forbidden' },
  { it: '[M27] what is no question', given: [anIdea(), aComment({ by: 'coco' })], by: sender, args, refused: 'not-found' },
  { it: '[M16] on hold', given: [anIdea({ hold }), question], by: sender, args, changes: [read] },
  { it: '[M13] of an ended idea', given: [anIdea(ended('declined')), question], by: sender, args, changes: [read] },
  { it: '[M3] a question that is not there', given: [anIdea()], by: sender, args: { ...args, comment: uuid(29) }, refused: 'not-found' },
])
