import * as v from 'valibot'
import * as field from '../fields.ts'
import { defineMutation, refuse } from '../mutation.ts'
import { isStaff, roles } from '../network.ts'
import { writableIdea } from '../writable-idea.ts'

/** Takes a clip from an idea; the clip itself stays in the bank. Whoever clipped it, and network staff. */
export const detachEvidence = defineMutation({
  name: 'detachEvidence',
  args: v.object({ evidence: field.id, idea: field.id }),
  roles,
  reads: (args) => ({ ideas: [args.idea], evidence: [args.evidence] }),
  run: (network, args, context) => {
    const item = network.evidence(args.evidence)
    if (!item) return refuse('not-found', 'This clip is not in the bank.')
    if (item.clippedBy !== context.person && !isStaff(context.role))
      return refuse('forbidden', 'Only whoever clipped it and network staff may take a clip from an idea.')
    const idea = writableIdea(network, args.idea)
    if ('refused' in idea) return idea
    if (!item.ideas.includes(idea.id)) return []
    return [{ kind: 'evidence', id: item.id, value: { ...item, ideas: item.ideas.filter((id) => id !== idea.id) } }]
  },
})
