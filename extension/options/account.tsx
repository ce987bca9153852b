import { useState } from 'preact/hooks'
import { askBackground } from '../browser/messages.ts'
import { removeConnection } from '../connection/connection.ts'
import { signOut } from '../account/sign-out.ts'
import { strings } from '../i18n/strings.ts'
import { words } from '../i18n/strings-setup.ts'
import { exportUnsent } from './export-unsent.ts'
import { connection, counts, database, justSignedOut, policy } from './options-state.ts'

const clear = async (): Promise<void> => {
  if (!connection.value) return
  await signOut(connection.value)
  justSignedOut.value = true
}

/** First what is not sent, with what can be done about it; only then what clears it. */
const SignOutQuestion = ({ stay }: { stay: () => void }) => {
  // Before it is counted, nobody may be told that nothing would be lost.
  if (!counts.value) return null
  const { waiting, sent, refused, drafts } = counts.value
  const unsent = waiting + sent
  const isClean = unsent + refused + drafts === 0
  return (
    <div class={`notice${isClean ? '' : ' bad'}`} role="alertdialog" aria-labelledby="sign-out" aria-describedby="sign-out-why">
      <h3 id="sign-out">{words.signOutTitle}</h3>
      <p id="sign-out-why">{isClean ? words.signOutClean : words.signOutUnsent(unsent, refused, drafts)}</p>
      {!isClean && (
        <p class="actions">
          {unsent > 0 && (
            <button type="button" class="button" onClick={() => void askBackground({ ask: 'sync' })}>
              {words.sendNow}
            </button>
          )}
          <button type="button" class="button" onClick={() => void exportUnsent(database.value?.name ?? '')}>
            {strings.exportUnsent}
          </button>
          {!policy.value.sharedWorkstation && (
            <button type="button" class="button" onClick={() => void removeConnection()}>
              {words.leaveKept}
            </button>
          )}
        </p>
      )}
      <p class="actions">
        <button type="button" class={`button ${isClean ? 'main' : 'danger'}`} onClick={() => void clear()}>
          {isClean ? words.clearAll : words.clearUnsent}
        </button>
        <button type="button" class="button" onClick={stay}>
          {strings.stayConnected}
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
      {asking ? (
        <SignOutQuestion stay={() => ask(false)} />
      ) : (
        <button type="button" class="button" onClick={() => ask(true)}>
          {words.signOut}
        </button>
      )}
    </section>
  )
}
