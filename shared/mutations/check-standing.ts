import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { type Evidence, isStaff, type Network, roles } from '../domain/entities.ts'
import type { Context } from '../domain/actor.ts'
import { defineMutation, type Refusal, refusalIn, refuse } from './engine/mutation.ts'
import { message } from '../i18n/message.ts'

const checkable = (network: Network, id: string, { role, person }: Context): Evidence | Refusal => {
  const item = network.evidence(id)
  if (!item) return refuse('not-found', message('clip-not-found'))
  const leads = item.ideas.some((idea) => network.idea(idea)?.leads.includes(person))
  return isStaff(role) || leads ? item : refuse('forbidden', message('check-standing-forbidden'))
}

/**
 * A person says that they looked at how an item stands: that it stands (`checked`), that it was reinstated, or takes their word back
 * (`null`). It holds, with name and day, until something is announced later. Network staff and leads of its ideas.
 */
export const checkStanding = defineMutation({
  name: 'checkStanding',
  undoable: true,
  args: v.object({
    evidence: field.id,
    as: v.nullable(v.picklist(['checked', 'reinstated'])),
  }),
  roles,
  reads: (args) => ({ evidence: [args.evidence] }),
  objects: (network, { evidence = '' }, context) => refusalIn(checkable(network, evidence, context)),
  run: (network, { evidence, as }, context) => {
    const item = checkable(network, evidence, context)
    if ('refused' in item) return item
    const said = item.lookedUp?.said ?? []
    const own = said.find(({ service }) => service === 'person')
    if (own?.kind === as || (!own && as === null)) return []
    const others = said.filter(({ service }) => service !== 'person')
    const now = as === null ? others : [...others, { service: 'person' as const, kind: as, source: context.person, asked: context.at }]
    return [{ kind: 'evidence', id: item.id, value: { ...item, lookedUp: { ...item.lookedUp, said: now, at: context.at } } }]
  },
})
