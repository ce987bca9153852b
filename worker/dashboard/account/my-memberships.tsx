import { useState } from 'preact/hooks'
import type { MyNetworksReply } from '../../../shared/api/access.ts'
import { ActionForm } from '../ui/action-form.tsx'
import { call } from '../data/api.ts'
import { RadioField } from '../ui/fields.tsx'
import { switchNetwork, useMyNetworks } from '../ui/my-networks.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { me } from '../data/session.ts'
import { accessMessages } from '../i18n/access.ts'
import { messages } from '../i18n/bank.ts'

type Membership = MyNetworksReply['networks'][number]

const Leave = ({ slug, name, close }: Membership & { close: () => void }) => {
  const [keep, setKeep] = useState('keep')
  const choices = [
    { key: 'keep', label: accessMessages.account.keepName, hint: accessMessages.account.keepNameHint },
    { key: 'drop', label: accessMessages.account.dropName, hint: accessMessages.account.dropNameHint },
  ]
  const leave = async (): Promise<void> => {
    const query = { name: keep === 'drop' ? ('drop' as const) : ('keep' as const) }
    await call('DELETE /v1/networks/:network/members/:person', { network: slug, person: me.value?.person ?? '', query })
    location.assign('/')
  }
  return (
    <ActionForm submit={accessMessages.account.leaveThis({ network: name })} tone="danger" act={leave} onCancel={close}>
      <p>{accessMessages.account.leaveWhat}</p>
      <RadioField legend={accessMessages.account.yourName} value={keep} choices={choices} onChange={setKeep} />
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
              <b>{network.name}</b> {network.slug === me.value?.network.slug && <span class="badge">{accessMessages.account.hereNow}</span>}
              <p class="soft small">{messages.roles[network.role]}</p>
            </div>
            {network.slug !== me.value?.network.slug && (
              <button type="button" class="button quiet small" onClick={() => void switchNetwork(network.slug)}>
                {accessMessages.account.open}
              </button>
            )}
          </div>
          <Disclosure label={accessMessages.account.leaveThis({ network: network.name })}>
            {(close) => <Leave {...network} close={close} />}
          </Disclosure>
        </li>
      ))}
    </ul>
  )
}
