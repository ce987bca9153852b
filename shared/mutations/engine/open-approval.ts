import { type Refusal, refuse } from './mutation.ts'
import type { Approval } from '../../domain/approval-request.ts'
import type { Idea, Network } from '../../domain/entities.ts'
import { message } from '../../i18n/message.ts'
import { currentApproval } from '../../domain/approval.ts'
import { activeIdea } from './load-idea.ts'

/** A request that can still be decided or withdrawn, with its idea. */
export const openApproval = (
  network: Network,
  { idea: id = '', approval }: { idea?: string | undefined; approval?: string | undefined },
): { idea: Idea; approval: Approval } | Refusal => {
  const idea = activeIdea(network, id)
  if ('refused' in idea) return idea
  const current = currentApproval(idea)
  if (!current || (approval !== undefined && current.id !== approval)) return refuse('gone', message('approval-closed'))
  return current.decided ? refuse('gone', message('approval-decided')) : { idea, approval: current }
}
