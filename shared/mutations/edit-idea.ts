import * as v from 'valibot'
import * as field from '../fields.ts'
import { defineMutation, refuse } from '../mutation.ts'
import { roles } from '../network.ts'
import { writableIdea } from '../writable-idea.ts'

/** Only the named fields change. The sender may edit until the idea is classified; staff and its leads at any time. */
export const editIdea = defineMutation({
  name: 'editIdea',
  args: v.object({
    idea: field.id,
    set: v.partial(
      v.object({
        change: field.requiredSentence,
        problem: field.sentence,
        details: field.text,
        theory: field.text,
        aim: field.text,
        measures: v.object({ outcome: field.sentence, process: field.sentence, balancing: field.sentence }),
        driverDiagram: field.address,
        topic: v.union([v.literal(''), field.key]),
        tags: field.labels,
        leads: field.labels,
        experts: field.labels,
        registryGap: field.sentence,
        processReliable: v.boolean(),
      }),
    ),
  }),
  roles,
  reads: (args) => ({ ideas: [args.idea] }),
  run: (network, args, context) => {
    const idea = writableIdea(network, args.idea)
    if ('refused' in idea) return idea
    const staff = context.role !== 'contributor' && context.role !== 'site-lead'
    const own = idea.proposedBy === context.person && idea.pathway === null
    if (!staff && !own && !idea.leads.includes(context.person)) return refuse('forbidden', 'Only its sender (until it is classified), its leads and network staff may edit an idea.')
    return [{ kind: 'idea', id: idea.id, value: { ...idea, ...args.set } }]
  },
})
