import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, refuse } from './engine/mutation.ts'
import { survivingIdea } from '../domain/entities.ts'
import { message } from '../i18n/message.ts'

/** Lifts a hold: steering has reviewed a report of harm and lets the idea go on. The reason is in the history. */
export const liftHold = defineMutation({
  name: 'liftHold',
  args: v.object({ idea: field.id, reason: field.requiredSentence }),
  roles: ['steering'],
  reads: (args) => ({ ideas: [args.idea] }),
  run: (network, args) => {
    const idea = survivingIdea(network, args.idea)
    if (!idea) return refuse('not-found', message('idea-not-found'))
    return idea.hold ? [{ kind: 'idea', id: idea.id, value: { ...idea, hold: null } }] : []
  },
})
