import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { commentGoesUnnamed, ownComment } from './engine/own-comment.ts'
import { defineMutation, refusalIn } from './engine/mutation.ts'
import { roles } from '../domain/entities.ts'

/** Its author puts a comment into other words. The history keeps that, and both texts. */
export const editComment = defineMutation({
  name: 'editComment',
  args: v.object({ comment: field.id, idea: field.id, text: field.requiredText }),
  roles,
  reads: (args) => ({ ideas: [args.idea], comments: [args.comment] }),
  goesUnnamed: commentGoesUnnamed,
  objects: (network, { comment = '' }, context) => refusalIn(ownComment(network, comment, context)),
  run: (network, args, context) => {
    const comment = ownComment(network, args.comment, context)
    if ('refused' in comment) return comment
    if (comment.text === args.text) return []
    return [{ kind: 'comment', id: comment.id, value: { ...comment, text: args.text, editedAt: context.at } }]
  },
})
