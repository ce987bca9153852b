import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import type { Framework } from '../domain/framework.ts'
import { factsOf, findings, missing } from '../rules/gates.ts'
import { knownKey } from '../domain/known-key.ts'
import { defineMutation, refusalIn, refuse, signed } from './engine/mutation.ts'
import type { Idea } from '../domain/entities.ts'
import { activeIdea } from './engine/load-idea.ts'
import { message } from '../i18n/message.ts'

/** Work that began is not thrown back to the first phase by a slip: only a success goes on, by the pathway's `next`. */
const startsOver = (framework: Framework, idea: Idea, pathway: string): boolean => {
  const [from, began] = [framework.pathways.find((entry) => entry.key === idea.pathway), idea.phase !== framework.phases[0]?.key]
  return began && from !== undefined && !(from.next === pathway && from.lastPhase === idea.phase)
}

/**
 * Puts an idea into an L&I pathway (proposed → triaged, or offered to another pathway), where it begins at the first phase.
 * What the framework's `triage` asks for can be said in the same breath.
 */
export const classifyIdea = defineMutation({
  name: 'classifyIdea',
  undoable: true,
  args: v.object({
    idea: field.id,
    pathway: field.key,
    topic: v.optional(field.key),
    problem: v.optional(field.requiredSentence),
    /** Why a coordinator goes on although something is missing or has begun. */
    override: v.optional(field.requiredSentence),
  }),
  triage: true,
  roles: ['coordinator'],
  reads: (args) => ({ ideas: [args.idea] }),
  objects: (network, { idea = '' }) => refusalIn(activeIdea(network, idea)),
  run: (network, args, context) => {
    const found = activeIdea(network, args.idea)
    if ('refused' in found) return found
    const framework = network.framework()
    if (!framework.pathways.some((pathway) => pathway.key === args.pathway)) return refuse('invalid', message('pathway-unknown'))
    if (!knownKey(framework.topics, args.topic ?? '')) return refuse('invalid', message('topic-unknown'))
    const idea = { ...found, topic: args.topic ?? found.topic, problem: args.problem ?? found.problem }
    const lacks = missing(findings(framework.triage, factsOf(network, idea, context.at)))
    if (lacks.length > 0 && !args.override) return refuse('gate', message('triage-lacks', { lacks }))
    if (found.pathway === args.pathway)
      return idea.topic === found.topic && idea.problem === found.problem ? [] : [{ kind: 'idea', id: idea.id, value: idea }]
    if (startsOver(framework, found, args.pathway) && !args.override) return refuse('gate', message('pathway-begun'))
    return [
      {
        kind: 'idea',
        id: idea.id,
        value: {
          ...idea,
          pathway: args.pathway,
          phase: framework.phases[0]?.key ?? idea.phase,
          movedAt: context.at,
          step: { did: 'classified', ...signed(context), why: args.override ?? '' },
        },
      },
    ]
  },
})
