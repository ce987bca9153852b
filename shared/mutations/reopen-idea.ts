import * as v from 'valibot'
import * as field from '../fields.ts'
import { defineMutation, refuse } from '../mutation.ts'

const day = 24 * 60 * 60 * 1000

/**
 * Takes back an ending, a merge included; evidence and stances that a merge carried over stay with both.
 * An idea that was never classified gets a new decision date.
 */
export const reopenIdea = defineMutation({
  name: 'reopenIdea',
  args: v.object({ idea: field.id, reason: field.requiredSentence }),
  roles: ['coordinator', 'steering'],
  reads: (args) => ({ ideas: [args.idea] }),
  run: (network, args, context) => {
    const idea = network.idea(args.idea)
    if (!idea) return refuse('not-found', 'This idea is not in the bank.')
    if (idea.hold) return refuse('held', `This idea is on hold: ${idea.hold.why}`)
    if (idea.disposition === 'active') return []
    const decisionDue = idea.pathway === null ? context.at + network.framework().decisionDays * day : idea.decisionDue
    return [
      {
        kind: 'idea',
        id: idea.id,
        value: {
          ...idea,
          disposition: 'active',
          ending: null,
          lookAgain: null,
          mergedInto: null,
          decisionDue,
          movedAt: context.at,
          step: { did: 'reopened', by: context.person, why: args.reason },
        },
      },
    ]
  },
})
