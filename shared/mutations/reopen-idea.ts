import * as v from 'valibot'
import * as field from '../fields.ts'
import { defineMutation, refuse } from '../mutation.ts'
import { survivingIdea } from '../network.ts'
import { takenBack } from '../taken-back.ts'

const day = 24 * 60 * 60 * 1000

/**
 * Takes back an ending. A merge is taken back with all that it carried over; what was said or attached on the other idea since stays.
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
    const survivor = survivingIdea(network, idea.id)
    if (survivor?.hold) return refuse('held', `The idea that it joined is on hold: ${survivor.hold.why}`)
    const decisionDue = idea.pathway === null ? context.at + network.framework().decisionDays * day : idea.decisionDue
    const { carried: _, ...kept } = idea
    return [
      {
        kind: 'idea',
        id: idea.id,
        value: {
          ...kept,
          disposition: 'active',
          ending: null,
          lookAgain: null,
          mergedInto: null,
          decisionDue,
          movedAt: context.at,
          step: { did: 'reopened', by: context.person, why: args.reason },
        },
      },
      ...takenBack(network, idea),
    ]
  },
})
