import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { fieldSchemas, ideaFields } from '../domain/idea-fields.ts'
import { knownKey } from '../domain/known-key.ts'
import { defineMutation, type Refusal, refusalIn, refuse } from './engine/mutation.ts'
import type { Context } from '../domain/actor.ts'
import { type Idea, isStaff, type Network, roles } from '../domain/entities.ts'
import { writableIdea } from './engine/load-idea.ts'
import { message } from '../i18n/message.ts'
import { followsHidden } from '../rules/visibility.ts'
import { own } from '../values/own.ts'

/** Whether everybody may write all of these fields who may write what `by` names. */
const areOf = (fields: readonly string[], ...by: readonly string[]): boolean =>
  fields.every((name) => by.includes(own(setters, name) ?? ''))
const setters: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ideaFields).map(([name, field]) => [name, 'by' in field ? field.by : 'sender']),
)

const mayEdit = (idea: Idea, fields: readonly string[], context: Context): boolean => {
  if (isStaff(context.role)) return true
  if (idea.leads.includes(context.person)) return areOf(fields, 'sender', 'leads')
  return idea.proposedBy === context.person && idea.pathway === null && areOf(fields, 'sender')
}

const editable = (network: Network, id: string, fields: readonly string[], context: Context): Idea | Refusal => {
  const idea = writableIdea(network, id)
  if ('refused' in idea) return idea
  // By way of an idea that they sent without a name: a right of the one that it was merged into would tell who sent it.
  const shows = idea.id !== id && followsHidden(network.idea(id), context.person) && !isStaff(context.role)
  return mayEdit(idea, fields, context) && !shows ? idea : refuse('forbidden', message('edit-forbidden'))
}

/** Of parts (measures, charts) only those that are named are compared; an idea may have none of them yet. */
const named = (whole: unknown, like: unknown): unknown =>
  like && typeof like === 'object' && !Array.isArray(like)
    ? Object.fromEntries(Object.keys(like).map((key) => [key, own((whole ?? {}) as Record<string, unknown>, key)]))
    : whole

const differs = (whole: unknown, part: unknown): boolean => JSON.stringify(named(whole, part)) !== JSON.stringify(part)

/** Only the named fields change. The sender may edit until the idea is classified; its leads and network staff at any time. */
export const editIdea = defineMutation({
  name: 'editIdea',
  undoable: true,
  args: v.object({
    idea: field.id,
    set: v.partial(v.object(fieldSchemas)),
    /** How the fields stood when they were read: whoever replaces something newer is told. */
    base: v.optional(v.partial(v.object(fieldSchemas))),
  }),
  roles,
  reads: (args) => ({ ideas: [args.idea] }),
  objects: (network, { idea = '', set = {} }, context) => refusalIn(editable(network, idea, Object.keys(set), context)),
  run: (network, args, context) => {
    const { measures = {}, ...rest } = args.set
    const changed = Object.keys(args.set)
    const idea = editable(network, args.idea, changed, context)
    if ('refused' in idea) return idea
    if (!knownKey(network.framework().topics, args.set.topic ?? '')) return refuse('invalid', message('topic-unknown'))
    if (changed.length === 0) return []
    return [{ kind: 'idea', id: idea.id, value: { ...idea, ...rest, measures: { ...idea.measures, ...measures } } }]
  },
  overwrites: (network, { idea: id, set, base }) => {
    const idea = network.idea(id)
    if (!idea || !base) return []
    return Object.entries(base).flatMap(([name, seen]) => {
      const now = idea[name as keyof typeof base]
      const unseen = name in set && differs(now, seen) && differs(now, set[name as keyof typeof set])
      return unseen ? [{ field: name, was: now ?? null }] : []
    })
  },
})
