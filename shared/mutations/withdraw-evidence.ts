import * as v from 'valibot'
import * as field from '../fields.ts'
import { defineMutation, refuse } from '../mutation.ts'
import { roles } from '../network.ts'

/** Whoever clipped it takes a clip back that supports no idea; from an idea it is detached first. */
export const withdrawEvidence = defineMutation({
  name: 'withdrawEvidence',
  args: v.object({ evidence: field.id }),
  roles,
  reads: (args) => ({ evidence: [args.evidence] }),
  run: (network, args, context) => {
    const item = network.evidence(args.evidence)
    if (!item) return refuse('not-found', 'This clip is not in the bank.')
    if (item.clippedBy !== context.person) return refuse('forbidden', 'Only whoever clipped it may take a clip back.')
    if (item.ideas.length > 0) return refuse('gate', 'This clip supports an idea; take it from the idea first.')
    return [{ kind: 'evidence', id: item.id, value: null }]
  },
})
