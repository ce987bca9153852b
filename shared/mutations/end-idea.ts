import * as v from 'valibot'
import * as field from '../fields.ts'
import { defineMutation, refuse } from '../mutation.ts'
import { decidableIdea } from '../writable-idea.ts'

/**
 * Parks, declines or abandons an idea. Every ending has a reason and one sentence that reaches the people who sent it.
 * An ended idea may end otherwise (parked, then declined); the last ending counts.
 */
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
    const idea = decidableIdea(network, args.idea)
    if ('refused' in idea) return idea
    if (!network.framework().endings.some((ending) => ending.key === args.reason && ending.of === args.as))
      return refuse('invalid', 'This network has no such reason for that ending.')
    if (args.as === 'parked' && (args.lookAgain ?? 0) <= context.at)
      return refuse('invalid', 'A parked idea needs a day ahead to look at it again.')
    // Abandoned means tested and stopped: it warns whoever has the same idea.
    if (args.as === 'abandoned' && network.stancesOf(idea.id).every((stance) => stance.stance === 'interested'))
      return refuse('gate', 'No site has tested it: decline or park it instead.')
    const lookAgain = args.as === 'parked' ? (args.lookAgain ?? null) : null
    const same =
      idea.disposition === args.as &&
      idea.ending?.reason === args.reason &&
      idea.ending.sentence === args.sentence &&
      idea.lookAgain === lookAgain
    if (same) return []
    const ending = { reason: args.reason, sentence: args.sentence, by: context.person, at: context.at }
    return [{ kind: 'idea', id: idea.id, value: { ...idea, disposition: args.as, ending, lookAgain, movedAt: context.at } }]
  },
})
