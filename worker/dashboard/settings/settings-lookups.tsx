import { type AskedService, askedServices } from '../../../shared/lookups/assertion.ts'
import { own } from '../../../shared/values/own.ts'
import { keptFramework } from '../data/framework.ts'
import { useQuery } from '../data/use-query.ts'
import { lookupMessages as said } from '../i18n/lookups.ts'
import { Async } from '../ui/async.tsx'
import { sayExactly } from '../ui/dates.ts'
import { SettingsForm } from './settings-form.tsx'

interface Lookups {
  on: boolean
  services: readonly AskedService[]
  searches: boolean
}

/** Those that tell of retractions; the rest a network chooses. */
const usual: readonly AskedService[] = ['crossref', 'europepmc', 'pubmed']

const { settings: messages } = said

/** How each service that was asked does. */
const State = () => {
  const replied = useQuery('GET /v1/networks/:network/lookups')
  return (
    <Async of={replied} what={messages.what}>
      {({ allowed, items, due, services }) => (
        <>
          {!allowed && <p class="problem">{messages.notAllowed}</p>}
          {items > 0 && <p class="soft small">{messages.state({ items, due })}</p>}
          <ul class="plain soft small">
            {services.map(({ service, usedToday: count, rests }) => {
              const name = own<string>(said.services, service) ?? service
              return (
                <li key={service}>
                  {rests > 0 ? messages.rests({ service: name, count, when: sayExactly(rests) }) : messages.used({ service: name, count })}
                </li>
              )
            })}
          </ul>
        </>
      )}
    </Async>
  )
}

/** Whether services outside may be asked about the items of this network's clips, and which. */
export const SettingsLookups = () => {
  const now = keptFramework.value?.lookups
  return (
    <SettingsForm<Lookups>
      name="lookups"
      title={messages.title}
      now={{ on: now?.on ?? false, services: now?.services ?? usual, searches: now?.searches ?? false }}
      problem={() => ''}
      asSettings={({ on, services, searches }) => ({ lookups: { on, services: [...services], searches } })}
    >
      {(lookups, change) => (
        <>
          <p class="hint">{messages.lead}</p>
          <State />
          <p class="small">
            <a href="/watch-list">{said.list.open}</a>
          </p>
          <label class="settings-check">
            <input
              type="checkbox"
              checked={lookups.on}
              onChange={({ currentTarget }) => change({ ...lookups, on: currentTarget.checked })}
            />{' '}
            {messages.on}
          </label>
          <fieldset class="settings-services">
            <legend class="unseen">{messages.title}</legend>
            {askedServices.map((service) => (
              <label key={service} class="settings-check">
                <input
                  type="checkbox"
                  disabled={!lookups.on}
                  checked={lookups.services.includes(service)}
                  onChange={({ currentTarget }) =>
                    change({
                      ...lookups,
                      services: askedServices.filter((one) => (one === service ? currentTarget.checked : lookups.services.includes(one))),
                    })
                  }
                />{' '}
                {said.services[service]} {service === 'openalex' && <span class="soft small">({messages.openalexHint})</span>}
              </label>
            ))}
          </fieldset>
          <label class="settings-check">
            <input
              type="checkbox"
              disabled={!lookups.on}
              checked={lookups.searches}
              onChange={({ currentTarget }) => change({ ...lookups, searches: currentTarget.checked })}
            />{' '}
            {messages.searches}
          </label>
        </>
      )}
    </SettingsForm>
  )
}
