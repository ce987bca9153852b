import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, type Refusal, refusalIn, refuse } from './engine/mutation.ts'
import type { Context } from '../domain/actor.ts'
import { type Network, roles, speaksFor, type Stance, survivingIdea } from '../domain/entities.ts'
import { message } from '../i18n/message.ts'

/** What the site says of the idea, for whoever may take it back; nothing where it says nothing. */
const saidBy = (network: Network, id: string, site: string, context: Context): Stance | Refusal | undefined => {
  const idea = survivingIdea(network, id)
  if (!idea) return refuse('not-found', message('idea-not-found'))
  if (!speaksFor(context, site)) return refuse('forbidden', message('other-site-stance'))
  const stance = network.stancesOf(idea.id).find((one) => one.site === site)
  // What a site lead said of a test is not a colleague's to take back.
  if (context.role === 'contributor' && stance && stance.stance !== 'interested') return refuse('forbidden', message('test-for-lead'))
  return stance
}

/** A site takes back what it said of an idea: as if it had said nothing, but for the history. */
export const withdrawStance = defineMutation({
  name: 'withdrawStance',
  undoable: true,
  args: v.object({ idea: field.id, site: field.key }),
  roles,
  reads: (args) => ({ ideas: [args.idea] }),
  objects: (network, { idea = '', site }, context) => {
    const said = site === undefined ? undefined : saidBy(network, idea, site, context)
    return said && refusalIn(said)
  },
  run: (network, args, context) => {
    const stance = saidBy(network, args.idea, args.site, context)
    if (!stance) return []
    return 'refused' in stance ? stance : [{ kind: 'stance', id: stance.id, value: null }]
  },
})
