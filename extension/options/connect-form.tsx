import { useState } from 'preact/hooks'
import { connect, type ConnectProblem, invitationOf, serverOf, whyNotAt } from '../account/connect.ts'
import { openConnectTab } from '../account/connect-tab.ts'
import { startDeviceCode } from '../account/device-code.ts'
import { deviceName } from './device-name.ts'
import { answer, connection, connectProblem, link, pending, policy, useAnswer } from './options-state.ts'
import { WaitingForCode, WaitingForTab } from './waiting.tsx'
import { appMessages } from '../i18n/app.ts'
import { optionsMessages } from '../i18n/options.ts'
import { pausedMessages } from '../i18n/paused.ts'
import { translate } from '../i18n/translate.ts'

type Way = 'tab' | 'code' | 'pairing'

const inWords = (problem: ConnectProblem): string =>
  typeof problem === 'object' ? translate(problem.refused, problem.english) : optionsMessages.connectProblems[problem]

/** What is wrong with what was typed, in words; or nothing, and then the way that was asked for has begun. */
const begin = async (way: Way, typed: string, pairingCode: string): Promise<string | undefined> => {
  const link = invitationOf(typed)
  const server = link?.server ?? serverOf(typed)
  if (typed.trim() === '') return optionsMessages.needServer
  if (!server) return optionsMessages.badServer
  const fixed = policy.value.server && serverOf(policy.value.server)
  if (fixed && fixed !== server) return optionsMessages.otherServer({ server: fixed })
  const mayPair = policy.value.signIn === undefined || policy.value.signIn === 'link'
  if (mayPair && (link || way === 'pairing')) {
    const code = link?.code ?? pairingCode
    if (code.trim().length < 8) return optionsMessages.badCode
    const end = await connect({ server, code }, deviceName())
    return end.is === 'failed' ? inWords(end.why) : undefined
  }
  const trouble = await whyNotAt(server)
  if (trouble) return inWords(trouble)
  if (way === 'tab') {
    await openConnectTab(server, deviceName())
    return undefined
  }
  const end = await startDeviceCode(server, deviceName())
  return end?.is === 'failed' ? inWords(end.why) : undefined
}

const Problem = ({ message }: { message: string }) => (
  <p class="notice bad" role="alert">
    {message}
  </p>
)

const ServerField = ({ server, change }: { server: string; change: (typed: string) => void }) => (
  <div class="field">
    <label for="server">{optionsMessages.server}</label>
    <input
      id="server"
      type="text"
      inputMode="url"
      autocomplete="off"
      spellcheck={false}
      value={server}
      placeholder={optionsMessages.serverHint}
      aria-describedby="server-help"
      onInput={({ currentTarget }) => change(currentTarget.value)}
    />
    <p class="soft" id="server-help">
      {policy.value.server === undefined ? optionsMessages.serverHelp : optionsMessages.serverFixed}
    </p>
  </div>
)

const PairingField = ({ code, change, submit }: { code: string; change: (typed: string) => void; submit: () => void }) => (
  <details>
    <summary>{optionsMessages.havePairing}</summary>
    <div class="field">
      <label for="code">{optionsMessages.code}</label>
      <input
        id="code"
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={code}
        onInput={({ currentTarget }) => change(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          submit()
        }}
      />
    </div>
    <button type="button" class="button" onClick={submit}>
      {optionsMessages.connectWithCode}
    </button>
  </details>
)

const Form = () => {
  const only = policy.value.signIn
  const first: Way = only === 'code' ? 'code' : only === 'link' ? 'pairing' : 'tab'
  // Chromium brings a policy a moment after the page has opened.
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const server = typed ?? link.value ?? policy.value.server ?? connection.value?.server ?? ''
  const [code, setCode] = useState('')
  const [state, setState] = useState<'open' | 'busy' | { message: string }>('open')
  const submit = async (way: Way): Promise<void> => {
    setState('busy')
    connectProblem.value = undefined
    const message = await begin(way, server, code)
    setState(message === undefined ? 'open' : { message })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (state !== 'busy') void submit(first)
      }}
      noValidate
    >
      <ServerField server={server} change={setTyped} />
      {typeof state === 'object' && <Problem message={state.message} />}
      {connectProblem.value && <Problem message={inWords(connectProblem.value)} />}
      <p class="actions">
        <button type="submit" class="button main" aria-disabled={state === 'busy'}>
          {state === 'busy' ? optionsMessages.connecting : appMessages.connectNow}
        </button>
        {only === undefined && (
          <button type="button" class="link-button" onClick={() => void submit('code')}>
            {optionsMessages.byCode}
          </button>
        )}
      </p>
      {only !== 'tab' && only !== 'code' && <PairingField code={code} change={setCode} submit={() => void submit('pairing')} />}
    </form>
  )
}

/** The server's answer is here, and the server cannot be reached: it is good for a while. */
const AnswerWaits = () => (
  <>
    <Problem message={optionsMessages.offline} />
    <button type="button" class="button main" onClick={() => void useAnswer()}>
      {optionsMessages.again}
    </button>
  </>
)

const Inside = () => {
  if (answer.value) return connectProblem.value === 'offline' ? <AnswerWaits /> : <p role="status">{optionsMessages.connecting}</p>
  if (pending.value?.way === 'tab') return <WaitingForTab pending={pending.value} />
  if (pending.value?.way === 'code') return <WaitingForCode pending={pending.value} />
  return <Form />
}

export const ConnectForm = () => (
  <section aria-labelledby="connect">
    <h2 id="connect">{connection.value ? pausedMessages.connectAgain : optionsMessages.connectTitle}</h2>
    <Inside />
  </section>
)
