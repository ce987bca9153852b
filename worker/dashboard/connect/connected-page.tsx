import { useEffect, useState } from 'preact/hooks'
import { Page } from '../ui/page.tsx'
import { navigate } from '../data/router.ts'
import { words } from '../i18n/strings.ts'

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
      <Page title={words.connected.refusedTitle} class="alone">
        <p>{words.connected.refused}</p>
      </Page>
    )
  if (!answer.has('code'))
    return (
      <Page title={words.connected.emptyTitle} class="alone">
        <p>{words.connected.empty}</p>
      </Page>
    )
  return (
    <Page title={words.connected.title} class="alone">
      <p>{words.connected.taking}</p>
      <p class={late ? 'notice' : ''} role="status">
        {late && words.connected.stays}
      </p>
    </Page>
  )
}
