import { browser } from 'wxt/browser'
import { strings } from '../../strings.ts'
import { connection, notes, unsent } from './panel-state.ts'

/** What is not sent and why not, in one quiet line; nothing where all is well. */
export const SyncLine = () => {
  const { problem } = notes.value
  if (!connection.value || (!problem && unsent.value === 0)) return null
  return (
    <footer class={`sync-line${problem === 'connect-again' || problem === 'not-member' ? ' bad' : ''}`}>
      <p role="status">
        <strong>{strings.unsent(unsent.value)}</strong> {problem && strings.problem(problem)}{' '}
        {problem === 'connect-again' && (
          <button type="button" class="link-button" onClick={() => void browser.runtime.openOptionsPage()}>
            {strings.connectAgain}
          </button>
        )}
      </p>
    </footer>
  )
}
