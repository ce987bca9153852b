import { useState } from 'preact/hooks'
import { connect, invitationOf, serverOf } from '../../connect.ts'
import { askBackground } from '../../messages.ts'
import { strings } from '../../strings.ts'
import { connection } from './options-state.ts'

/** Names this browser for the list of a person's devices; nothing about the person. */
const deviceName = (): string =>
  `${/firefox/i.test(navigator.userAgent) ? 'Firefox' : /edg\//i.test(navigator.userAgent) ? 'Edge' : 'Chrome'} · ${navigator.platform}`.slice(
    0,
    120,
  )

type Attempt = { message: string } | { connected: true }

const attemptToConnect = async (typedServer: string, typedCode: string): Promise<Attempt> => {
  const link = invitationOf(typedServer)
  const server = link?.server ?? serverOf(typedServer)
  const code = link?.code ?? typedCode
  if (!server) return { message: strings.badServer }
  if (code.trim().length < 8) return { message: strings.badCode }
  const end = await connect({ server, code }, deviceName())
  if (end.is === 'refused') return { message: strings.said(end.message) }
  if (end.is === 'offline') return { message: strings.connectOffline }
  if (end.is === 'not-gleaner') return { message: strings.connectNotGleaner }
  await askBackground({ ask: 'sync' })
  return { connected: true }
}

export const ConnectForm = () => {
  const [server, setServer] = useState(connection.value?.server ?? '')
  const [code, setCode] = useState('')
  const [state, setState] = useState<'open' | 'busy' | { message: string }>('open')
  const isLink = invitationOf(server) !== undefined
  const submit = async (): Promise<void> => {
    setState('busy')
    const attempt = await attemptToConnect(server, code)
    setState('message' in attempt ? attempt : 'open')
  }
  return (
    <section aria-labelledby="connect">
      <h2 id="connect">{connection.value ? strings.connectAgain : strings.connectTitle}</h2>
      <p class="soft">{strings.connectText}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
        noValidate
      >
        <div class="field">
          <label for="server">{strings.server}</label>
          <input
            id="server"
            type="text"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            value={server}
            placeholder={strings.serverHint}
            onInput={({ currentTarget }) => setServer(currentTarget.value)}
          />
        </div>
        {!isLink && (
          <div class="field">
            <label for="code">{strings.code}</label>
            <input
              id="code"
              type="text"
              autocomplete="off"
              spellcheck={false}
              value={code}
              onInput={({ currentTarget }) => setCode(currentTarget.value)}
            />
          </div>
        )}
        {typeof state === 'object' && (
          <p class="notice bad" role="alert">
            {state.message}
          </p>
        )}
        <button type="submit" class="button main" disabled={state === 'busy'}>
          {state === 'busy' ? strings.connecting : strings.connectNow}
        </button>
      </form>
    </section>
  )
}
