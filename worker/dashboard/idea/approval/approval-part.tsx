import { approvalState, quorumOf, votesFor } from '../../../../shared/domain/approval.ts'
import type { Approval } from '../../../../shared/domain/approval-request.ts'
import { keptFramework, personName, phaseLabel } from '../../data/framework.ts'
import { approvalMessages as messages } from '../../i18n/approvals.ts'
import { isOver, sayDayOf } from '../../ui/dates.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { MutationForm } from '../../ui/mutation-form.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import './approval-part.css'
import { DecideForm, ownVote } from './decide-form.tsx'

const Votes = ({ votes }: Pick<Approval, 'votes'>) => (
  <ul class="votes">
    {votes.map((vote) => (
      <li key={`${vote.by} ${vote.at}`} class={vote.is}>
        <b>{vote.by ? personName(vote.by) : messages.someone}</b> {messages.did[vote.is]}{' '}
        <span class="soft small">
          <RelativeTime at={vote.at} />
        </span>
        {vote.says && <p class="said">{vote.says}</p>}
      </li>
    ))}
  </ul>
)

const Withdraw = ({ idea, approval }: { idea: string; approval: string }) => (
  <Disclosure label={messages.withdraw}>
    {(close) => (
      <MutationForm
        name="withdrawApproval"
        drafts={`${idea}/withdraw-approval/`}
        submit={messages.withdrawSubmit}
        done={messages.withdrawn}
        onDone={close}
        onCancel={close}
        args={() => ({ idea, approval })}
      />
    )}
  </Disclosure>
)

interface Props {
  idea: string
  approval: Approval
  /** It was for a phase that the idea has reached, or left. */
  past?: boolean
  decides: boolean
  withdraws: boolean
}

const Asked = ({ approval }: Pick<Props, 'approval'>) => {
  const [person, day] = [personName(approval.by), sayDayOf(approval.due)]
  const late = !approval.decided && isOver(approval.due)
  const says = late ? messages.late : approval.decided ? messages.was : messages.asked
  return (
    <>
      <p class={late ? 'late-text small' : 'soft small'}>{says({ person, day })}</p>
      <p class="said">{approval.says}</p>
    </>
  )
}

/** A request for approval: what was asked, who decided what, and what the reader may do with it. */
export const ApprovalPart = ({ idea, approval, past = false, decides, withdraws }: Props) => {
  const state = approvalState(approval)
  const quorum = keptFramework.value ? quorumOf(keptFramework.value) : 1
  const voted = ownVote(approval) !== undefined
  return (
    <div class={`approval ${state}`}>
      <p class="approval-state">
        <b>{messages.states[state]}</b> <span class="soft small">{messages.step({ phase: phaseLabel(approval.to) })}</span>
        {state === 'asked' && quorum > 1 && <span class="soft small"> · {messages.tally({ count: votesFor(approval), quorum })}</span>}
      </p>
      <Asked approval={approval} />
      {approval.votes.length > 0 && <Votes votes={approval.votes} />}
      {!past && decides && !voted && <DecideForm idea={idea} approval={approval} />}
      {!past && decides && voted && (
        <Disclosure label={messages.change}>{(close) => <DecideForm idea={idea} approval={approval} close={close} />}</Disclosure>
      )}
      {!past && withdraws && <Withdraw idea={idea} approval={approval.id} />}
    </div>
  )
}
