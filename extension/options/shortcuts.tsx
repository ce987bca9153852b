import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { optionsMessages } from '../i18n/options.ts'

/** Firefox has a way of its own to the page where shortcuts are changed; Chrome's types do not know it. */
interface WithSettings {
  openShortcutSettings?: () => Promise<void>
}

const openSettings = async (): Promise<void> => {
  const { openShortcutSettings } = browser.commands as WithSettings
  if (openShortcutSettings) return openShortcutSettings()
  await browser.tabs.create({ url: 'chrome://extensions/shortcuts' })
}

/** The present key of each command, by its name. */
const readKeys = async (): Promise<ReadonlyMap<string, string>> =>
  new Map((await browser.commands.getAll()).map(({ name = '', shortcut = '' }) => [name, shortcut]))

const Key = ({ name, keys }: { name: keyof typeof optionsMessages.commands; keys: ReadonlyMap<string, string> }) => (
  <>
    <dt>{optionsMessages.commands[name]}</dt>
    <dd>{keys.get(name) ? <kbd>{keys.get(name)}</kbd> : optionsMessages.noKey}</dd>
  </>
)

/** Which keys do what now. Another extension may have a key already, and people change them: so the browser is asked. */
export const Shortcuts = () => {
  const [keys, show] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    const look = (): void => void readKeys().then(show)
    look()
    // Whoever comes back from changing them sees them changed.
    addEventListener('focus', look)
    return () => removeEventListener('focus', look)
  }, [])
  return (
    <section aria-labelledby="shortcut">
      <h2 id="shortcut">{optionsMessages.shortcutTitle}</h2>
      <dl class="keys">
        <Key name="clip" keys={keys} />
        <Key name="quick-clip" keys={keys} />
      </dl>
      <button type="button" class="button" onClick={() => void openSettings()}>
        {optionsMessages.changeKeys}
      </button>
      <p>{optionsMessages.shortcutText}</p>
      <p>{optionsMessages.omnibox}</p>
    </section>
  )
}
