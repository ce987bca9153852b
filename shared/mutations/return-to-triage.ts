import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, type Refusal, refusalIn, refuse } from './engine/mutation.ts'
import type { Idea, Network } from '../domain/entities.ts'
import { activeIdea } from './engine/load-idea.ts'
import { message } from '../i18n/message.ts'

const returnable = (network: Network, id: string): Idea | Refusal => {
  const idea = activeIdea(network, id)
  if ('refused' in idea || idea.pathway === null || idea.phase === network.framework().phases[0]?.key) return idea
  return refuse('gate', message('work-begun'))
}

/** Takes an idea out of its pathway while its work has not begun: the sender's decision date stays as it was promised. */
export const returnToTriage = defineMutation({
  name: 'returnToTriage',
  undoable: true,
  args: v.object({ idea: field.id, reason: field.requiredSentence }),
  roles: ['coordinator'],
  reads: (args) => ({ ideas: [args.idea] }),
  objects: (network, { idea = '' }) => refusalIn(returnable(network, idea)),
  run: (network, args, context) => {
    const idea = returnable(network, args.idea)
    if ('refused' in idea) return idea
    if (idea.pathway === null) return []
    return [{ kind: 'idea', id: idea.id, value: { ...idea, pathway: null, movedAt: context.at } }]
  },
})
