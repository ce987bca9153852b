import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, type Refusal, refusalIn, refuse, signed } from './engine/mutation.ts'
import type { Context } from '../domain/actor.ts'
import { type Idea, type Network, roles, speaksFor, type Stance, stanceId, survivingIdea } from '../domain/entities.ts'
import { message } from '../i18n/message.ts'

/** The idea of which that may be said, for that site and by this person. */
const spokenOf = (
  network: Network,
  { idea: id = '', site, stance }: { idea?: string | undefined; site?: string | undefined; stance?: Stance['stance'] | undefined },
  context: Context,
): Idea | Refusal => {
  const idea = survivingIdea(network, id)
  if (!idea) return refuse('not-found', message('idea-not-found'))
  if (idea.hold && stance !== 'tested') return refuse('held', message('idea-held', { why: idea.hold.why }))
  if (site !== undefined && !network.framework().sites.some(({ key }) => key === site)) return refuse('invalid', message('site-unknown'))
  if (site !== undefined && !speaksFor(context, site)) return refuse('forbidden', message('other-site-stance'))
  if (context.role === 'contributor' && stance !== undefined && stance !== 'interested')
    return refuse('forbidden', message('test-for-lead'))
  return idea
}

/**
 * "We would test this", "we are testing", "we tested: improved / no change / worse". A site has one stance an idea.
 * During a hold results still come in, because whoever reviews the harm needs them; nothing new begins.
 */
export const expressStance = defineMutation({
  name: 'expressStance',
  undoable: true,
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
  objects: (network, about, context) => refusalIn(spokenOf(network, about, context)),
  run: (network, args, context) => {
    const idea = spokenOf(network, args, context)
    if ('refused' in idea) return idea
    if ((args.stance === 'tested') !== (args.result !== null)) return refuse('invalid', message('result-without-test'))
    // A colleague's interest does not undo what the site lead said of a test.
    const before = network.stancesOf(idea.id).find((stance) => stance.site === args.site)
    if (context.role === 'contributor' && before && before.stance !== 'interested') return []
    const { idea: _, ...said } = args
    const stance: Stance = { id: stanceId(idea.id, args.site), idea: idea.id, ...said, ...signed(context), at: context.at }
    return [{ kind: 'stance', id: stance.id, value: stance }]
  },
})
