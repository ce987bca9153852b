import { browser } from 'wxt/browser'
import { strings } from '../i18n/strings.ts'

/** On a shared computer nothing shows and nothing is clipped before somebody connects: it would be nobody's, or somebody else's. */
export const Locked = () => (
  <main>
    <section class="how">
      <h2>{strings.lockedTitle}</h2>
      <p>{strings.lockedText}</p>
    </section>
    <button type="button" class="button main" onClick={() => void browser.runtime.openOptionsPage()}>
      {strings.connectNow}
    </button>
  </main>
)
