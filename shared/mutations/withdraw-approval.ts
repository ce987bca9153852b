import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, refusalIn } from './engine/mutation.ts'
import { openApproval } from './engine/open-approval.ts'

/** Takes a request for approval back while steering has not decided. */
export const withdrawApproval = defineMutation({
  name: 'withdrawApproval',
  undoable: true,
  args: v.object({ idea: field.id, approval: field.id }),
  roles: ['coordinator'],
  reads: (args) => ({ ideas: [args.idea] }),
  objects: (network, about) => refusalIn(openApproval(network, about)),
  run: (network, args) => {
    const open = openApproval(network, args)
    if ('refused' in open) return open
    const { approval: _, ...idea } = open.idea
    return [{ kind: 'idea', id: idea.id, value: idea }]
  },
})
