import * as v from 'valibot'
import { checkedSchema } from '../domain/phi-summary.ts'
import { citationSchema } from '../citations/citation-schema.ts'
import { evidenceKindSchema, saidKind } from '../domain/evidence-kinds.ts'
import * as field from '../domain/field-schemas.ts'
import { knownKey } from '../domain/known-key.ts'
import { defineMutation, refuse } from './engine/mutation.ts'
import { behalfObjection, behalfSchema, senderOf } from './engine/on-behalf.ts'
import { type Evidence, roles, survivingIdea } from '../domain/entities.ts'
import { message } from '../i18n/message.ts'
import type { FormCode } from '../values/issue-message.ts'

export const quoteSchema = v.object({
  exact: v.pipe(v.string(), v.minLength(1), v.maxLength(field.limits.quote, 'form-too-long' satisfies FormCode)),
  prefix: v.pipe(v.string(), v.maxLength(field.limits.context)),
  suffix: v.pipe(v.string(), v.maxLength(field.limits.context)),
})

/** A clip of evidence alone needs nothing but the item; ideas may be named at once or attached later. */
export const clipEvidence = defineMutation({
  name: 'clipEvidence',
  undoable: true,
  args: v.object({
    evidence: field.id,
    citation: citationSchema,
    quote: v.optional(v.nullable(quoteSchema), null),
    link: v.optional(field.address, ''),
    kind: v.optional(v.nullable(evidenceKindSchema), null),
    /** Whether somebody said the kind; missing from older extensions, whose default then counts as not said. */
    kindSaid: v.optional(v.boolean()),
    /** What the page's words suggest, where nobody said the kind. */
    suggested: v.optional(evidenceKindSchema),
    note: v.optional(field.text, ''),
    site: v.optional(v.union([v.literal(''), field.key]), ''),
    ideas: v.optional(v.pipe(v.array(field.id), v.maxLength(field.limits.list)), []),
    /** The sender's name is kept from peers. */
    nameHidden: v.optional(v.boolean()),
    /** In whose name it is added; by coordinators and admins only. */
    behalf: v.optional(behalfSchema),
    /** The computer's policy forbids to ask services outside about it. */
    noLookup: v.optional(v.boolean()),
    checked: v.optional(checkedSchema),
  }),
  roles,
  reads: (args) => ({ ideas: args.ideas, evidence: [args.evidence] }),
  objects: (_network, about, context) => behalfObjection(about, context),
  run: (network, args, context) => {
    if (network.evidence(args.evidence)) return refuse('exists', message('clip-exists'))
    if (!knownKey(network.framework().sites, args.site)) return refuse('invalid', message('site-unknown'))
    const ideas = args.ideas.map((id) => survivingIdea(network, id)?.id)
    if (ideas.includes(undefined)) return refuse('not-found', message('named-idea-not-found'))
    const from = senderOf(network, args.behalf, args.ideas, context)
    if ('refused' in from) return from
    const kind = saidKind(args)
    const evidence: Evidence = {
      id: args.evidence,
      citation: args.citation,
      quote: args.quote,
      link: args.link,
      kind,
      ...(kind === null && args.suggested ? { suggested: args.suggested } : {}),
      note: args.note,
      site: args.site || from.site,
      ideas: [...new Set(ideas as string[])],
      clippedBy: from.person,
      ...from.marks,
      ...(context.unnamed ? { nameHidden: true } : {}),
      clippedAt: context.at,
      ...(args.noLookup ? { noLookup: true } : {}),
      ...(args.checked ? { checked: args.checked } : {}),
    }
    return [{ kind: 'evidence', id: evidence.id, value: evidence }]
  },
})
