import * as v from 'valibot'
import * as field from '../fields.ts'
import { defineMutation, refuse } from '../mutation.ts'
import { roles } from '../network.ts'
import { writableIdea } from '../writable-idea.ts'

/** A clip supports an idea. Attaching twice changes nothing. */
export const attachEvidence = defineMutation({
  name: 'attachEvidence',
  args: v.object({ evidence: field.id, idea: field.id }),
  roles,
  reads: (args) => ({ ideas: [args.idea], evidence: [args.evidence] }),
  run: (network, args) => {
    const item = network.evidence(args.evidence)
    if (!item) return refuse('not-found', 'This clip is not in the bank.')
    const idea = writableIdea(network, args.idea)
    if ('refused' in idea) return idea
    if (item.ideas.includes(idea.id)) return []
    return [{ kind: 'evidence', id: item.id, value: { ...item, ideas: [...item.ideas, idea.id] } }]
  },
})
