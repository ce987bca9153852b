import * as v from 'valibot'
import { citationSchema } from '../citations/citation-schema.ts'
import { evidenceKindSchema } from '../domain/evidence-kinds.ts'
import * as field from '../domain/field-schemas.ts'
import { type Evidence, survivingIdea } from '../domain/entities.ts'
import { message } from '../i18n/message.ts'
import { defineMutation, refuse } from './engine/mutation.ts'

/** Takes over one item of a file of references as a clip: its citation alone, with nobody's word on its kind. */
export const importEvidence = defineMutation({
  name: 'importEvidence',
  args: v.object({
    evidence: field.id,
    /** The import that it is part of, made anew for each. */
    run: field.id,
    /** The file's name, and the line in it that the item begins in. */
    file: v.pipe(field.label, v.minLength(1)),
    row: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000)),
    citation: citationSchema,
    /** What title and publication types suggest; it counts nowhere. */
    suggested: v.optional(evidenceKindSchema),
    ideas: v.optional(v.pipe(v.array(field.id), v.maxLength(field.limits.list)), []),
  }),
  roles: ['coordinator', 'admin'],
  reads: ({ evidence, ideas }) => ({ ideas, evidence: [evidence] }),
  run: (network, { evidence: id, run, file, row, citation, suggested, ideas: named }, context) => {
    if (network.evidence(id)) return refuse('exists', message('clip-exists'))
    const ideas = named.map((idea) => survivingIdea(network, idea)?.id)
    if (ideas.includes(undefined)) return refuse('not-found', message('named-idea-not-found'))
    const attached = [...new Set(ideas as string[])]
    const evidence: Evidence = {
      id,
      citation,
      quote: null,
      link: '',
      kind: null,
      ...(suggested ? { suggested } : {}),
      note: '',
      site: context.site,
      ideas: attached,
      clippedBy: context.person,
      clippedAt: context.at,
      imported: { run, file, row, ideas: attached, by: context.person, at: context.at },
    }
    return [{ kind: 'evidence', id, value: evidence }]
  },
})
