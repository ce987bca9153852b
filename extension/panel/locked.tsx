import { browser } from 'wxt/browser'
import { appMessages } from '../i18n/app.ts'
import { panelMessages } from '../i18n/panel.ts'

/** On a shared computer nothing shows and nothing is clipped before somebody connects: it would be nobody's, or somebody else's. */
export const Locked = () => (
  <main>
    <section class="how">
      <h2>{panelMessages.lockedTitle}</h2>
      <p>{panelMessages.lockedText}</p>
    </section>
    <button type="button" class="button main" onClick={() => void browser.runtime.openOptionsPage()}>
      {appMessages.connectNow}
    </button>
  </main>
)
