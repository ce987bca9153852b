import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, type Refusal, refusalIn, refuse, signed } from './engine/mutation.ts'
import type { Idea, Network } from '../domain/entities.ts'
import { decidableIdea } from './engine/load-idea.ts'
import { message } from '../i18n/message.ts'

/** Abandoned means tested and stopped: it warns whoever has the same idea. */
const endable = (network: Network, id: string, as: string | undefined): Idea | Refusal => {
  const idea = decidableIdea(network, id)
  if ('refused' in idea || as !== 'abandoned' || network.stancesOf(idea.id).some(({ stance }) => stance !== 'interested')) return idea
  return refuse('gate', message('abandoned-untested'))
}

/**
 * Parks, declines or abandons an idea. Every ending has a reason and one sentence that reaches the people who sent it.
 * An ended idea may end otherwise (parked, then declined); the last ending counts.
 */
export const endIdea = defineMutation({
  name: 'endIdea',
  undoable: true,
  args: v.object({
    idea: field.id,
    as: v.picklist(['parked', 'declined', 'abandoned']),
    reason: field.key,
    sentence: field.requiredSentence,
    /** When to look at a parked idea again; required for parking. */
    lookAgain: v.optional(field.time),
  }),
  triage: true,
  roles: ['coordinator', 'steering'],
  reads: (args) => ({ ideas: [args.idea] }),
  objects: (network, { idea = '', as }) => refusalIn(endable(network, idea, as)),
  run: (network, args, context) => {
    const idea = endable(network, args.idea, args.as)
    if ('refused' in idea) return idea
    if (!network.framework().endings.some((ending) => ending.key === args.reason && ending.of === args.as))
      return refuse('invalid', message('ending-reason-unknown'))
    if (args.as === 'parked' && (args.lookAgain ?? 0) <= context.at) return refuse('invalid', message('parked-until-when'))
    const lookAgain = args.as === 'parked' ? (args.lookAgain ?? null) : null
    const same =
      idea.disposition === args.as &&
      idea.ending?.reason === args.reason &&
      idea.ending.sentence === args.sentence &&
      idea.lookAgain === lookAgain
    if (same) return []
    const ending = { reason: args.reason, sentence: args.sentence, ...signed(context), at: context.at }
    return [{ kind: 'idea', id: idea.id, value: { ...idea, disposition: args.as, ending, lookAgain, movedAt: context.at } }]
  },
})
