import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, type Refusal, refusalIn, refuse } from './engine/mutation.ts'
import type { Context } from '../domain/actor.ts'
import { type Evidence, isStaff, type Network, roles } from '../domain/entities.ts'
import { message } from '../i18n/message.ts'

/** Staff answer for the bank, so they may take out any clip, from its ideas too; others only their own that supports none. */
const removable = (network: Network, id: string, context: Context): Evidence | Refusal => {
  const item = network.evidence(id)
  if (!item) return refuse('not-found', message('clip-not-found'))
  if (isStaff(context.role)) return item
  if (item.clippedBy !== context.person) return refuse('forbidden', message('clip-withdraw-forbidden'))
  return item.ideas.length > 0 ? refuse('gate', message('clip-in-use')) : item
}

/** Takes a clip out of the bank for good. */
export const withdrawEvidence = defineMutation({
  name: 'withdrawEvidence',
  undoable: true,
  args: v.object({ evidence: field.id }),
  roles,
  reads: (args) => ({ evidence: [args.evidence] }),
  objects: (network, { evidence = '' }, context) => refusalIn(removable(network, evidence, context)),
  run: (network, args, context) => {
    const item = removable(network, args.evidence, context)
    return 'refused' in item ? item : [{ kind: 'evidence', id: item.id, value: null }]
  },
})
