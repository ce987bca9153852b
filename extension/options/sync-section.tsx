import { askBackground } from '../browser/messages.ts'
import { strings } from '../i18n/strings.ts'
import { exportUnsent } from './export-unsent.ts'
import { connection, counts, database, leftovers, loss, notes } from './options-state.ts'

/** Why what is here has not been sent, in words. */
const why = (): string => {
  // Before it is counted, nobody may read that everything is sent.
  if (!counts.value) return ''
  const { waiting, refused } = counts.value
  if (!connection.value) return waiting > 0 ? strings.whyUnconnected : strings.notConnected
  const { problem, nextAttemptAt } = notes.value
  if (problem) return `${strings.problem(problem)} ${strings.nextAttempt(nextAttemptAt)}`
  if (waiting > 0) return strings.whyOnItsWay
  if (loss.value && loss.value.lost.length > 0) return strings.whyLost
  return refused > 0 ? strings.whyRefused : strings.whyNothing
}

const Leftovers = () =>
  leftovers.value.length > 0 && (
    <div class="notice">
      <p>{strings.leftovers}</p>
      <ul>
        {leftovers.value.map(({ database: name, account, unsent }) => (
          <li key={name}>
            {account}: {strings.unsent(unsent)}
          </li>
        ))}
      </ul>
    </div>
  )

const Numbers = () => {
  const { waiting = 0, sent = 0, refused = 0, rows = 0, drafts = 0 } = counts.value ?? {}
  const lines: [string, number][] = [
    [strings.countWaiting, waiting],
    [strings.countSent, sent],
    [strings.countRefused, refused],
    [strings.countDrafts, drafts],
    [strings.countRows, rows],
  ]
  return (
    <dl class="numbers">
      {lines.map(([label, count]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{count.toLocaleString()}</dd>
        </div>
      ))}
    </dl>
  )
}

export const SyncSection = () => {
  const { lastSync } = notes.value
  const { waiting = 0, sent = 0, refused = 0, drafts = 0 } = counts.value ?? {}
  return (
    <section aria-labelledby="sync">
      <h2 id="sync">{strings.syncTitle}</h2>
      <p role="status">{why()}</p>
      <Numbers />
      <p class="soft">{strings.lastSync(lastSync)}</p>
      <p class="actions">
        {connection.value && (
          <button type="button" class="button" onClick={() => void askBackground({ ask: 'sync' })}>
            {strings.syncNow}
          </button>
        )}
        {waiting + sent + refused + drafts > 0 && (
          <button type="button" class="button" onClick={() => void exportUnsent(database.value?.name ?? '')}>
            {strings.exportUnsent}
          </button>
        )}
      </p>
      <Leftovers />
    </section>
  )
}
