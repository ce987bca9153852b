import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, type Refusal, refusalIn, refuse } from './engine/mutation.ts'
import type { Context } from '../domain/actor.ts'
import { type Change, type Idea, type Network, roles } from '../domain/entities.ts'
import { message } from '../i18n/message.ts'
import { detached } from './engine/attached.ts'

const ownUndecided = (network: Network, id: string, context: Context): Idea | Refusal => {
  const idea = network.idea(id)
  if (!idea) return refuse('not-found', message('idea-not-found'))
  if (idea.proposedBy !== context.person) return refuse('forbidden', message('withdraw-forbidden'))
  if (idea.hold) return refuse('held', message('idea-held', { why: idea.hold.why }))
  if (idea.pathway !== null || idea.disposition !== 'active') return refuse('gate', message('withdraw-decided'))
  if (idea.joined?.length) return refuse('gate', message('withdraw-joined'))
  const others = network.stancesOf(idea.id).some((stance) => stance.stance !== 'interested')
  return others ? refuse('gate', message('withdraw-tested')) : idea
}

/** The sender takes an idea back while nobody has decided on it; its clips stay in the bank. */
export const withdrawIdea = defineMutation({
  name: 'withdrawIdea',
  undoable: true,
  args: v.object({ idea: field.id }),
  roles,
  reads: (args) => ({ ideas: [args.idea] }),
  objects: (network, { idea = '' }, context) => refusalIn(ownUndecided(network, idea, context)),
  run: (network, args, context) => {
    const idea = ownUndecided(network, args.idea, context)
    if ('refused' in idea) return idea
    const evidence: Change[] = network
      .evidenceOf(idea.id)
      .map((item) => ({ kind: 'evidence', id: item.id, value: detached(item, idea.id) }))
    const stances: Change[] = network.stancesOf(idea.id).map((stance) => ({ kind: 'stance', id: stance.id, value: null }))
    return [{ kind: 'idea', id: idea.id, value: null }, ...evidence, ...stances]
  },
})
