import type { RequirementState } from '../../../shared/rules/gates.ts'
import { lazy } from '../../../shared/web/lazy.tsx'
import { Term } from '../../../shared/web/term.tsx'
import { messages } from '../i18n/bank.ts'
import { translate } from '../i18n/translate.ts'

const Reason = lazy(
  () => import('../../../shared/web/reason.tsx').then((part) => part.Reason),
  () => null,
)

/** One requirement: what is missing says at once why it is asked for, what is met says it to whoever asks. */
const Finding = ({ finding: { met, message, requirement } }: { finding: RequirementState }) =>
  met ? (
    <Term need={requirement.need}>{translate(message)}</Term>
  ) : (
    <>
      {translate(message)} <Reason need={requirement.need} />
    </>
  )

/** A gate's list, each requirement met or missing: said by a word and a sign, never by colour alone. */
export const Requirements = ({ findings }: { findings: readonly RequirementState[] }) =>
  findings.length === 0 ? (
    <p class="soft small">{messages.move.nothingNeeded}</p>
  ) : (
    <ul class="requirements">
      {findings.map((finding) => (
        <li key={JSON.stringify(finding.requirement)} class={finding.met ? 'met' : 'missing'}>
          <span class="unseen">{finding.met ? messages.move.met : messages.move.missing} </span>
          <Finding finding={finding} />
        </li>
      ))}
    </ul>
  )
