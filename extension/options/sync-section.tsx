import { askBackground } from '../browser/messages.ts'
import { exportUnsent } from './export-unsent.ts'
import { connection, counts, database, leftovers, loss, notes } from './options-state.ts'
import { appMessages } from '../i18n/app.ts'
import { optionsMessages } from '../i18n/options.ts'
import { pausedMessages } from '../i18n/paused.ts'
import { dayAndTime, timeOfDay, wholeNumber } from './formats.ts'

const nextAttempt = (at: number): string => (at > Date.now() ? optionsMessages.nextAttempt({ time: timeOfDay(at) }) : '')

/** Why what is here has not been sent, in words. */
const why = (): string => {
  // Before it is counted, nobody may read that everything is sent.
  if (!counts.value) return ''
  const { waiting, refused } = counts.value
  if (!connection.value) return waiting > 0 ? optionsMessages.whyUnconnected : appMessages.notConnected
  const { problem, nextAttemptAt } = notes.value
  if (problem) return [pausedMessages.problems[problem], nextAttempt(nextAttemptAt)].join(' ')
  if (waiting > 0) return optionsMessages.whyOnItsWay
  if (loss.value && loss.value.lost.length > 0) return optionsMessages.whyLost
  return refused > 0 ? optionsMessages.whyRefused : optionsMessages.whyNothing
}

const Leftovers = () =>
  leftovers.value.length > 0 && (
    <div class="notice">
      <p>{optionsMessages.leftovers}</p>
      <ul>
        {leftovers.value.map(({ database: name, account, unsent }) => (
          <li key={name}>
            {account}: {pausedMessages.unsent({ count: unsent })}
          </li>
        ))}
      </ul>
    </div>
  )

const Numbers = () => {
  const { waiting = 0, sent = 0, refused = 0, rows = 0, drafts = 0 } = counts.value ?? {}
  const lines: [string, number][] = [
    [optionsMessages.countWaiting, waiting],
    [optionsMessages.countSent, sent],
    [optionsMessages.countRefused, refused],
    [optionsMessages.countDrafts, drafts],
    [optionsMessages.countRows, rows],
  ]
  return (
    <dl class="numbers">
      {lines.map(([label, count]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{wholeNumber(count)}</dd>
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
      <h2 id="sync">{optionsMessages.syncTitle}</h2>
      <p role="status">{why()}</p>
      <Numbers />
      <p class="soft">{lastSync === null ? optionsMessages.neverSynced : optionsMessages.lastSync({ when: dayAndTime(lastSync) })}</p>
      <p class="actions">
        {connection.value && (
          <button type="button" class="button" onClick={() => void askBackground({ ask: 'sync' })}>
            {optionsMessages.syncNow}
          </button>
        )}
        {waiting + sent + refused + drafts > 0 && (
          <button type="button" class="button" onClick={() => void exportUnsent(database.value?.name ?? '')}>
            {optionsMessages.exportUnsent}
          </button>
        )}
      </p>
      <Leftovers />
    </section>
  )
}
