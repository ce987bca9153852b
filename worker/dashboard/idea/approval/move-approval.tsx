import { currentApproval } from '../../../../shared/domain/approval.ts'
import type { Idea } from '../../../../shared/domain/entities.ts'
import { allowed } from '../../data/allowed.ts'
import { approvalMessages as messages } from '../../i18n/approvals.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { ApprovalPart } from './approval-part.tsx'
import { RequestForm } from './request-form.tsx'

/** What belongs to a move that steering approves: the request that stands, or the way to ask for one. */
export const MoveApproval = ({ idea, to }: { idea: Idea; to: string }) => {
  const may = allowed({ idea })
  const approval = currentApproval(idea)
  const about = approval ? { approval: approval.id } : {}
  return (
    <>
      {approval?.to === to && (
        <ApprovalPart
          key={approval.id}
          idea={idea.id}
          approval={approval}
          decides={may('decideApproval', about)}
          withdraws={may('withdrawApproval', about)}
        />
      )}
      {may('requestApproval', { to }) && (
        <Disclosure label={messages.ask}>{(close) => <RequestForm idea={idea.id} to={to} close={close} />}</Disclosure>
      )}
    </>
  )
}

/** What steering said of the last step that it was asked about, with its conditions, once the idea has gone on. */
export const PastApproval = ({ idea: { id, approval } }: { idea: Idea }) =>
  approval?.decided ? <ApprovalPart idea={id} approval={approval} past decides={false} withdraws={false} /> : null
