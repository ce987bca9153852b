import { useState } from 'preact/hooks'
import type { MyNetworksReply } from '../../../shared/api/access.ts'
import { ActionForm } from '../ui/action-form.tsx'
import { call } from '../data/api.ts'
import { RadioField } from '../ui/fields.tsx'
import { switchNetwork, useMyNetworks } from '../ui/my-networks.ts'
import { Opened } from '../ui/disclosure.tsx'
import { me } from '../data/session.ts'
import { words } from '../i18n/strings.ts'

type Membership = MyNetworksReply['networks'][number]

const Leave = ({ slug, name, close }: Membership & { close: () => void }) => {
  const [keep, setKeep] = useState('keep')
  const choices = [
    { key: 'keep', label: words.account.keepName, hint: words.account.keepNameHint },
    { key: 'drop', label: words.account.dropName, hint: words.account.dropNameHint },
  ]
  const leave = async (): Promise<void> => {
    const person = encodeURIComponent(me.value?.person ?? '')
    await call(`/v1/networks/${encodeURIComponent(slug)}/members/${person}?name=${keep}`, { method: 'DELETE' })
    location.assign('/')
  }
  return (
    <ActionForm submit={words.account.leaveThis(name)} tone="danger" act={leave} onCancel={close}>
      <p>{words.account.leaveWhat}</p>
      <RadioField legend={words.account.yourName} value={keep} choices={choices} onChange={setKeep} />
    </ActionForm>
  )
}

/** The networks that one is in: go on in another, or leave. */
export const MyMemberships = () => {
  const networks = useMyNetworks()
  return (
    <ul class="lines">
      {networks.map((network) => (
        <li key={network.slug} class="line-block">
          <div class="line">
            <div class="line-main">
              <b>{network.name}</b> {network.slug === me.value?.network.slug && <span class="badge">{words.account.hereNow}</span>}
              <p class="soft small">{words.roles[network.role]}</p>
            </div>
            {network.slug !== me.value?.network.slug && (
              <button type="button" class="button quiet small" onClick={() => void switchNetwork(network.slug)}>
                {words.account.open}
              </button>
            )}
          </div>
          <Opened label={words.account.leaveThis(network.name)}>{(close) => <Leave {...network} close={close} />}</Opened>
        </li>
      ))}
    </ul>
  )
}
