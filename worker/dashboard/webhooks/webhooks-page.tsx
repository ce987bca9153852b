import { useState } from 'preact/hooks'
import type { HookSecretReply } from '../../../shared/api/webhooks.ts'
import { call } from '../data/api.ts'
import { may } from '../data/session.ts'
import { nothing, useQuery } from '../data/use-query.ts'
import { webhookMessages as words } from '../i18n/webhooks.ts'
import { Async } from '../ui/async.tsx'
import '../ui/cards.css'
import '../ui/connect.css'
import { CopyField } from '../ui/copy-field.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Page } from '../ui/page.tsx'
import { HookCard } from './hook-card.tsx'
import { HookForm } from './hook-form.tsx'
import './webhooks-page.css'

/** Whom the network's server tells what happens, and what became of it: for admins. */
export const WebhooksPage = () =>
  may('configureFramework') ? (
    <Webhooks />
  ) : (
    <Page title={words.title}>
      <p>{words.onlyAdmins}</p>
    </Page>
  )

const Webhooks = () => {
  const replied = useQuery('GET /v1/networks/:network/hooks', { concerns: nothing })
  const [made, setMade] = useState<HookSecretReply>()
  const show = (reply: HookSecretReply): void => {
    setMade(reply)
    replied.refresh()
  }
  return (
    <Page title={words.title} lead={<p>{words.lead}</p>}>
      {made && (
        <div role="status" class="notice">
          <p>{words.secretOnce({ name: made.hook.name })}</p>
          <CopyField label={words.secret} text={made.secret} />
        </div>
      )}
      <Disclosure label={words.add}>
        {(close) => (
          <HookForm
            submit={words.add}
            save={async (body) => {
              show(await call('POST /v1/networks/:network/hooks', { body }))
              close()
            }}
            close={close}
          />
        )}
      </Disclosure>
      <Async of={replied} what={words.title}>
        {({ hooks }) =>
          hooks.length === 0 ? (
            <p class="empty">{words.none}</p>
          ) : (
            <ul class="plain hooks">
              {hooks.map((hook) => (
                <HookCard key={hook.id} hook={hook} refresh={replied.refresh} showSecret={show} />
              ))}
            </ul>
          )
        }
      </Async>
    </Page>
  )
}
