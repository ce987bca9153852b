import { browser } from 'wxt/browser'
import { strings } from '../i18n/strings.ts'
import { connection, notes, unsent } from './state/panel-state.ts'

/** What is not sent and why not; nothing where all is well. */
export const SyncLine = () => {
  const { problem } = notes.value
  if (!connection.value || !problem) return null
  const isForPerson = problem === 'connect-again' || problem === 'not-member' || problem === 'disk-full'
  return (
    <div class={`notice sync-line${isForPerson ? ' bad' : ''}`} role="status">
      {unsent.value > 0 && <strong>{strings.unsent(unsent.value)} </strong>}
      {strings.problem(problem)}
      {problem === 'connect-again' && (
        <button type="button" class="link-button" onClick={() => void browser.runtime.openOptionsPage()}>
          {strings.connectAgain}
        </button>
      )}
    </div>
  )
}
