import { browser } from 'wxt/browser'
import { connection, notes, unsent } from './state/panel-state.ts'
import { appMessages } from '../i18n/app.ts'

/** What is not sent and why not; nothing where all is well. */
export const SyncLine = () => {
  const { problem } = notes.value
  if (!connection.value || !problem) return null
  const isForPerson = problem === 'connect-again' || problem === 'not-member' || problem === 'disk-full'
  return (
    <div class={`notice sync-line${isForPerson ? ' bad' : ''}`} role="status">
      {unsent.value > 0 && <strong>{appMessages.unsent({ count: unsent.value })} </strong>}
      {appMessages.syncProblems[problem]}
      {problem === 'connect-again' && (
        <button type="button" class="link-button" onClick={() => void browser.runtime.openOptionsPage()}>
          {appMessages.connectAgain}
        </button>
      )}
    </div>
  )
}
