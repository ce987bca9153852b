import { useEffect, useRef } from 'preact/hooks'
import type { IdeaPage } from '../../../shared/api/bank.ts'
import { allowed } from '../data/allowed.ts'
import { ClassifyForm } from '../idea/classify-form.tsx'
import { CommentForm } from '../idea/comment-form.tsx'
import { EndForm } from '../idea/end-form.tsx'
import { MergeForm } from '../idea/merge-form.tsx'
import { messages } from '../i18n/bank.ts'
import { SuggestionNote } from '../idea/suggestion-note.tsx'
import { type TriageAnswer, answers, triageKeys } from './triage-keys.ts'

/** Which form stands open, and for a merge into which idea. */
export type Deciding = { action: Exclude<TriageAnswer, 'merge'> } | { action: 'merge'; into?: string } | undefined

interface Props {
  page: IdeaPage
  deciding: Deciding
  decide: (deciding: Deciding) => void
  /** The idea has its answer: on to the next. */
  answered: (answer: TriageAnswer) => void
}

/** The answers that the rules allow this person for this idea, by button and by key. */
export const offered = (page: IdeaPage): TriageAnswer[] =>
  (Object.keys(answers) as TriageAnswer[]).filter((answer) => allowed(page)(answers[answer]))

/** What is asked most, where its answer is missing and nobody has asked yet. */
const readyQuestion = ({ idea, comments }: IdeaPage): string =>
  idea.problem === '' && !comments.some(({ question }) => question) ? messages.comment.askProblem : ''

const OpenForm = ({ page, deciding, decide, answered }: Props) => {
  const id = page.idea.id
  const cancel = (): void => decide(undefined)
  const done = (answer: TriageAnswer) => () => answered(answer)
  switch (deciding?.action) {
    case 'classify':
      return <ClassifyForm page={page} onDone={done('classify')} onCancel={cancel} />
    case 'ask':
      return <CommentForm idea={id} asking ready={readyQuestion(page)} onDone={done('ask')} onCancel={cancel} />
    case 'merge':
      return <MergeForm page={page} {...(deciding.into ? { into: deciding.into } : {})} onDone={done('merge')} onCancel={cancel} />
    case 'decline':
      return <EndForm idea={id} as="declined" onDone={done('decline')} onCancel={cancel} />
    case 'park':
      return <EndForm idea={id} as="parked" onDone={done('park')} onCancel={cancel} />
    case undefined:
      return <SuggestionNote suggestion={page.suggestion} />
  }
}

const firstFields = ['input:checked', 'input:not([type=hidden]), select, textarea']
/** What the classification still misses comes before what is chosen already. */
const classifyFields = ['select:invalid, textarea:invalid', ...firstFields]

/** Puts the focus where the work begins; the ready question is selected, so that other words take its place. */
const begin = (body: HTMLElement | null, action: TriageAnswer): void => {
  const fields = action === 'classify' ? classifyFields : firstFields
  const field = fields.map((selector) => body?.querySelector<HTMLElement>(selector)).find(Boolean)
  field?.focus()
  if (field instanceof HTMLTextAreaElement && field.value === messages.comment.askProblem) field.select()
}

/** A form that was closed leaves the focus on what opened it: its button here, or on a phone the one in the bar at the lower edge. */
const leave = (action: TriageAnswer): void => {
  if (document.activeElement !== document.body) return
  const openers = [`.answer.${action}`, '.triage-foot [aria-expanded]'].flatMap((one) => [...document.querySelectorAll<HTMLElement>(one)])
  openers.find((one) => one.checkVisibility())?.focus()
}

/** The five answers to an idea, one form at a time; Escape closes it and keeps what was typed. */
export const TriageDecision = (props: Props) => {
  const { deciding, decide, page } = props
  const body = useRef<HTMLDivElement>(null)
  const target = deciding?.action === 'merge' ? deciding.into : undefined
  const opened = useRef<TriageAnswer | undefined>(undefined)
  useEffect(() => {
    if (opened.current && !deciding) leave(opened.current)
    opened.current = deciding?.action
    if (target) body.current?.querySelector('textarea')?.focus()
    else if (deciding) begin(body.current, deciding.action)
  }, [deciding?.action, target])
  return (
    <section class="card decision" aria-labelledby="decision">
      <h2 id="decision">{messages.triage.decision}</h2>
      <div class="answers" role="group" aria-labelledby="decision">
        {offered(page).map((action) => (
          <button
            key={action}
            type="button"
            class={`answer ${action}`}
            aria-expanded={deciding?.action === action}
            aria-keyshortcuts={triageKeys[action]}
            onClick={() => decide(deciding?.action === action ? undefined : { action })}
          >
            {messages.triage.answers[action]} <kbd aria-hidden="true">{triageKeys[action]}</kbd>
          </button>
        ))}
      </div>
      <div
        ref={body}
        onKeyDown={(event) => {
          if (event.key === 'Escape') decide(undefined)
        }}
      >
        <OpenForm {...props} />
      </div>
    </section>
  )
}
