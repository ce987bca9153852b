import { useEffect } from 'preact/hooks'
import { openConnectTab } from '../account/connect-tab.ts'
import { pollDeviceCode, startDeviceCode } from '../account/device-code.ts'
import { type PendingCode, type PendingTab, removePending } from '../account/pending-connection.ts'
import { deviceName } from './device-name.ts'
import { connectProblem, policy } from './options-state.ts'
import { optionsMessages } from '../i18n/options.ts'
import { timeOfDay } from './formats.ts'

const Cancel = () => (
  <button type="button" class="link-button" onClick={() => void removePending()}>
    {optionsMessages.cancel}
  </button>
)

const useCode = async (server: string): Promise<void> => {
  const end = await startDeviceCode(server, deviceName())
  if (end?.is !== 'failed') return
  connectProblem.value = end.why
  await removePending()
}

/** The server's page is open in another tab; the button pressed there brings its answer here. */
export const WaitingForTab = ({ pending: { server } }: { pending: PendingTab }) => (
  <div role="status">
    <h3>{optionsMessages.tabTitle}</h3>
    <ol class="steps">
      <li>{optionsMessages.tabSteps.signIn}</li>
      <li>{optionsMessages.tabSteps.agree}</li>
      <li>{optionsMessages.tabSteps.press}</li>
    </ol>
    <p class="actions">
      <button type="button" class="button" onClick={() => void openConnectTab(server, deviceName())}>
        {optionsMessages.tabAgain}
      </button>
      {policy.value.signIn === undefined && (
        <button type="button" class="button" onClick={() => void useCode(server)}>
          {optionsMessages.byCode}
        </button>
      )}
      <Cancel />
    </p>
  </div>
)

/** Asked more often than the background does, while somebody looks. */
const look = 1000

const poll = async (): Promise<void> => {
  const end = await pollDeviceCode()
  if (end?.is === 'failed') connectProblem.value = end.why
}

export const WaitingForCode = ({ pending: { address, userCode, until } }: { pending: PendingCode }) => {
  useEffect(() => {
    const timer = setInterval(() => void poll(), look)
    return () => clearInterval(timer)
  }, [])
  return (
    <div>
      <h3>{optionsMessages.codeTitle}</h3>
      <p class="address">{optionsMessages.codeSteps({ address })}</p>
      <p class="user-code">{userCode}</p>
      <p class="soft" role="status">
        {optionsMessages.codeWaiting({ time: timeOfDay(until) })}
      </p>
      <p class="actions">
        <Cancel />
      </p>
    </div>
  )
}
