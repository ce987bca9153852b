import { useState } from 'preact/hooks'
import { removeConnection } from '../../settings.ts'
import { strings } from '../../strings.ts'
import { connection, counts } from './options-state.ts'

const Disconnect = () => {
  const [asking, ask] = useState(false)
  const { waiting = 0, sent = 0, refused = 0 } = counts.value ?? {}
  if (!asking)
    return (
      <button type="button" class="button" onClick={() => ask(true)}>
        {strings.disconnect}
      </button>
    )
  return (
    <div class="notice" role="alertdialog" aria-labelledby="sure">
      <p id="sure">{strings.disconnectSure(waiting + sent + refused)}</p>
      <p class="actions">
        <button type="button" class="button" onClick={() => void removeConnection()}>
          {strings.disconnect}
        </button>
        <button type="button" class="button" onClick={() => ask(false)}>
          {strings.stayConnected}
        </button>
      </p>
    </div>
  )
}

/** Who is connected, and where to. */
export const Connected = () => {
  const { me, server } = connection.value ?? {}
  if (!me) return null
  return (
    <section aria-labelledby="connected">
      <h2 id="connected">{strings.connectedTitle}</h2>
      <dl>
        <dt>{strings.network}</dt>
        <dd>{me.network.name}</dd>
        <dt>{strings.person}</dt>
        <dd>
          {me.name} <span class="soft">{strings.role(me.role)}</span>
        </dd>
        <dt>{strings.server}</dt>
        <dd class="address">{server}</dd>
      </dl>
      <Disconnect />
    </section>
  )
}
