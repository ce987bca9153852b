import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, refuse } from './engine/mutation.ts'
import { message } from '../i18n/message.ts'

/** Takes the public page of an idea away, at once; a hold or an ending does not prevent it. */
export const unpublishIdea = defineMutation({
  name: 'unpublishIdea',
  args: v.object({ idea: field.id }),
  roles: ['steering', 'coordinator', 'admin'],
  reads: (args) => ({ ideas: [args.idea] }),
  run: (network, args) => {
    const idea = network.idea(args.idea)
    if (!idea) return refuse('not-found', message('idea-not-found'))
    if (!idea.published) return []
    const { published: _, ...rest } = idea
    return [{ kind: 'idea', id: idea.id, value: rest }]
  },
})
