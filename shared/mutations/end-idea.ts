import * as v from 'valibot'
import * as field from '../fields.ts'
import { defineMutation, refuse } from '../mutation.ts'
import { writableIdea } from '../writable-idea.ts'

/** Parks, declines or abandons an idea. Every ending has a reason and one sentence that reaches the people who sent it. */
export const endIdea = defineMutation({
  name: 'endIdea',
  args: v.object({
    idea: field.id,
    as: v.picklist(['parked', 'declined', 'abandoned']),
    reason: field.key,
    sentence: field.requiredSentence,
    /** When to look at a parked idea again; required for parking. */
    lookAgain: v.optional(field.time),
  }),
  roles: ['coordinator', 'steering'],
  reads: (args) => ({ ideas: [args.idea] }),
  run: (network, args, context) => {
    const idea = writableIdea(network, args.idea)
    if ('refused' in idea) return idea
    if (!network.framework().endings.some((ending) => ending.key === args.reason && ending.of === args.as)) return refuse('invalid', 'This network has no such reason for that ending.')
    if (args.as === 'parked' && args.lookAgain === undefined) return refuse('invalid', 'A parked idea needs a date to look again.')
    const ending = { reason: args.reason, sentence: args.sentence, by: context.person, at: context.at }
    return [{ kind: 'idea', id: idea.id, value: { ...idea, disposition: args.as, ending, lookAgain: args.as === 'parked' ? (args.lookAgain ?? null) : null, movedAt: context.at } }]
  },
})
