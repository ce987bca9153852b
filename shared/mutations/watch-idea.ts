import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, refuse } from './engine/mutation.ts'
import { roles, survivingIdea } from '../domain/entities.ts'
import { message } from '../i18n/message.ts'

/** So many may watch one idea: each is a name in its row, which every device reads. */
const mostWatchers = 500

/** Subscribes the sender to notifications on an idea, or unsubscribes. It decides nothing, so a hold does not prevent it. */
export const watchIdea = defineMutation({
  name: 'watchIdea',
  undoable: true,
  args: v.object({ idea: field.id, watch: v.boolean() }),
  roles,
  reads: (args) => ({ ideas: [args.idea] }),
  run: (network, args, context) => {
    const idea = survivingIdea(network, args.idea)
    if (!idea) return refuse('not-found', message('idea-not-found'))
    const watchers = idea.watchers ?? []
    if (watchers.includes(context.person) === args.watch) return []
    if (args.watch && watchers.length >= mostWatchers) return refuse('too-large', message('watchers-full', { most: mostWatchers }))
    const left = watchers.filter((person) => person !== context.person)
    return [{ kind: 'idea', id: idea.id, value: { ...idea, watchers: args.watch ? [...left, context.person] : left } }]
  },
})
