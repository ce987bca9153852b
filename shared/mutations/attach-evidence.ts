import * as v from 'valibot'
import * as field from '../fields.ts'
import { defineMutation, refuse } from '../mutation.ts'
import { roles, survivingIdea } from '../network.ts'

/** A clip supports an idea. Attaching twice changes nothing. Evidence comes in during a hold too: who reviews it needs it. */
export const attachEvidence = defineMutation({
  name: 'attachEvidence',
  args: v.object({ evidence: field.id, idea: field.id }),
  roles,
  reads: (args) => ({ ideas: [args.idea], evidence: [args.evidence] }),
  run: (network, args) => {
    const item = network.evidence(args.evidence)
    if (!item) return refuse('not-found', 'This clip is not in the bank.')
    const idea = survivingIdea(network, args.idea)
    if (!idea) return refuse('not-found', 'This idea is not in the bank.')
    if (item.ideas.includes(idea.id)) return []
    return [{ kind: 'evidence', id: item.id, value: { ...item, ideas: [...item.ideas, idea.id] } }]
  },
})
