import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, type Refusal, refusalIn, refuse } from './engine/mutation.ts'
import type { Context } from '../domain/actor.ts'
import { type Idea, type Network, survivingIdea } from '../domain/entities.ts'
import { message } from '../i18n/message.ts'
import { followsHidden } from '../rules/visibility.ts'

const takeable = (
  network: Network,
  { idea: id = '', take, over }: { idea?: string | undefined; take?: boolean | undefined; over?: boolean | undefined },
  context: Context,
): Idea | Refusal => {
  const idea = survivingIdea(network, id)
  if (!idea) return refuse('not-found', message('idea-not-found'))
  if (idea.disposition !== 'active' || idea.pathway !== null) return refuse('gone', message('take-answered'))
  // Whoever sent it without a name would be told by having taken it.
  if (followsHidden(idea, context.person)) return refuse('forbidden', message('take-own-unnamed'))
  const others = idea.taken !== undefined && idea.taken.by !== context.person
  if (!others || (take === true && over === true)) return idea
  return refuse('exists', message(take === false ? 'give-back-others' : 'taken-already'))
}

/**
 * A coordinator sees to it that an idea in triage is answered, or gives it back. It decides nothing, so anybody may still answer, and a hold
 * does not prevent it. From somebody else it is taken only knowingly (`over`).
 */
export const takeIdea = defineMutation({
  name: 'takeIdea',
  undoable: true,
  args: v.object({ idea: field.id, take: v.boolean(), over: v.optional(v.boolean(), false) }),
  triage: true,
  roles: ['coordinator'],
  reads: (args) => ({ ideas: [args.idea] }),
  objects: (network, about, context) => refusalIn(takeable(network, about, context)),
  run: (network, args, context) => {
    const idea = takeable(network, args, context)
    if ('refused' in idea) return idea
    if ((idea.taken?.by === context.person) === args.take) return []
    const { taken: _, ...given } = idea
    const value = args.take ? { ...given, taken: { by: context.person, at: context.at } } : given
    return [{ kind: 'idea', id: idea.id, value }]
  },
})
