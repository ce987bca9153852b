import * as v from 'valibot'
import * as field from '../domain/field-schemas.ts'
import { defineMutation, refuse, signed } from './engine/mutation.ts'
import { openApproval } from './engine/open-approval.ts'
import { approvalDecisions } from '../domain/approval-request.ts'
import { message } from '../i18n/message.ts'
import { outcomeOf, quorumOf } from '../domain/approval.ts'
import { followsHidden } from '../rules/visibility.ts'

/**
 * A member of steering approves a step, approves it with conditions, or declines it. Each decides once and may decide otherwise until the quorum
 * has agreed. It records and moves nothing: whoever may go through the gate does that.
 */
export const decideApproval = defineMutation({
  name: 'decideApproval',
  undoable: true,
  args: v.object({
    idea: field.id,
    /** The request as it was read: another one that was asked meanwhile is not decided unawares. */
    approval: field.id,
    decision: v.picklist(approvalDecisions),
    /** The conditions, or why not; needed for both. */
    says: v.optional(field.sentence, ''),
  }),
  roles: ['steering'],
  reads: (args) => ({ ideas: [args.idea] }),
  objects: (network, about, context) => {
    const open = openApproval(network, about)
    if ('refused' in open) return open
    // A vote without a name would say of the sender that they are of steering.
    return followsHidden(open.idea, context.person) ? refuse('forbidden', message('approval-own-unnamed')) : undefined
  },
  run: (network, args, context) => {
    const open = openApproval(network, args)
    if ('refused' in open) return open
    if (args.decision !== 'approved' && !args.says) return refuse('invalid', message(`approval-${args.decision}-how`))
    const { idea, approval } = open
    const before = approval.votes.find(({ by }) => by === context.person)
    if (before?.is === args.decision && before.says === args.says) return []
    const vote = { is: args.decision, says: args.says, ...signed(context), at: context.at }
    const votes = [...approval.votes.filter(({ by }) => by !== context.person), vote]
    const is = outcomeOf(votes, quorumOf(network.framework()))
    const value = { ...idea, approval: { ...approval, votes, ...(is ? { decided: { is, at: context.at } } : {}) } }
    return [{ kind: 'idea', id: idea.id, value }]
  },
})
