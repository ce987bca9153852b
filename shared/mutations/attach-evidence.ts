import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { followsHidden } from '../rules/visibility.ts'
import { defineMutation, refuse } from './engine/mutation.ts'
import { attached } from './engine/attached.ts'
import { namelessCopy } from './engine/nameless-copy.ts'
import { roles, survivingIdea } from '../domain/entities.ts'
import { message } from '../i18n/message.ts'

/** A clip supports an idea. Attaching twice changes nothing. Evidence comes in during a hold too: who reviews it needs it. */
export const attachEvidence = defineMutation({
  name: 'attachEvidence',
  undoable: true,
  args: v.object({ evidence: field.id, idea: field.id }),
  roles,
  reads: (args) => ({ ideas: [args.idea], evidence: [args.evidence] }),
  run: (network, args, context) => {
    const item = network.evidence(args.evidence)
    if (!item) return refuse('not-found', message('clip-not-found'))
    const idea = survivingIdea(network, args.idea)
    if (!idea) return refuse('not-found', message('idea-not-found'))
    if (item.ideas.includes(idea.id)) return []
    if (item.nameHidden || !followsHidden(network.idea(args.idea), context.person))
      return [{ kind: 'evidence', id: item.id, value: attached(item, idea.id, context.at) }]
    const copy = namelessCopy(network, item, idea.id, context.at)
    if ('refused' in copy) return copy
    return network.evidence(copy.id)?.ideas.includes(idea.id) ? [] : [{ kind: 'evidence', id: copy.id, value: copy }]
  },
})
