import type { Framework, Gate } from './framework.ts'
import type { Approval, ApprovalDecision, Vote } from './approval-request.ts'
import type { Idea } from './entities.ts'

/** Whether a gate is steering's to open: it names steering, and no coordinator who could go through by themselves. */
export const needsApproval = (gate: Pick<Gate, 'who'> | undefined): boolean =>
  gate !== undefined && gate.who.includes('steering') && !gate.who.includes('coordinator')

/** So many members of steering decide together. */
export const quorumOf = ({ approvalQuorum = 1 }: Pick<Framework, 'approvalQuorum'>): number => approvalQuorum

type Asked = Pick<Idea, 'approval' | 'disposition' | 'movedAt'>

/** The request that stands: it is closed as soon as the idea moves, ends, or goes to another pathway. */
export const currentApproval = ({ approval, disposition, movedAt }: Asked): Approval | undefined =>
  approval && disposition === 'active' && approval.movedAt === movedAt ? approval : undefined

/** What an idea says of its approval: the request that stands, else what steering decided last. */
export const shownApproval = (idea: Asked): Approval | undefined =>
  currentApproval(idea) ?? (idea.approval?.decided ? idea.approval : undefined)

/** How a request stands; `conditions` is approved too. */
export type ApprovalState = 'asked' | ApprovalDecision

export const approvalState = ({ decided, votes }: Pick<Approval, 'decided' | 'votes'>): ApprovalState => {
  if (!decided) return 'asked'
  if (decided.is === 'declined') return 'declined'
  return votes.some(({ is }) => is === 'conditions') ? 'conditions' : 'approved'
}

/** How many are for it; conditions count as for it. */
export const votesFor = ({ votes }: Pick<Approval, 'votes'>): number => votes.filter(({ is }) => is !== 'declined').length

/** What these votes come to: whichever side has the quorum. */
export const outcomeOf = (votes: readonly Vote[], quorum: number): 'approved' | 'declined' | undefined => {
  const approving = votesFor({ votes: [...votes] })
  if (approving >= quorum) return 'approved'
  return votes.length - approving >= quorum ? 'declined' : undefined
}
