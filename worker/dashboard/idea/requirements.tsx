import type { Finding } from '../../../shared/rules/gates.ts'
import { words } from '../i18n/strings.ts'

/** A gate's list, each requirement met or missing: said by a word and a sign, never by colour alone. */
export const Requirements = ({ findings }: { findings: readonly Finding[] }) =>
  findings.length === 0 ? (
    <p class="soft small">{words.move.nothingNeeded}</p>
  ) : (
    <ul class="requirements">
      {findings.map((finding) => (
        <li key={JSON.stringify(finding.requirement)} class={finding.met ? 'met' : 'missing'}>
          <span class="unseen">{finding.met ? words.move.met : words.move.missing} </span>
          {words.said(finding.says)}
        </li>
      ))}
    </ul>
  )
