import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, type Refusal, refusalIn, refuse } from './engine/mutation.ts'
import type { Context } from '../domain/actor.ts'
import { type Change, type Idea, type Network, roles } from '../domain/entities.ts'

const ownUndecided = (network: Network, id: string, context: Context): Idea | Refusal => {
  const idea = network.idea(id)
  if (!idea) return refuse('not-found', 'This idea is not in the bank.')
  if (idea.proposedBy !== context.person) return refuse('forbidden', 'Only its sender may withdraw an idea.')
  if (idea.hold) return refuse('held', `This idea is on hold: ${idea.hold.why}`)
  if (idea.pathway !== null || idea.disposition !== 'active')
    return refuse('gate', 'Your network has decided on this idea already; ask your coordinator to end it.')
  if (idea.joined?.length) return refuse('gate', 'Other ideas were joined to this one; ask your coordinator to end it.')
  const others = network.stancesOf(idea.id).some((stance) => stance.stance !== 'interested')
  return others ? refuse('gate', 'A site has begun to test this idea; ask your coordinator to end it.') : idea
}

/** The sender takes an idea back while nobody has decided on it; its clips stay in the bank. */
export const withdrawIdea = defineMutation({
  name: 'withdrawIdea',
  args: v.object({ idea: field.id }),
  roles,
  reads: (args) => ({ ideas: [args.idea] }),
  objects: (network, { idea = '' }, context) => refusalIn(ownUndecided(network, idea, context)),
  run: (network, args, context) => {
    const idea = ownUndecided(network, args.idea, context)
    if ('refused' in idea) return idea
    const evidence: Change[] = network
      .evidenceOf(idea.id)
      .map((item) => ({ kind: 'evidence', id: item.id, value: { ...item, ideas: item.ideas.filter((id) => id !== idea.id) } }))
    const stances: Change[] = network.stancesOf(idea.id).map((stance) => ({ kind: 'stance', id: stance.id, value: null }))
    return [{ kind: 'idea', id: idea.id, value: null }, ...evidence, ...stances]
  },
})
