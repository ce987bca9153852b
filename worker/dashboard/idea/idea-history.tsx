import { useState } from 'preact/hooks'
import type { HistoryEntry } from '../../../shared/api/bank.ts'
import { personName } from '../data/framework.ts'
import { historyLine } from './history-words.ts'
import { messages } from '../i18n/bank.ts'
import { translate } from '../i18n/translate.ts'
import { RelativeTime } from '../ui/relative-time.tsx'

const Entry = ({ entry, idea }: { entry: HistoryEntry; idea: string }) => {
  const { did, why } = historyLine(entry, idea)
  return (
    <li class={entry.takenBack ? 'taken-back' : entry.status}>
      <p>
        {entry.name === 'unsayKind' ? (
          <b>{messages.history.program}</b>
        ) : (
          <>
            <b>{personName(entry.by)}</b> {entry.role && <span class="soft small">{messages.roles[entry.role]}</span>}
          </>
        )}{' '}
        {entry.takenBack ? <s>{did}</s> : entry.status === 'ok' ? did : messages.history.refused({ did })}{' '}
        {entry.takenBack && <b>{messages.history.takenBack} </b>}
        <span class="soft small">
          <RelativeTime at={entry.at} />
        </span>
      </p>
      {why && !entry.takenBack && <p class="said soft">{why}</p>}
      {entry.message && (
        <p class="soft small">{messages.history.because({ message: translate(entry.reason ?? entry.message, entry.message) })}</p>
      )}
    </li>
  )
}

const shownAtFirst = 8

const decided: ReadonlySet<string> = new Set([
  'proposeIdea',
  'importIdea',
  'classifyIdea',
  'returnToTriage',
  'moveIdea',
  'endIdea',
  'mergeIdeas',
  'reopenIdea',
  'holdIdea',
  'liftHold',
  'requestApproval',
  'decideApproval',
  'withdrawApproval',
])
const shownKinds = ['decisions', 'all'] as const

/** What happened, newest first, in words: the decisions, or everything, refused tries included. Exact times are on hover. */
export const IdeaHistory = ({ history, idea }: { history: readonly HistoryEntry[]; idea: string }) => {
  const [kind, show] = useState<(typeof shownKinds)[number]>('decisions')
  const shown = kind === 'all' ? history : history.filter(({ name, status }) => decided.has(name) && status === 'ok')
  const [recent, older] = [shown.slice(0, shownAtFirst), shown.slice(shownAtFirst)]
  return (
    <>
      <div class="log-kinds" role="group" aria-label={messages.history.title}>
        {shownKinds.map((one) => (
          <button key={one} type="button" class="button quiet small" aria-pressed={one === kind} onClick={() => show(one)}>
            {messages.log[one]}
          </button>
        ))}
      </div>
      <ol class="history" reversed>
        {recent.map((entry) => (
          <Entry key={entry.seq} entry={entry} idea={idea} />
        ))}
      </ol>
      {older.length > 0 && (
        <details class="older">
          <summary>{messages.history.older({ count: older.length })}</summary>
          <ol class="history" reversed>
            {older.map((entry) => (
              <Entry key={entry.seq} entry={entry} idea={idea} />
            ))}
          </ol>
        </details>
      )}
    </>
  )
}
