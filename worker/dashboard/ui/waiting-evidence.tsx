import { useEffect, useRef, useState } from 'preact/hooks'
import { useQuery } from '../data/use-query.ts'
import { messages as common } from '../i18n/bank.ts'
import { newEvidenceMessages as said } from '../i18n/new-evidence.ts'
import { Async } from './async.tsx'
import type { WaitingEvidenceReply } from '../../../shared/api/new-evidence.ts'

const { waiting: messages } = said
const shownFirst = 10

const Ideas = ({ ideas }: { ideas: WaitingEvidenceReply['ideas'] }) => {
  const [all, setAll] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  // The button goes: the focus moves on to the first idea that it showed.
  useEffect(() => {
    if (all) list.current?.children[shownFirst]?.querySelector('a')?.focus()
  }, [all])
  return (
    <>
      <ol class="short-list" ref={list}>
        {(all ? ideas : ideas.slice(0, shownFirst)).map(({ id, change, ...counts }) => (
          <li key={id}>
            <a href={`/ideas/${id}#new-evidence`}>{change}</a>
            <span class="soft">{messages.line(counts)}</span>
          </li>
        ))}
      </ol>
      {!all && ideas.length > shownFirst && (
        <button type="button" class="button quiet small" onClick={() => setAll(true)}>
          {common.form.more}
        </button>
      )}
    </>
  )
}

/** The ideas for which searches found papers that nobody has looked at, those with the most since that time first. */
export const WaitingEvidence = ({ since }: { since: number }) => {
  const replied = useQuery('GET /v1/networks/:network/new-evidence', { query: { since: String(since) } })
  return (
    <section class="card" aria-labelledby="new-evidence">
      <h2 id="new-evidence">{messages.title}</h2>
      <Async of={replied} what={messages.what}>
        {({ ideas }) => (ideas.length === 0 ? <p class="soft">{messages.none}</p> : <Ideas ideas={ideas} />)}
      </Async>
    </section>
  )
}
