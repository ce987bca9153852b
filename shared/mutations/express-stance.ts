import * as v from 'valibot'
import * as field from '../fields.ts'
import { defineMutation, refuse } from '../mutation.ts'
import { roles, type Stance, stanceId } from '../network.ts'
import { writableIdea } from '../writable-idea.ts'

/** "We would test this", "we are testing", "we tested: improved / no change / worse". A site has one stance an idea. */
export const expressStance = defineMutation({
  name: 'expressStance',
  args: v.object({
    idea: field.id,
    site: field.key,
    stance: v.picklist(['interested', 'testing', 'tested']),
    result: v.optional(v.nullable(v.picklist(['improved', 'no-change', 'worse'])), null),
    measure: v.optional(field.sentence, ''),
    expectedEnd: v.optional(v.nullable(field.time), null),
    note: v.optional(field.text, ''),
  }),
  roles,
  reads: (args) => ({ ideas: [args.idea] }),
  run: (network, args, context) => {
    const idea = writableIdea(network, args.idea)
    if ('refused' in idea) return idea
    if (!network.framework().sites.some((site) => site.key === args.site)) return refuse('invalid', 'This network has no such site.')
    const staff = context.role === 'coordinator' || context.role === 'admin'
    if (!staff && args.site !== context.site) return refuse('forbidden', 'You can speak for your own site only.')
    if (context.role === 'contributor' && args.stance !== 'interested') return refuse('forbidden', 'Your site lead says what the site tests.')
    if ((args.stance === 'tested') !== (args.result !== null)) return refuse('invalid', 'A result belongs to a test that has ended, and such a test needs one.')
    const { idea: _, ...said } = args
    const stance: Stance = { id: stanceId(idea.id, args.site), idea: idea.id, ...said, by: context.person, at: context.at }
    return [{ kind: 'stance', id: stance.id, value: stance }]
  },
})
