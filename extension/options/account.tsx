import { useState } from 'preact/hooks'
import { askBackground } from '../browser/messages.ts'
import { removeConnection } from '../connection/connection.ts'
import { signOut } from '../account/sign-out.ts'
import { exportUnsent } from './export-unsent.ts'
import { connection, counts, database, justSignedOut, policy } from './options-state.ts'
import { optionsMessages } from '../i18n/options.ts'
import { list } from '../i18n/formats.ts'

const clear = async (): Promise<void> => {
  if (!connection.value) return
  await signOut(connection.value)
  justSignedOut.value = true
}

const unsentText = (unsent: number, refused: number, drafts: number): string =>
  list([
    ...(unsent > 0 ? [optionsMessages.clipsWaiting({ count: unsent })] : []),
    ...(refused > 0 ? [optionsMessages.clipsRefused({ count: refused })] : []),
    ...(drafts > 0 ? [optionsMessages.drafts({ count: drafts })] : []),
  ])

/** First what is not sent, with what can be done about it; only then what clears it. */
const SignOutQuestion = ({ stay }: { stay: () => void }) => {
  // Before it is counted, nobody may be told that nothing would be lost.
  if (!counts.value) return null
  const { waiting, sent, refused, drafts } = counts.value
  const unsent = waiting + sent
  const isClean = unsent + refused + drafts === 0
  return (
    <div class={`notice${isClean ? '' : ' bad'}`} role="alertdialog" aria-labelledby="sign-out" aria-describedby="sign-out-why">
      <h3 id="sign-out">{optionsMessages.signOutTitle}</h3>
      <p id="sign-out-why">
        {isClean ? optionsMessages.signOutClean : optionsMessages.signOutUnsent({ what: unsentText(unsent, refused, drafts) })}
      </p>
      {!isClean && (
        <p class="actions">
          {unsent > 0 && (
            <button type="button" class="button" onClick={() => void askBackground({ ask: 'sync' })}>
              {optionsMessages.sendNow}
            </button>
          )}
          <button type="button" class="button" onClick={() => void exportUnsent(database.value?.name ?? '')}>
            {optionsMessages.exportUnsent}
          </button>
          {!policy.value.sharedWorkstation && (
            <button type="button" class="button" onClick={() => void removeConnection()}>
              {optionsMessages.leaveKept}
            </button>
          )}
        </p>
      )}
      <p class="actions">
        <button type="button" class={`button ${isClean ? 'main' : 'danger'}`} onClick={() => void clear()}>
          {isClean ? optionsMessages.clearAll : optionsMessages.clearUnsent}
        </button>
        <button type="button" class="button" onClick={stay}>
          {optionsMessages.stayConnected}
        </button>
      </p>
    </div>
  )
}

/** Who is connected, where to, and the way out. */
export const Account = () => {
  const [asking, ask] = useState(false)
  const { me, server } = connection.value ?? {}
  if (!me) return null
  return (
    <section aria-labelledby="connected">
      <h2 id="connected">{optionsMessages.connectedTitle}</h2>
      <dl>
        <dt>{optionsMessages.network}</dt>
        <dd>{me.network.name}</dd>
        <dt>{optionsMessages.person}</dt>
        <dd>
          {me.name} <span class="soft">{optionsMessages.roles[me.role]}</span>
        </dd>
        <dt>{optionsMessages.server}</dt>
        <dd class="address">{server}</dd>
      </dl>
      {asking ? (
        <SignOutQuestion stay={() => ask(false)} />
      ) : (
        <button type="button" class="button" onClick={() => ask(true)}>
          {optionsMessages.signOut}
        </button>
      )}
    </section>
  )
}
