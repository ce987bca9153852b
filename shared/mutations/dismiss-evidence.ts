import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, type Refusal, refusalIn, refuse, signed } from './engine/mutation.ts'
import type { Context } from '../domain/actor.ts'
import { type Evidence, isStaff, type Network, roles } from '../domain/entities.ts'
import { message } from '../i18n/message.ts'

const dismissable = (network: Network, id: string, context: Context): Evidence | Refusal => {
  const item = network.evidence(id)
  if (!item) return refuse('not-found', message('clip-not-found'))
  if (item.clippedBy !== context.person && !isStaff(context.role)) return refuse('forbidden', message('clip-dismiss-forbidden'))
  return item.ideas.length > 0 ? refuse('gate', message('clip-in-use')) : item
}

/**
 * Dismisses a clip that supports no idea, with a reason: it waits for nobody any more, stays in the bank, is found as before and may
 * still be attached. Or takes that back. Whoever clipped it, and network staff.
 */
export const dismissEvidence = defineMutation({
  name: 'dismissEvidence',
  undoable: true,
  args: v.object({
    evidence: field.id,
    dismiss: v.boolean(),
    /** Why, for whoever clipped it; needed to dismiss. */
    why: v.optional(field.sentence, ''),
  }),
  roles,
  reads: (args) => ({ evidence: [args.evidence] }),
  objects: (network, { evidence = '' }, context) => refusalIn(dismissable(network, evidence, context)),
  run: (network, args, context) => {
    const found = dismissable(network, args.evidence, context)
    if ('refused' in found) return found
    if (Boolean(found.dismissed) === args.dismiss) return []
    const { dismissed: _, ...item } = found
    if (!args.dismiss) return [{ kind: 'evidence', id: item.id, value: item }]
    if (args.why === '') return refuse('invalid', message('clip-dismiss-why'))
    return [{ kind: 'evidence', id: item.id, value: { ...item, dismissed: { ...signed(context), at: context.at, why: args.why } } }]
  },
})
