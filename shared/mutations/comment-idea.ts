import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, refuse, signed } from './engine/mutation.ts'
import { roles, survivingIdea } from '../domain/entities.ts'
import { message } from '../i18n/message.ts'
import type { FormCode } from '../values/issue-message.ts'

/** A comment, or (`question`) what a coordinator asks the sender. Talking goes on while an idea is on hold. */
export const commentIdea = defineMutation({
  name: 'commentIdea',
  args: v.object({
    comment: field.id,
    idea: field.id,
    text: field.requiredText,
    question: v.optional(v.boolean(), false),
    /** Ids of the members whom the comment mentions: they are notified. */
    mentions: v.optional(v.pipe(field.labels, v.maxLength(field.limits.mentions, 'form-too-many' satisfies FormCode))),
    /** The sender's name is kept from peers. */
    nameHidden: v.optional(v.boolean()),
  }),
  roles,
  reads: (args) => ({ ideas: [args.idea], comments: [args.comment] }),
  run: (network, args, context) => {
    const idea = survivingIdea(network, args.idea)
    if (!idea) return refuse('not-found', message('idea-not-found'))
    if (network.comment(args.comment)) return refuse('exists', message('comment-exists'))
    const { comment: id, text, question, mentions } = args
    const said = { id, idea: idea.id, text, question, ...signed(context), at: context.at }
    return [{ kind: 'comment', id, value: mentions?.length ? { ...said, mentions } : said }]
  },
})
