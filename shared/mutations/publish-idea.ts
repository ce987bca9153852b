import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, type Refusal, refusalIn, refuse, signed } from './engine/mutation.ts'
import type { Idea, Network } from '../domain/entities.ts'
import { decidableIdea } from './engine/load-idea.ts'
import { message } from '../i18n/message.ts'

/** Work that the network has taken up, and that nothing stands against. */
const publishable = (network: Network, id: string): Idea | Refusal => {
  const idea = decidableIdea(network, id)
  if ('refused' in idea) return idea
  return idea.pathway === null || idea.disposition !== 'active' ? refuse('gate', message('publish-not-classified')) : idea
}

/** Steering shows an idea to everybody, on a page without sign-in; with the names of sites and their charts only where it says so. */
export const publishIdea = defineMutation({
  name: 'publishIdea',
  args: v.object({ idea: field.id, sites: v.optional(v.boolean(), false) }),
  roles: ['steering'],
  reads: (args) => ({ ideas: [args.idea] }),
  objects: (network, { idea = '' }) => refusalIn(publishable(network, idea)),
  run: (network, args, context) => {
    const idea = publishable(network, args.idea)
    if ('refused' in idea) return idea
    if (idea.published?.sites === args.sites) return []
    const published = { ...signed(context), at: idea.published?.at ?? context.at, sites: args.sites }
    return [{ kind: 'idea', id: idea.id, value: { ...idea, published } }]
  },
})
