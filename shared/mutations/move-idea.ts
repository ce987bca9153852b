import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import type { Framework } from '../domain/framework.ts'
import { gateState, missing, phaseAfter, phaseLabel, reachable } from '../rules/gates.ts'
import { defineMutation, type Refusal, refuse, signed } from './engine/mutation.ts'
import type { Context } from '../domain/actor.ts'
import { type Idea, type Network, roles, type LastDecision } from '../domain/entities.ts'
import { activeIdea } from './engine/load-idea.ts'
import { message } from '../i18n/message.ts'
import { labelValue } from '../domain/labels.ts'

const placeOf = (framework: Framework, phase: string): number => framework.phases.findIndex(({ key }) => key === phase)

/** What stands against a move ahead, through a gate: how far the pathway leads, and whom the gate names. */
const against = (network: Network, idea: Idea, to: string, context: Context): Refusal | undefined => {
  const framework = network.framework()
  const pathway = framework.pathways.find(({ key }) => key === idea.pathway)
  if (pathway && placeOf(framework, to) > placeOf(framework, pathway.lastPhase)) {
    const next = pathway.next === null ? message('no-further-phase') : labelValue(framework, 'pathways', pathway.next)
    return refuse('gate', message('pathway-ends', { pathway: labelValue(framework, 'pathways', pathway.key), next }))
  }
  if (!reachable(framework, idea, to)) {
    const next = phaseLabel(framework, phaseAfter(framework, idea.phase) ?? '')
    return refuse('gate', message('phase-before', { phase: phaseLabel(framework, idea.phase), next }))
  }
  const { gate, allowed } = gateState(network, idea, to, context)
  const roles = (gate?.who ?? ['coordinator']).map((role) => message(`role-${role}`))
  return allowed ? undefined : refuse('forbidden', message('move-forbidden', { roles: { any: roles } }))
}

/** What is typed does not matter here, nor what the gate still asks for. */
const objection = (
  network: Network,
  { idea: id = '', to, override }: { idea?: string | undefined; to?: string | undefined; override?: boolean | undefined },
  context: Context,
): Refusal | undefined => {
  const idea = activeIdea(network, id)
  if ('refused' in idea) return idea
  const framework = network.framework()
  if (!framework.pathways.some(({ key }) => key === idea.pathway)) return refuse('gate', message('move-without-pathway'))
  if (to === undefined) return undefined
  if (placeOf(framework, to) < 0) return refuse('invalid', message('phase-unknown'))
  if (to === idea.phase) return undefined
  const back = placeOf(framework, to) < placeOf(framework, idea.phase)
  if (!override && !back) return against(network, idea, to, context)
  if (context.role === 'coordinator') return undefined
  return refuse('forbidden', message(override ? 'override-forbidden' : 'move-back-forbidden'))
}

/** Moves an idea to a phase of its pathway, through the gate that the framework puts there. */
export const moveIdea = defineMutation({
  name: 'moveIdea',
  undoable: true,
  args: v.object({
    idea: field.id,
    to: field.key,
    /** Why; needed to move back, and to override a gate. */
    reason: v.optional(field.sentence, ''),
    override: v.optional(v.boolean(), false),
  }),
  roles,
  reads: (args) => ({ ideas: [args.idea] }),
  objects: objection,
  run: (network, args, context) => {
    const refused = objection(network, args, context)
    if (refused) return refused
    const idea = activeIdea(network, args.idea)
    if ('refused' in idea || args.to === idea.phase) return 'refused' in idea ? idea : []
    const framework = network.framework()
    const back = placeOf(framework, args.to) < placeOf(framework, idea.phase)
    if ((args.override || back) && !args.reason)
      return refuse('invalid', message(args.override ? 'override-without-reason' : 'move-back-without-reason'))
    const lacks = args.override || back ? [] : missing(gateState(network, idea, args.to, context).requirementStates)
    if (lacks.length > 0) return refuse('gate', message('move-lacks', { lacks }))
    const step: LastDecision = { did: back ? 'moved-back' : 'moved', ...signed(context), why: args.reason }
    return [{ kind: 'idea', id: idea.id, value: { ...idea, phase: args.to, movedAt: context.at, step } }]
  },
})
