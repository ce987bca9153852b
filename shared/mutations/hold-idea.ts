import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, refuse, signed } from './engine/mutation.ts'
import { roles, survivingIdea } from '../domain/entities.ts'
import { message } from '../i18n/message.ts'

/** Anybody who hears of harm freezes an idea; nothing is decided about it until steering lifts the hold. The first reason stays. */
export const holdIdea = defineMutation({
  name: 'holdIdea',
  args: v.object({ idea: field.id, why: field.requiredSentence }),
  roles,
  reads: (args) => ({ ideas: [args.idea] }),
  run: (network, args, context) => {
    const idea = survivingIdea(network, args.idea)
    if (!idea) return refuse('not-found', message('idea-not-found'))
    if (idea.hold) return []
    return [{ kind: 'idea', id: idea.id, value: { ...idea, hold: { why: args.why, ...signed(context), at: context.at } } }]
  },
})
