import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, type Refusal, refusalIn, refuse } from './engine/mutation.ts'
import { type Idea, type Network, roles } from '../domain/entities.ts'
import type { Context } from '../domain/actor.ts'
import { message } from '../i18n/message.ts'
import { canBeNamed } from '../rules/public-names.ts'

const theirs = (network: Network, id: string, context: Context): Idea | Refusal => {
  const idea = network.idea(id)
  if (!idea) return refuse('not-found', message('idea-not-found'))
  return canBeNamed(idea).includes(context.person) ? idea : refuse('forbidden', message('agree-not-named'))
}

/** Whoever sent, leads or advises on an idea says whether the public page may name them; nobody says it for somebody else. */
export const agreeToBeNamed = defineMutation({
  name: 'agreeToBeNamed',
  args: v.object({ idea: field.id, agree: v.boolean() }),
  roles,
  reads: (args) => ({ ideas: [args.idea] }),
  objects: (network, { idea = '' }, context) => refusalIn(theirs(network, idea, context)),
  run: (network, args, context) => {
    const idea = theirs(network, args.idea, context)
    if ('refused' in idea) return idea
    const agreed = idea.named ?? []
    if (agreed.includes(context.person) === args.agree) return []
    const others = agreed.filter((person) => person !== context.person)
    return [{ kind: 'idea', id: idea.id, value: { ...idea, named: args.agree ? [...others, context.person] : others } }]
  },
})
