import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, type Refusal, refusalIn, refuse } from './engine/mutation.ts'
import type { Context } from '../domain/actor.ts'
import { type Evidence, isStaff, type Network, roles } from '../domain/entities.ts'
import { writableIdea } from './engine/load-idea.ts'
import { message } from '../i18n/message.ts'
import { detached } from './engine/attached.ts'

const removable = (network: Network, id: string, context: Context): Evidence | Refusal => {
  const item = network.evidence(id)
  if (!item) return refuse('not-found', message('clip-not-found'))
  if (item.clippedBy === context.person || isStaff(context.role)) return item
  return refuse('forbidden', message('detach-forbidden'))
}

/** Takes a clip from an idea; the clip itself stays in the bank. Whoever clipped it, and network staff. */
export const detachEvidence = defineMutation({
  name: 'detachEvidence',
  undoable: true,
  args: v.object({ evidence: field.id, idea: field.id }),
  roles,
  reads: (args) => ({ ideas: [args.idea], evidence: [args.evidence] }),
  objects: (network, { evidence = '', idea = '' }, context) =>
    refusalIn(removable(network, evidence, context)) ?? refusalIn(writableIdea(network, idea)),
  run: (network, args, context) => {
    const item = removable(network, args.evidence, context)
    if ('refused' in item) return item
    const idea = writableIdea(network, args.idea)
    if ('refused' in idea) return idea
    if (!item.ideas.includes(idea.id)) return []
    return [{ kind: 'evidence', id: item.id, value: detached(item, idea.id) }]
  },
})
