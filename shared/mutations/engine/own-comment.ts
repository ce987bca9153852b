import type { Context } from '../../domain/actor.ts'
import type { Comment, Network } from '../../domain/entities.ts'
import { message } from '../../i18n/message.ts'
import { type Refusal, refuse } from './mutation.ts'

/** The comment, for its author; others have no say in its words. */
export const ownComment = (network: Network, id: string, { person }: Context): Comment | Refusal => {
  const comment = network.comment(id)
  if (!comment) return refuse('not-found', message('comment-not-found'))
  return comment.by === person ? comment : refuse('forbidden', message('comment-of-another'))
}

/** What is asked of a comment without a name, or of one that is gone, goes without a name too: it would tell whose the comment is. */
export const commentGoesUnnamed = (network: Network, { comment }: { comment: string }): boolean => {
  const found = network.comment(comment)
  return found === undefined || found.nameHidden === true
}
