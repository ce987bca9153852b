import { approvalState, shownApproval } from '../../../shared/domain/approval.ts'
import type { Approval } from '../../../shared/domain/approval-request.ts'
import { labelOf } from '../../../shared/domain/framework.ts'
import { dayOf } from '../../../shared/values/calendar-day.ts'
import { today } from '../../../shared/web/today.ts'
import type { IdeaDetail } from '../../bank/idea-detail.ts'
import { shortDay, shortDayOf } from '../../i18n/formats.ts'
import { homeMessages } from '../../i18n/home.ts'
import { serverTime } from '../../store/sync-status.ts'
import { framework, notes } from '../state/panel-state.ts'

const isLate = ({ decided, due }: Approval): boolean => !decided && dayOf(due) < today(serverTime(notes.value, Date.now()))

/** What steering is asked about the idea, or what it decided last, with its conditions. */
export const ApprovalLines = ({ detail: { idea, nameOf } }: { detail: IdeaDetail }) => {
  const approval = shownApproval(idea)
  if (!approval) return null
  const { approvals } = homeMessages
  const late = isLate(approval)
  const about = { person: nameOf(approval.by) || homeMessages.hiddenName, day: shortDayOf(approval.due) }
  return (
    <>
      <h2 class="small-title">{approvals.title}</h2>
      <p>
        <b>{approvals.states[approvalState(approval)]}</b> {approvals.step({ phase: labelOf(framework.value?.phases ?? [], approval.to) })}
        <span class={`block ${late ? 'bad-text' : 'soft'}`}>{late ? approvals.late(about) : approvals.asked(about)}</span>
        {approval.says}
      </p>
      {approval.votes.length > 0 && (
        <ul class="parts">
          {approval.votes.map(({ by, at, is, says }) => (
            <li key={`${by} ${at}`}>
              <b>{nameOf(by) || homeMessages.hiddenName}</b> {approvals.did[is]} <span class="soft">· {shortDay(at)}</span>
              {says && <span class="block">{says}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
