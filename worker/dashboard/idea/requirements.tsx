import type { RequirementState } from '../../../shared/rules/gates.ts'
import { messages } from '../i18n/bank.ts'
import { translate } from '../i18n/translate.ts'

/** A gate's list, each requirement met or missing: said by a word and a sign, never by colour alone. */
export const Requirements = ({ findings }: { findings: readonly RequirementState[] }) =>
  findings.length === 0 ? (
    <p class="soft small">{messages.move.nothingNeeded}</p>
  ) : (
    <ul class="requirements">
      {findings.map((finding) => (
        <li key={JSON.stringify(finding.requirement)} class={finding.met ? 'met' : 'missing'}>
          <span class="unseen">{finding.met ? messages.move.met : messages.move.missing} </span>
          {translate(finding.message)}
        </li>
      ))}
    </ul>
  )
