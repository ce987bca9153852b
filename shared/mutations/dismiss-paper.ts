import * as v from 'valibot'
import { roles } from '../domain/entities.ts'
import { mostDismissed, paperSchema } from '../domain/evidence-question.ts'
import * as field from '../domain/field-schemas.ts'
import { sharesId } from '../lookups/item-ids.ts'
import { writableIdea } from './engine/load-idea.ts'
import { defineMutation } from './engine/mutation.ts'
import { questionObjection } from './set-evidence-question.ts'

/** A paper that an idea's search found is of no use for it and is not offered again; or (`dismiss: false`) it is after all. The idea names the last 300; its bank remembers those before them. Whoever may edit the idea. */
export const dismissPaper = defineMutation({
  name: 'dismissPaper',
  undoable: true,
  args: v.object({ idea: field.id, paper: paperSchema, dismiss: v.optional(v.boolean(), true) }),
  roles,
  reads: (args) => ({ ideas: [args.idea] }),
  objects: (network, { idea = '' }, context) => questionObjection(network, idea, context),
  run: (network, { idea: id, paper, dismiss }) => {
    const idea = writableIdea(network, id)
    if ('refused' in idea) return idea
    const { dismissedPapers = [] } = idea
    const others = dismissedPapers.filter((one) => !sharesId(one, paper))
    if (dismiss ? others.length < dismissedPapers.length : others.length === dismissedPapers.length) return []
    if (!dismiss) return [{ kind: 'idea', id: idea.id, value: { ...idea, dismissedPapers: others } }]
    const { doi, pmid } = paper
    const kept = { ...(doi !== undefined && { doi }), ...(pmid !== undefined && { pmid }) }
    return [{ kind: 'idea', id: idea.id, value: { ...idea, dismissedPapers: [...dismissedPapers, kept].slice(-mostDismissed) } }]
  },
})
