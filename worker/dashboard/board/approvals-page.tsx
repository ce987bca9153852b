import type { ApprovalLine, DecisionsReply } from '../../../shared/api/board.ts'
import { may } from '../data/session.ts'
import { useQuery } from '../data/use-query.ts'
import { approvalMessages as messages } from '../i18n/approvals.ts'
import { ApprovalPart } from '../idea/approval/approval-part.tsx'
import { ownVote } from '../idea/approval/decide-form.tsx'
import { Async } from '../ui/async.tsx'
import { stageOf } from '../ui/badges.tsx'
import { Page } from '../ui/page.tsx'
import './approvals-page.css'

const Lines = ({ id, title, lines }: { id: string; title: string; lines: readonly ApprovalLine[] }) =>
  lines.length === 0 ? null : (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="approval-lines">
        {lines.map(({ row, approval }) => (
          <li key={approval.id} class="card">
            <a href={`/ideas/${row.id}`}>
              <b>{row.change}</b>
            </a>
            <span class="soft small">{stageOf(row)}</span>
            <ApprovalPart
              idea={row.id}
              approval={approval}
              decides={may('decideApproval') && !approval.decided}
              withdraws={may('withdrawApproval') && !approval.decided}
            />
          </li>
        ))}
      </ul>
    </section>
  )

const isMine = ({ approval }: ApprovalLine): boolean => may('decideApproval') && !ownVote(approval)

const All = ({ approvals }: Pick<DecisionsReply, 'approvals'>) => {
  const open = approvals.filter(({ approval }) => !approval.decided)
  if (approvals.length === 0)
    return (
      <div class="empty">
        <h2>{messages.noneTitle}</h2>
        <p>{messages.none}</p>
      </div>
    )
  return (
    <>
      <Lines id="approvals-mine" title={messages.mine} lines={open.filter(isMine)} />
      <Lines id="approvals-waiting" title={messages.waiting} lines={open.filter((line) => !isMine(line))} />
      <Lines id="approvals-approved" title={messages.approved} lines={approvals.filter(({ approval }) => approval.decided)} />
    </>
  )
}

/** What steering is asked to approve, what each member said, and what waits for its move. */
export const ApprovalsPage = () => {
  const replied = useQuery('GET /v1/networks/:network/decisions')
  return (
    <Page title={messages.title} lead={messages.lead}>
      <Async of={replied} what={messages.what}>
        {({ approvals }) => <All approvals={approvals} />}
      </Async>
    </Page>
  )
}
