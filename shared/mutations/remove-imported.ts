import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, refuse } from './engine/mutation.ts'
import { message } from '../i18n/message.ts'

/** Takes an imported idea out again, as long as nobody has done or said anything of it since. What is gone already needs nothing. */
export const removeImported = defineMutation({
  name: 'removeImported',
  args: v.object({ idea: field.id, run: field.id }),
  roles: ['coordinator', 'admin'],
  reads: ({ idea }) => ({ ideas: [idea] }),
  run: (network, args) => {
    const idea = network.idea(args.idea)
    if (!idea) return []
    if (idea.imported?.run !== args.run) return refuse('not-found', message('import-of-another'))
    const said = network.stancesOf(idea.id).length > 0 || network.evidenceOf(idea.id).length > 0
    if (said || network.touchedSinceImport?.(idea.id)) return refuse('gone', message('import-touched'))
    return [{ kind: 'idea', id: idea.id, value: null }]
  },
})
