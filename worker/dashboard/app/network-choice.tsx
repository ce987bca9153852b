import { switchNetwork, useMyNetworks } from '../ui/my-networks.ts'
import { me } from '../data/session.ts'
import { messages } from '../i18n/bank.ts'

/** For people of several networks: which one they look at. */
export const NetworkChoice = () => {
  const networks = useMyNetworks()
  if (networks.length < 2) return null
  return (
    <label class="network-choice">
      <span class="unseen">{messages.frame.network}</span>
      <select value={me.value?.network.slug} onChange={({ currentTarget }) => void switchNetwork(currentTarget.value)}>
        {networks.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
