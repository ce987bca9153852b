import { useState } from 'preact/hooks'
import type { TriedReply } from '../../../../shared/api/new-evidence.ts'
import { searchFault } from '../../../../shared/lookups/search-string.ts'
import { call } from '../../data/api.ts'
import { problemOf } from '../../data/use-query.ts'
import { list } from '../../i18n/locale.ts'
import { lookupMessages } from '../../i18n/lookups.ts'
import { newEvidenceMessages as said } from '../../i18n/new-evidence.ts'
import { wrongIn } from './guarded.ts'

const { form: messages } = said
/** More a year than about three a week is more than a network reads. */
const wide = 150

const Tried = ({ one }: { one: TriedReply['services'][number] }) => {
  const who = lookupMessages.services[one.service]
  if (one.unknown) return <li>{said.unknown({ who })}</li>
  if (one.failed) return <li>{messages.triedNothing({ who })}</li>
  return (
    <li>
      {messages.tried({ who, count: one.count, lastYear: one.lastYear })} {one.lastYear > wide && <b>{messages.wide}</b>}
      {one.notFound.length > 0 && <p>{said.notFound({ words: list.format(one.notFound.map((word) => `“${word}”`)) })}</p>}
      {one.understood && (
        <details>
          <summary>{messages.understood}</summary>
          <code class="asked-search">{one.understood}</code>
        </details>
      )}
    </li>
  )
}

/** Counts what a search finds, before it is kept. What may identify a patient is not sent. */
export const TrySearch = ({ search }: { search: string }) => {
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState<TriedReply | undefined>(undefined)
  const [problem, setProblem] = useState('')
  const ask = async (): Promise<void> => {
    setBusy(true)
    setProblem('')
    setTried(undefined)
    try {
      const found = await wrongIn({ search })
      if (found) setProblem(found)
      else setTried(await call('POST /v1/networks/:network/searches', { body: { search } }))
    } catch (error) {
      setProblem(problemOf(error).message)
    }
    setBusy(false)
  }
  const isFaulty = searchFault(search.trim()) !== undefined
  return (
    <>
      <p class="actions">
        <button type="button" class="button small" aria-disabled={busy || isFaulty} onClick={() => !busy && !isFaulty && void ask()}>
          {busy ? messages.trying : messages.try}
        </button>
      </p>
      <div role="status">
        {tried && (
          <ul class="tried small">
            {tried.services.map((one) => (
              <Tried key={one.service} one={one} />
            ))}
          </ul>
        )}
      </div>
      <p class="problem" role="alert">
        {problem}
      </p>
    </>
  )
}
