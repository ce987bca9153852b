import { useEffect, useState } from 'preact/hooks'
import { Page } from '../ui/page.tsx'
import { navigate } from '../data/router.ts'
import { accessMessages } from '../i18n/access.ts'

/** As long as the code in the address is good for anything. */
const codeLife = 3 * 60_000
const patience = 6000

/**
 * Where the extension reads the answer, in this page's address: `#code=…&state=…&iss=…`, or `#error=access_denied&state=…&iss=…`.
 * It may read it once the person presses its button here, and then takes the tab over.
 */
export const ConnectedPage = ({ fragment }: { fragment: string }) => {
  const [answer] = useState(() => new URLSearchParams(fragment))
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timers = [
      setTimeout(() => setLate(true), patience),
      setTimeout(() => {
        if (answer.has('code')) navigate('/connected', 'replace')
      }, codeLife),
    ]
    return () => timers.forEach(clearTimeout)
  }, [])
  if (answer.has('error'))
    return (
      <Page title={accessMessages.connected.refusedTitle} class="alone">
        <p>{accessMessages.connected.refused}</p>
      </Page>
    )
  if (!answer.has('code'))
    return (
      <Page title={accessMessages.connected.emptyTitle} class="alone">
        <p>{accessMessages.connected.empty}</p>
      </Page>
    )
  return (
    <Page title={accessMessages.connected.title} class="alone">
      <p>{accessMessages.connected.taking}</p>
      <p class={late ? 'notice' : ''} role="status">
        {late && accessMessages.connected.stays}
      </p>
    </Page>
  )
}
