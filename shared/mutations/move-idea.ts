import * as v from 'valibot'
import * as field from '../fields.ts'
import { gateState, missing, phaseAfter, phaseLabel, reachable } from '../gates.ts'
import { defineMutation, refuse } from '../mutation.ts'
import { roles, type Step } from '../network.ts'
import { activeIdea } from '../writable-idea.ts'

/** Moves an idea to a phase of its pathway, through the gate that the framework puts there. */
export const moveIdea = defineMutation({
  name: 'moveIdea',
  args: v.object({
    idea: field.id,
    to: field.key,
    /** Why; needed to move back, and to override a gate. */
    reason: v.optional(field.sentence, ''),
    override: v.optional(v.boolean(), false),
  }),
  roles,
  reads: (args) => ({ ideas: [args.idea] }),
  run: (network, args, context) => {
    const idea = activeIdea(network, args.idea)
    if ('refused' in idea) return idea
    const framework = network.framework()
    const pathway = framework.pathways.find((entry) => entry.key === idea.pathway)
    if (!pathway) return refuse('gate', 'Before it can move, an idea needs a pathway.')
    const order = framework.phases.map((phase) => phase.key)
    const [from, to, last] = [order.indexOf(idea.phase), order.indexOf(args.to), order.indexOf(pathway.lastPhase)]
    if (to < 0) return refuse('invalid', 'This network has no such phase.')
    if (to === from) return []
    const step: Step = { did: to < from ? 'moved-back' : 'moved', by: context.person, why: args.reason }
    const moved = [{ kind: 'idea' as const, id: idea.id, value: { ...idea, phase: args.to, movedAt: context.at, step } }]
    const coordinates = context.role === 'coordinator'
    if (args.override) {
      if (!coordinates) return refuse('forbidden', 'Only a coordinator may override a gate.')
      return args.reason ? moved : refuse('invalid', 'An override needs a reason.')
    }
    if (to < from) {
      if (!coordinates) return refuse('forbidden', 'Only a coordinator may move an idea back.')
      return args.reason ? moved : refuse('invalid', 'Moving back needs a reason.')
    }
    if (to > last)
      return refuse(
        'gate',
        `From ${pathway.label} a success goes on to ${framework.pathways.find((entry) => entry.key === pathway.next)?.label ?? 'no further phase'}.`,
      )
    if (!reachable(framework, idea, args.to))
      return refuse(
        'gate',
        `From ${phaseLabel(framework, idea.phase)} it goes on to ${phaseLabel(framework, phaseAfter(framework, idea.phase) ?? '')} first.`,
      )
    const gate = gateState(network, idea, args.to, context)
    if (!gate.allowed)
      return refuse('forbidden', `This move is for ${(gate.gate?.who ?? ['coordinator']).join(' or ').replaceAll('-', ' ')}.`)
    const lacking = missing(gate.findings)
    return lacking ? refuse('gate', `Before this move: ${lacking}.`) : moved
  },
})
