import { approvalState, votesFor } from '../domain/approval.ts'
import type { Approval } from '../domain/approval-request.ts'
import { type Message, message } from '../i18n/message.ts'

/** What a gate of steering's says of its approval: met once it was recorded. */
export const approvalFinding = (approval: Approval | undefined, quorum: number): { met: boolean; message: Message; lack: number } => {
  if (!approval) return { met: false, message: message('gate-approval-missing'), lack: 1 }
  const state = approvalState(approval)
  if (state === 'asked') {
    const count = votesFor(approval)
    return { met: false, message: message('gate-approval-asked', { count, quorum }), lack: Math.max(1, quorum - count) }
  }
  const met = state !== 'declined'
  return { met, message: message(`gate-approval-${state}`), lack: met ? 0 : 1 }
}
