import * as v from 'valibot'
import * as field from '../fields.ts'
import { factsOf, findings, missing } from '../gates.ts'
import { defineMutation, refuse } from '../mutation.ts'
import { writableIdea } from '../writable-idea.ts'

/**
 * Puts an idea into an L&I pathway (proposed → triaged, or offered to another pathway), where it begins at the first phase.
 * What the framework's `triage` asks for can be said in the same breath.
 */
export const classifyIdea = defineMutation({
  name: 'classifyIdea',
  args: v.object({
    idea: field.id,
    pathway: field.key,
    topic: v.optional(field.key),
    problem: v.optional(field.requiredSentence),
    /** Why a coordinator goes on although something is missing. */
    override: v.optional(field.requiredSentence),
  }),
  roles: ['coordinator', 'admin'],
  reads: (args) => ({ ideas: [args.idea] }),
  run: (network, args, context) => {
    const found = writableIdea(network, args.idea)
    if ('refused' in found) return found
    if (found.disposition !== 'active') return refuse('gone', `This idea is ${found.disposition}; reopen it first.`)
    const framework = network.framework()
    if (!framework.pathways.some((pathway) => pathway.key === args.pathway)) return refuse('invalid', 'This network has no such pathway.')
    const idea = { ...found, topic: args.topic ?? found.topic, problem: args.problem ?? found.problem }
    const lacking = missing(findings(framework.triage, factsOf(network, idea, context.at)))
    if (lacking && !args.override) return refuse('gate', `Before it can be classified: ${lacking}.`)
    const begun = found.pathway === args.pathway ? idea.phase : (framework.phases[0]?.key ?? idea.phase)
    return [{ kind: 'idea', id: idea.id, value: { ...idea, pathway: args.pathway, phase: begun, movedAt: context.at } }]
  },
})
