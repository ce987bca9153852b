import { useState } from 'preact/hooks'
import { approvalDecisions, type Approval, type ApprovalDecision } from '../../../../shared/domain/approval-request.ts'
import { draft } from '../../data/drafts.ts'
import { me } from '../../data/session.ts'
import { approvalMessages as messages } from '../../i18n/approvals.ts'
import { RadioField, TextField } from '../../ui/fields.tsx'
import { MutationForm } from '../../ui/mutation-form.tsx'

const labels = { approved: messages.note, conditions: messages.conditions, declined: messages.why } as const

/** The vote of whoever reads the page, if they have voted. */
export const ownVote = ({ votes }: Approval) => votes.find(({ by }) => by === me.value?.person)

/** One of three answers, with the conditions or the reason. */
export const DecideForm = ({ idea, approval, close }: { idea: string; approval: Approval; close?: () => void }) => {
  const form = `${idea}/decide/${approval.id}/`
  const before = ownVote(approval)
  const [decision, setDecision] = useState<ApprovalDecision>(before?.is ?? 'approved')
  const says = draft(`${form}says`, before?.says ?? '')
  return (
    <MutationForm
      name="decideApproval"
      drafts={form}
      submit={messages.decideSubmit}
      done={messages.decided}
      {...(close ? { onDone: close, onCancel: close } : {})}
      args={() => ({ idea, approval: approval.id, decision, says: says.text.value })}
    >
      <RadioField
        legend={messages.decide}
        value={decision}
        choices={approvalDecisions.map((key) => ({ key, label: messages.decisions[key] }))}
        onChange={(key) => setDecision(approvalDecisions.find((one) => one === key) ?? 'approved')}
      />
      <TextField label={labels[decision]} hint={messages.whyHint} draft={says} required={decision !== 'approved'} />
    </MutationForm>
  )
}
