import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import type { Framework } from '../domain/framework.ts'
import { blankFields, fieldSchemas, picked, proposedFields, proposedSchemas } from '../domain/idea-fields.ts'
import { knownKey } from '../domain/known-key.ts'
import { defineMutation, type Refusal, refuse, signed } from './engine/mutation.ts'
import { behalfSchema, senderOf } from './engine/on-behalf.ts'
import type { Idea } from '../domain/entities.ts'
import type { Context } from '../domain/actor.ts'
import { message } from '../i18n/message.ts'
import { dayOf, endOfDay } from '../values/calendar-day.ts'

const name = v.pipe(field.label, v.minLength(1))
const args = v.object({
  idea: field.id,
  /** The import that it is part of, made anew for each. */
  run: field.id,
  /** The list's name, and where in it the row stands, as a spreadsheet numbers it. */
  file: name,
  row: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
  /** The list's own number of it. */
  reference: v.optional(field.label, ''),
  ...proposedSchemas,
  aim: v.optional(fieldSchemas.aim, ''),
  theory: v.optional(fieldSchemas.theory, ''),
  site: v.optional(v.union([v.literal(''), field.key]), ''),
  /** Where it stands already; without a pathway it goes to triage. */
  pathway: v.optional(field.key),
  phase: v.optional(field.key),
  ending: v.optional(
    v.object({
      as: v.picklist(['parked', 'declined', 'abandoned']),
      reason: field.key,
      sentence: field.requiredSentence,
      /** When to look at a parked idea again; required for parking. */
      lookAgain: v.optional(field.time),
    }),
  ),
  /** The day on which it was proposed (days since 1970); today where nobody knows. */
  day: v.optional(v.pipe(v.number(), v.integer(), v.minValue(field.oldestDay))),
  /** In whose name; a guest is a name alone. */
  behalf: v.optional(behalfSchema),
})
type Args = v.InferOutput<typeof args>

const placeOf = (list: readonly { key: string }[], key: string): number => list.findIndex((entry) => entry.key === key)

/** What the network's settings do not have, or what does not go together. */
const objectionTo = (framework: Framework, { topic, site, pathway: path, phase, ending }: Args): Refusal | undefined => {
  if (!knownKey(framework.topics, topic)) return refuse('invalid', message('topic-unknown'))
  if (!knownKey(framework.sites, site)) return refuse('invalid', message('site-unknown'))
  const pathway = framework.pathways.find(({ key }) => key === path)
  if (path !== undefined && !pathway) return refuse('invalid', message('pathway-unknown'))
  const at = phase === undefined ? 0 : placeOf(framework.phases, phase)
  if (at < 0 || (at > 0 && (!pathway || at > placeOf(framework.phases, pathway.lastPhase))))
    return refuse('invalid', message('import-phase'))
  if (ending && !framework.endings.some(({ key, of }) => key === ending.reason && of === ending.as))
    return refuse('invalid', message('ending-reason-unknown'))
  return undefined
}

const endingOf = ({ ending }: Args, context: Context): Pick<Idea, 'disposition' | 'ending' | 'lookAgain'> => {
  if (!ending) return { disposition: 'active', ending: null, lookAgain: null }
  const { as, reason, sentence, lookAgain = null } = ending
  return {
    disposition: as,
    ending: { reason, sentence, ...signed(context), at: context.at },
    lookAgain: as === 'parked' ? lookAgain : null,
  }
}

/**
 * Takes over an idea from a network's own list, as it stands there: with the day on which it was proposed and the state that it has reached. Past gates, for what
 * was decided was decided elsewhere; nobody is told of it, and its history says where it comes from.
 */
export const importIdea = defineMutation({
  name: 'importIdea',
  args,
  roles: ['coordinator', 'admin'],
  reads: ({ idea }) => ({ ideas: [idea] }),
  run: (network, asked, context) => {
    if (network.idea(asked.idea)) return refuse('exists', message('idea-exists'))
    const framework = network.framework()
    const objection = objectionTo(framework, asked)
    if (objection) return objection
    if (asked.ending?.as === 'parked' && (asked.ending.lookAgain ?? 0) <= context.at) return refuse('invalid', message('parked-until-when'))
    // A day begins on the other side of the earth before it begins here.
    if (asked.day !== undefined && asked.day > dayOf(context.at) + 1) return refuse('invalid', message('import-day-to-come'))
    const from = senderOf(network, asked.behalf, [], context)
    if ('refused' in from) return from
    const proposedAt = asked.day === undefined ? context.at : Math.min(endOfDay(asked.day), context.at)
    const { run, file, row, reference, aim, theory } = asked
    const idea: Idea = {
      id: asked.idea,
      ...blankFields,
      ...picked(asked, proposedFields),
      aim,
      theory,
      site: asked.site || from.site,
      proposedBy: from.person,
      ...from.marks,
      proposedAt,
      decisionDue: endOfDay(dayOf(context.at) + framework.decisionDays),
      pathway: asked.pathway ?? null,
      phase: asked.phase ?? framework.phases[0]?.key ?? 'idea',
      movedAt: proposedAt,
      ...endingOf(asked, context),
      mergedInto: null,
      hold: null,
      imported: { run, file, row, ...(reference ? { reference } : {}), by: context.person, at: context.at },
    }
    return [{ kind: 'idea', id: idea.id, value: idea }]
  },
})
