import * as v from 'valibot'
import * as field from '../fields.ts'
import { defineMutation, refuse } from '../mutation.ts'

/** Takes back an ending, a merge included; evidence and stances that a merge carried over stay with both. */
export const reopenIdea = defineMutation({
  name: 'reopenIdea',
  args: v.object({ idea: field.id, reason: field.requiredSentence }),
  roles: ['coordinator', 'steering'],
  reads: (args) => ({ ideas: [args.idea] }),
  run: (network, args, context) => {
    const idea = network.idea(args.idea)
    if (!idea) return refuse('not-found', 'This idea is not in the bank.')
    if (idea.disposition === 'active') return []
    return [{ kind: 'idea', id: idea.id, value: { ...idea, disposition: 'active', ending: null, lookAgain: null, mergedInto: null, movedAt: context.at } }]
  },
})
