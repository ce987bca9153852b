import * as v from 'valibot'
import * as field from '../fields.ts'
import { type Context, defineMutation, type Refusal, refuse } from '../mutation.ts'
import { roles, speaksFor, type Stance, stanceId, survivingIdea } from '../network.ts'

/** Who may say that, and whether it makes sense. */
const objection = (said: Pick<Stance, 'site' | 'stance' | 'result'>, context: Context): Refusal | undefined => {
  if (!speaksFor(context, said.site)) return refuse('forbidden', 'You can speak for your own site only.')
  if (context.role === 'contributor' && said.stance !== 'interested') return refuse('forbidden', 'Your site lead says what the site tests.')
  if ((said.stance === 'tested') !== (said.result !== null))
    return refuse('invalid', 'A result belongs to a test that has ended, and such a test needs one.')
  return undefined
}

/**
 * "We would test this", "we are testing", "we tested: improved / no change / worse". A site has one stance an idea.
 * During a hold results still come in, because whoever reviews the harm needs them; nothing new begins.
 */
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
    const idea = survivingIdea(network, args.idea)
    if (!idea) return refuse('not-found', 'This idea is not in the bank.')
    if (idea.hold && args.stance !== 'tested') return refuse('held', `This idea is on hold: ${idea.hold.why}`)
    if (!network.framework().sites.some((site) => site.key === args.site)) return refuse('invalid', 'This network has no such site.')
    const refusal = objection(args, context)
    if (refusal) return refusal
    // A colleague's interest does not undo what the site lead said of a test.
    const before = network.stancesOf(idea.id).find((stance) => stance.site === args.site)
    if (context.role === 'contributor' && before && before.stance !== 'interested') return []
    const { idea: _, ...said } = args
    const stance: Stance = { id: stanceId(idea.id, args.site), idea: idea.id, ...said, by: context.person, at: context.at }
    return [{ kind: 'stance', id: stance.id, value: stance }]
  },
})
