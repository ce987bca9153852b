import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, type Refusal, refusalIn, refuse, signed } from './engine/mutation.ts'
import type { Idea, Network } from '../domain/entities.ts'
import { activeIdea } from './engine/load-idea.ts'
import { message } from '../i18n/message.ts'
import { currentApproval, needsApproval } from '../domain/approval.ts'
import { gateFor } from '../rules/gates.ts'

const askable = (network: Network, id: string, to: string | undefined): Idea | Refusal => {
  const idea = activeIdea(network, id)
  if ('refused' in idea) return idea
  const framework = network.framework()
  if (to !== undefined && !needsApproval(gateFor(framework, idea, to))) return refuse('gate', message('approval-not-needed'))
  const current = currentApproval(idea)
  if (!current || current.decided?.is === 'declined') return idea
  return refuse('exists', message(current.decided ? 'approval-given' : 'approval-asked'))
}

/** Asks steering to approve a step of an idea until a day. One request stands at a time; after a refusal it may be asked anew. */
export const requestApproval = defineMutation({
  name: 'requestApproval',
  undoable: true,
  args: v.object({
    approval: field.id,
    idea: field.id,
    /** The phase that the step leads to. */
    to: field.key,
    due: field.time,
    /** What steering should know. */
    says: field.requiredSentence,
  }),
  roles: ['coordinator'],
  reads: (args) => ({ ideas: [args.idea] }),
  objects: (network, { idea = '', to }) => refusalIn(askable(network, idea, to)),
  run: (network, args, context) => {
    const idea = askable(network, args.idea, args.to)
    if ('refused' in idea) return idea
    if (args.due <= context.at) return refuse('invalid', message('approval-until-when'))
    const { approval: id, to, due, says } = args
    const approval = { id, to, due, says, ...signed(context), at: context.at, movedAt: idea.movedAt, votes: [] }
    return [{ kind: 'idea', id: idea.id, value: { ...idea, approval } }]
  },
})
