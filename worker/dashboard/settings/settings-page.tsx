import type { HistoryEntry } from '../../../shared/api/bank.ts'
import { readMutation } from '../../../shared/mutations/index.ts'
import { settingsChanges } from '../../../shared/domain/framework-merge.ts'
import { addressOf } from '../data/endpoint-address.ts'
import { keptFramework, personName } from '../data/framework.ts'
import { Page } from '../ui/page.tsx'
import { useQuery } from '../data/use-query.ts'
import { may } from '../data/session.ts'
import { SettingsDays } from './settings-days.tsx'
import { SettingsList } from './settings-list.tsx'
import { SettingsLookups } from './settings-lookups.tsx'
import './settings-page.css'
import { SettingsPathways } from './settings-pathways.tsx'
import { own } from '../../../shared/values/own.ts'
import { settingsMessages as messages } from '../i18n/settings.ts'
import { Async } from '../ui/async.tsx'
import { RelativeTime } from '../ui/relative-time.tsx'

const Changes = ({ entry }: { entry: HistoryEntry }) => {
  const read = readMutation(entry)
  if (read?.name !== 'configureFramework' || !read.args.set) return null
  const { set, base } = read.args
  return (
    <ul class="plain">
      {settingsChanges(set, base).map(({ field, did, label }) => (
        <li key={`${field} ${did} ${label}`}>
          {own<string>(messages.history.fields, field) ?? field}: {messages.history.did[did]} {label && <b>{label}</b>}
        </li>
      ))}
    </ul>
  )
}

const History = () => {
  const replied = useQuery('GET /v1/networks/:network/framework/history')
  return (
    <section class="card settings-part" aria-labelledby="settings-history">
      <h2 id="settings-history">{messages.sections.history}</h2>
      <Async of={replied} what={messages.history.what}>
        {({ history }) =>
          history.length === 0 ? (
            <p class="soft">{messages.history.none}</p>
          ) : (
            <ol class="settings-history" reversed>
              {history.map((entry) => (
                <li key={entry.seq}>
                  <b>{personName(entry.by)}</b>{' '}
                  <span class="soft small">
                    <RelativeTime at={entry.at} />
                  </span>
                  <Changes entry={entry} />
                </li>
              ))}
            </ol>
          )
        }
      </Async>
    </section>
  )
}

/** How the network works, for its admins: each part is saved by itself. */
export const SettingsPage = () => {
  if (!may('configureFramework'))
    return (
      <Page title={messages.title}>
        <p>{messages.onlyAdmins}</p>
      </Page>
    )
  return (
    <Page title={messages.title} lead={messages.lead}>
      <p>
        <a href="/webhooks">{messages.webhooks}</a>
      </p>
      <div class="settings">
        <SettingsDays />
        <SettingsPathways />
        <SettingsList field="topics" />
        {keptFramework.value?.topics.length !== 0 && <SettingsList field="drivers" />}
        <SettingsList field="sites" />
        <SettingsList field="endings" />
        <SettingsLookups />
        <History />
        <section class="card settings-part" aria-labelledby="settings-archive">
          <h2 id="settings-archive">{messages.archive.title}</h2>
          <p class="soft">{messages.archive.lead}</p>
          <p>
            <a class="button quiet" href={addressOf('GET /v1/networks/:network/archive', {})} download>
              {messages.archive.download}
            </a>
          </p>
        </section>
      </div>
    </Page>
  )
}
