import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { knownKey } from '../domain/known-key.ts'
import { defineMutation, type Refusal, refusalIn, refuse } from './engine/mutation.ts'
import type { Context } from '../domain/actor.ts'
import { type Idea, isStaff, type Network, roles } from '../domain/entities.ts'
import { writableIdea } from './engine/load-idea.ts'
import { message } from '../i18n/message.ts'
import type { FormCode } from '../values/issue-message.ts'

/** What the sender may not say of their own idea: they are marks that gates and suggestions count on. */
const marks: ReadonlySet<string> = new Set(['leads', 'experts', 'registryGap', 'processReliable'])
/** What its leads may not say either: who leads it, and what the registry shows. */
const networkMarks: ReadonlySet<string> = new Set(['leads', 'registryGap'])

const mayEdit = (idea: Idea, fields: readonly string[], context: Context): boolean => {
  if (isStaff(context.role)) return true
  if (idea.leads.includes(context.person)) return !fields.some((name) => networkMarks.has(name))
  return idea.proposedBy === context.person && idea.pathway === null && !fields.some((name) => marks.has(name))
}

const editable = (network: Network, id: string, fields: readonly string[], context: Context): Idea | Refusal => {
  const idea = writableIdea(network, id)
  return 'refused' in idea || mayEdit(idea, fields, context) ? idea : refuse('forbidden', message('edit-forbidden'))
}

/** Of parts (measures) only those that are named are compared. */
const named = (whole: unknown, like: unknown): unknown =>
  like && typeof like === 'object' && !Array.isArray(like)
    ? Object.fromEntries(Object.keys(like).map((key) => [key, (whole as Record<string, unknown>)[key]]))
    : whole

const differs = (whole: unknown, part: unknown): boolean => JSON.stringify(named(whole, part)) !== JSON.stringify(part)

/** At most as many as a diagram can show on one page. */
const driversField = v.pipe(
  v.array(
    v.object({
      name: v.pipe(field.label, v.minLength(1, 'form-empty' satisfies FormCode)),
      interventions: v.pipe(field.labels, v.maxLength(field.limits.interventions, 'form-too-many' satisfies FormCode)),
    }),
  ),
  v.maxLength(field.limits.drivers, 'form-too-many' satisfies FormCode),
)

const fields = {
  change: field.ideaSentence,
  problem: field.sentence,
  details: field.text,
  theory: field.text,
  aim: field.text,
  measures: v.partial(v.object({ outcome: field.sentence, process: field.sentence, balancing: field.sentence })),
  driverDiagram: field.address,
  drivers: driversField,
  topic: v.union([v.literal(''), field.key]),
  tags: field.labels,
  leads: field.labels,
  experts: field.labels,
  registryGap: field.sentence,
  processReliable: v.boolean(),
}

/** Only the named fields change. The sender may edit until the idea is classified; its leads and network staff at any time. */
export const editIdea = defineMutation({
  name: 'editIdea',
  args: v.object({
    idea: field.id,
    set: v.partial(v.object(fields)),
    /** How the fields stood when they were read: whoever replaces something newer is told. */
    base: v.optional(v.partial(v.object(fields))),
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
      return unseen ? [{ field: name, was: now }] : []
    })
  },
})
