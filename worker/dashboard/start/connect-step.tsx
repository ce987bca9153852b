import { useEffect, useState } from 'preact/hooks'
import type { PairingReply } from '../../../shared/api/bank.ts'
import { call } from '../data/api.ts'
import { navigate, place } from '../data/router.ts'
import { startMessages as messages } from '../i18n/start.ts'
import { ActionForm } from '../ui/action-form.tsx'
import { CopyField } from '../ui/copy-field.tsx'
import { serverNow } from '../data/clock.ts'

/** The code stands in the address only as long as somebody is about to press the button there. */
const showCode = (code: string): void => {
  // Whoever has gone on to another page stays there.
  if (place.peek().path === '/start') navigate(code ? `/start#connect=${code}` : '/start', 'replace')
}

const Ready = ({ code }: { code: string }) => (
  <>
    <p class="notice quiet">{messages.connectNow}</p>
    <p class="soft" role="status">
      {messages.waiting}
    </p>
    <details>
      <summary>{messages.connectElse}</summary>
      <p>{messages.connectPaste}</p>
      <CopyField label={messages.connectLink} text={`${location.origin}/connect#${code}`} />
    </details>
  </>
)

/**
 * Makes a one-time code for this browser and puts it where the extension reads it when its button is pressed here: behind the `#`
 * of this page's address, which reaches no server.
 */
export const ConnectStep = () => {
  const [made, setMade] = useState<PairingReply | undefined>(undefined)
  const [over, setOver] = useState(false)
  useEffect(() => () => showCode(''), [])
  useEffect(() => {
    if (!made) return undefined
    const timer = setTimeout(() => {
      showCode('')
      setMade(undefined)
      setOver(true)
    }, made.expiresAt - serverNow())
    return () => clearTimeout(timer)
  }, [made])
  if (made) return <Ready code={made.code} />
  return (
    <>
      <p>{messages.connectWhy}</p>
      {over && <p role="status">{messages.connectOver}</p>}
      <ActionForm
        submit={messages.connectPress}
        act={async () => {
          const pairing = await call('POST /v1/pairings', { body: {} })
          showCode(pairing.code)
          setMade(pairing)
        }}
      />
    </>
  )
}
