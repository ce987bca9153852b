import { browser } from 'wxt/browser'
import { notes, unsent } from './state/panel-state.ts'
import { pausedMessages } from '../i18n/paused.ts'

/** What is not sent and why not. Loaded where something is in the way. */
export const SyncLine = () => {
  const { problem } = notes.value
  if (!problem) return null
  const isForPerson = problem === 'connect-again' || problem === 'not-member' || problem === 'disk-full'
  return (
    <div class={`notice sync-line${isForPerson ? ' bad' : ''}`} role="status">
      {unsent.value > 0 && <strong>{pausedMessages.unsent({ count: unsent.value })} </strong>}
      {pausedMessages.problems[problem]}
      {problem === 'connect-again' && (
        <button type="button" class="link-button" onClick={() => void browser.runtime.openOptionsPage()}>
          {pausedMessages.connectAgain}
        </button>
      )}
    </div>
  )
}
