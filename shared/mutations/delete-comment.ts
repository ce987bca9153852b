import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { commentGoesUnnamed, ownComment } from './engine/own-comment.ts'
import { defineMutation, refusalIn } from './engine/mutation.ts'
import { roles } from '../domain/entities.ts'

/** Its author takes a comment back. The history keeps that there was one, and when it went. */
export const deleteComment = defineMutation({
  name: 'deleteComment',
  args: v.object({ comment: field.id, idea: field.id }),
  roles,
  reads: (args) => ({ ideas: [args.idea], comments: [args.comment] }),
  goesUnnamed: commentGoesUnnamed,
  objects: (network, { comment = '' }, context) => refusalIn(ownComment(network, comment, context)),
  run: (network, args, context) => {
    const comment = ownComment(network, args.comment, context)
    return 'refused' in comment ? comment : [{ kind: 'comment', id: comment.id, value: null }]
  },
})
