import { useEffect, useState } from 'preact/hooks'
import type { IdeaPage } from '../../../shared/api/bank.ts'
import { messages } from '../i18n/bank.ts'
import { type Deciding, offered } from './triage-decision.tsx'
import type { TriageAnswer } from './triage-keys.ts'

interface Props {
  page: IdeaPage
  deciding: Deciding
  decide: (deciding: Deciding) => void
}

const first: ReadonlySet<TriageAnswer> = new Set(['classify', 'ask'])

/** On a phone, the answers at the thumb (triage-page.css). They go while a form is open: it has its own. */
export const TriageFoot = ({ page, deciding, decide }: Props) => {
  const [more, setMore] = useState(false)
  useEffect(() => setMore(false), [page.idea.id])
  const answers = offered(page)
  if (deciding || answers.length === 0) return null
  const rest = answers.filter((answer) => !first.has(answer))
  const button = (action: TriageAnswer) => (
    <button key={action} type="button" class={`answer ${action}`} onClick={() => decide({ action })}>
      {messages.triage.answers[action]}
    </button>
  )
  return (
    <div
      class="triage-foot"
      role="group"
      aria-label={messages.triage.decision}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setMore(false)
      }}
    >
      {more && (
        <div id="triage-more" class="triage-foot-row">
          {rest.map(button)}
        </div>
      )}
      <div class="triage-foot-row">
        {answers.filter((answer) => first.has(answer)).map(button)}
        {rest.length > 0 && (
          <button
            type="button"
            class="answer"
            aria-expanded={more}
            aria-controls={more ? 'triage-more' : undefined}
            onClick={() => setMore(!more)}
          >
            {messages.frame.more}
          </button>
        )}
      </div>
    </div>
  )
}
