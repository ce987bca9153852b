import * as v from 'valibot'
import { useEffect, useState } from 'preact/hooks'
import type { ProviderTrial } from '../../../shared/api/access.ts'
import { own } from '../../../shared/values/own.ts'
import { roles } from '../../../shared/domain/entities.ts'
import { siteLabel } from '../data/framework.ts'
import { messages as bankMessages } from '../i18n/bank.ts'
import './hospital-trial-page.css'
import { Page } from '../ui/page.tsx'
import { accessMessages } from '../i18n/access.ts'

const { trial: messages } = accessMessages

const trialSchema = v.object({
  label: v.string(),
  refused: v.string(),
  claims: v.array(v.object({ name: v.string(), value: v.string() })),
  gives: v.optional(v.object({ role: v.picklist(roles), site: v.string() })),
})

/** What stands behind the `#`, from our own Worker; anybody may write an address, so nothing of it is more than text. */
const trialIn = (hash: string): ProviderTrial | undefined => {
  try {
    return v.parse(trialSchema, JSON.parse(decodeURIComponent(hash.slice(1))))
  } catch {
    return undefined
  }
}

/** A reason of the audit in words; what only the protocol's library says stays as it says it. */
const reasonOf = (why: string): string => own<string>(messages.reasons, why) ?? why

/** What a hospital's provider said of an admin who tried it, and which rule would have refused them. Gone with the page. */
export const HospitalTrialPage = () => {
  const [trial] = useState(() => trialIn(location.hash))
  useEffect(() => history.replaceState(history.state, '', location.pathname), [])
  return (
    <Page title={messages.title} lead={messages.lead}>
      {!trial && <p>{messages.nothing}</p>}
      {trial && (
        <>
          <p class={trial.refused ? 'notice problem' : 'notice'}>
            {trial.refused ? messages.refused({ label: trial.label, why: reasonOf(trial.refused) }) : messages.good({ label: trial.label })}
          </p>
          {!trial.refused && trial.gives && (
            <p>{messages.gives({ role: bankMessages.roles[trial.gives.role], site: siteLabel(trial.gives.site) })}</p>
          )}
          {trial.claims.length > 0 && (
            <table class="claims">
              <caption>{messages.claims}</caption>
              <thead>
                <tr>
                  <th scope="col">{messages.claim}</th>
                  <th scope="col">{messages.says}</th>
                </tr>
              </thead>
              <tbody>
                {trial.claims.map(({ name, value }) => (
                  <tr key={name}>
                    <th scope="row">
                      <code>{name}</code>
                    </th>
                    <td>{value}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </>
      )}
    </Page>
  )
}
