import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, type Refusal, refusalIn, refuse } from './engine/mutation.ts'
import type { Context } from '../domain/actor.ts'
import { type Comment, type Network, roles } from '../domain/entities.ts'
import { message } from '../i18n/message.ts'

/** The question, for whom it was asked. */
const questionFor = (network: Network, id: string, { person }: Context): Comment | Refusal => {
  const comment = network.comment(id)
  if (!comment?.question) return refuse('not-found', message('question-not-found'))
  return network.idea(comment.idea)?.proposedBy === person ? comment : refuse('forbidden', message('question-of-another'))
}

/** The sender has a question before their eyes: whoever asked sees since when. The first time counts. */
export const markQuestionRead = defineMutation({
  name: 'markQuestionRead',
  args: v.object({ comment: field.id, idea: field.id }),
  roles,
  reads: (args) => ({ ideas: [args.idea], comments: [args.comment] }),
  objects: (network, { comment = '' }, context) => refusalIn(questionFor(network, comment, context)),
  run: (network, args, context) => {
    const question = questionFor(network, args.comment, context)
    if ('refused' in question) return question
    return question.readAt === undefined ? [{ kind: 'comment', id: question.id, value: { ...question, readAt: context.at } }] : []
  },
})
