import * as v from 'valibot'
import * as field from '../fields.ts'
import { type Context, defineMutation, type Refusal, refusalIn, refuse } from '../mutation.ts'
import { type Evidence, type Network, roles } from '../network.ts'

const ownLoose = (network: Network, id: string, context: Context): Evidence | Refusal => {
  const item = network.evidence(id)
  if (!item) return refuse('not-found', 'This clip is not in the bank.')
  if (item.clippedBy !== context.person) return refuse('forbidden', 'Only whoever clipped it may take a clip back.')
  return item.ideas.length > 0 ? refuse('gate', 'This clip supports an idea; take it from the idea first.') : item
}

/** Whoever clipped it takes a clip back that supports no idea; from an idea it is detached first. */
export const withdrawEvidence = defineMutation({
  name: 'withdrawEvidence',
  args: v.object({ evidence: field.id }),
  roles,
  reads: (args) => ({ evidence: [args.evidence] }),
  objects: (network, { evidence = '' }, context) => refusalIn(ownLoose(network, evidence, context)),
  run: (network, args, context) => {
    const item = ownLoose(network, args.evidence, context)
    return 'refused' in item ? item : [{ kind: 'evidence', id: item.id, value: null }]
  },
})
