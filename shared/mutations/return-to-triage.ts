import * as v from 'valibot'
import * as field from '../fields.ts'
import { defineMutation, refuse } from '../mutation.ts'
import { activeIdea } from '../writable-idea.ts'

/** Takes an idea out of its pathway while its work has not begun: the sender's decision date stays as it was promised. */
export const returnToTriage = defineMutation({
  name: 'returnToTriage',
  args: v.object({ idea: field.id, reason: field.requiredSentence }),
  roles: ['coordinator'],
  reads: (args) => ({ ideas: [args.idea] }),
  run: (network, args, context) => {
    const idea = activeIdea(network, args.idea)
    if ('refused' in idea) return idea
    if (idea.pathway === null) return []
    if (idea.phase !== network.framework().phases[0]?.key) return refuse('gate', 'Its work has begun; move it back or end it instead.')
    return [{ kind: 'idea', id: idea.id, value: { ...idea, pathway: null, movedAt: context.at } }]
  },
})
