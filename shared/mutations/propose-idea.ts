import * as v from 'valibot'
import { checkedSchema } from '../domain/phi-summary.ts'
import * as field from '../domain/field-schemas.ts'
import { blankFields, picked, proposedFields, proposedSchemas } from '../domain/idea-fields.ts'
import { knownKey } from '../domain/known-key.ts'
import { defineMutation, refuse } from './engine/mutation.ts'
import { behalfObjection, behalfSchema, senderOf } from './engine/on-behalf.ts'
import { namelessCopy } from './engine/nameless-copy.ts'
import { otherSite } from './engine/other-site.ts'
import { type Evidence, type Idea, roles } from '../domain/entities.ts'
import { message } from '../i18n/message.ts'
import { dayOf, endOfDay } from '../values/calendar-day.ts'

/** "What would we change?" is all that an idea needs; everything else may come later. */
export const proposeIdea = defineMutation({
  name: 'proposeIdea',
  undoable: true,
  args: v.object({
    idea: field.id,
    ...proposedSchemas,
    site: v.optional(v.union([v.literal(''), field.key]), ''),
    /** Clips that came before the idea and support it. */
    evidence: v.optional(v.pipe(v.array(field.id), v.maxLength(field.limits.list)), []),
    /** The sender's name is kept from peers. */
    nameHidden: v.optional(v.boolean()),
    /** In whose name it is added; by coordinators and admins only. */
    behalf: v.optional(behalfSchema),
    checked: v.optional(checkedSchema),
  }),
  roles,
  reads: (args) => ({ ideas: [args.idea], evidence: args.evidence }),
  objects: (_network, { site, ...about }, context) => behalfObjection(about, context) ?? otherSite(site, context),
  run: (network, args, context) => {
    if (network.idea(args.idea)) return refuse('exists', message('idea-exists'))
    const framework = network.framework()
    if (!knownKey(framework.topics, args.topic)) return refuse('invalid', message('topic-unknown'))
    if (!knownKey(framework.sites, args.site)) return refuse('invalid', message('site-unknown'))
    const from = senderOf(network, args.behalf, [], context)
    if ('refused' in from) return from
    const supports: Evidence[] = []
    for (const id of new Set(args.evidence)) {
      const item = network.evidence(id)
      if (!item) return refuse('not-found', message('named-clip-not-found'))
      const beside =
        args.nameHidden && !item.nameHidden ? namelessCopy(network, item, args.idea) : { ...item, ideas: [...item.ideas, args.idea] }
      if ('refused' in beside) return beside
      supports.push(beside)
    }
    const idea: Idea = {
      id: args.idea,
      ...blankFields,
      ...picked(args, proposedFields),
      site: args.site || from.site,
      proposedBy: from.person,
      ...from.marks,
      ...(args.nameHidden ? { nameHidden: true } : {}),
      proposedAt: context.at,
      decisionDue: endOfDay(dayOf(context.at) + framework.decisionDays),
      pathway: null,
      phase: framework.phases[0]?.key ?? 'idea',
      movedAt: context.at,
      disposition: 'active',
      ending: null,
      lookAgain: null,
      mergedInto: null,
      hold: null,
      ...(args.checked ? { checked: args.checked } : {}),
    }
    return [
      { kind: 'idea', id: idea.id, value: idea },
      ...supports.map((item) => ({ kind: 'evidence' as const, id: item.id, value: item })),
    ]
  },
})
