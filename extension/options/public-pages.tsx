import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { forgetPublicHost, readPublicHosts } from '../browser/public-hosts.ts'
import { fault } from './options-state.ts'
import { optionsMessages } from '../i18n/options.ts'

const failed = (error: unknown): void => {
  fault.value = error
}

/** Hosts that somebody called public at this computer, each to be forgotten. */
export const PublicPages = () => {
  const [hosts, show] = useState<string[]>([])
  useEffect(() => {
    const read = (): void => void readPublicHosts().then(show, failed)
    read()
    browser.storage.local.onChanged.addListener(read)
    return () => browser.storage.local.onChanged.removeListener(read)
  }, [])
  if (hosts.length === 0) return null
  return (
    <section aria-labelledby="public-pages">
      <h2 id="public-pages">{optionsMessages.publicTitle}</h2>
      <p class="soft">{optionsMessages.publicText}</p>
      <ul>
        {hosts.map((host) => (
          <li key={host}>
            {host}{' '}
            <button type="button" class="link-button" onClick={() => void forgetPublicHost(host).catch(failed)}>
              {optionsMessages.forgetHost({ host })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
