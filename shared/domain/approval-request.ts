import type { Said } from './said.ts'

export const approvalDecisions = ['approved', 'conditions', 'declined'] as const
export type ApprovalDecision = (typeof approvalDecisions)[number]

/** What one member of steering decided on a request. */
export interface Vote extends Said {
  is: ApprovalDecision
  /** The conditions, or why not. */
  says: string
}

/** What steering is asked to approve: one step of an idea. */
export interface Approval extends Said {
  id: string
  /** The phase that the step leads to. */
  to: string
  /** Until when a decision is asked for. */
  due: number
  says: string
  /** The idea's `movedAt` when it was asked: with another one the idea is elsewhere, and the request is closed. */
  movedAt: number
  /** One a person. */
  votes: Vote[]
  /** Once as many agree as the framework asks for. */
  decided?: { is: 'approved' | 'declined'; at: number }
}
