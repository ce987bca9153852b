import { useRef, useState } from 'preact/hooks'
import type { Idea } from '../../../../shared/domain/entities.ts'
import { proposedSearch } from '../../../../shared/lookups/proposed-search.ts'
import { longestSearch, questionParts, type QuestionParts } from '../../../../shared/lookups/search-string.ts'
import { type Draft, draft, dropDrafts, isTouched } from '../../data/drafts.ts'
import { mutate } from '../../data/mutate.ts'
import { newEvidenceMessages as said } from '../../i18n/new-evidence.ts'
import { Field, LineField } from '../../ui/fields.tsx'
import { MutationForm } from '../../ui/mutation-form.tsx'
import { showDone } from '../../ui/undo.ts'
import { wrongIn } from './guarded.ts'
import { TrySearch } from './try-search.tsx'

const { form: messages } = said

type Drafts = Record<keyof QuestionParts, Draft>

const partsOf = (drafts: Drafts): QuestionParts => ({
  population: drafts.population.text.value,
  intervention: drafts.intervention.text.value,
  comparison: drafts.comparison.text.value,
  outcome: drafts.outcome.text.value,
})

/** The four lines and the search that follows from them until somebody changes it; what may identify a patient is not sent. */
export const QuestionForm = ({ idea, close }: { idea: Idea; close: () => void }) => {
  const form = `${idea.id}/question/`
  const kept = idea.evidenceQuestion
  const [problem, setProblem] = useState('')
  const drafts = Object.fromEntries(questionParts.map((name) => [name, draft(`${form}${name}`, kept?.[name] ?? '')])) as Drafts
  const search = draft(`${form}search`, kept?.search ?? '')
  // It follows the lines while nobody has put it into words of their own.
  const [own, setOwn] = useState(kept !== undefined || isTouched(search))
  const field = useRef<HTMLTextAreaElement>(null)
  const parts = partsOf(drafts)
  const proposed = proposedSearch(parts)
  const shown = own ? search.text.value : proposed
  const propose = (): void => {
    search.text.value = search.initial
    setOwn(false)
    // The button goes.
    field.current?.focus()
  }
  const stop = async (): Promise<void> => {
    const outcome = await mutate('setEvidenceQuestion', () => ({ idea: idea.id, question: null }))
    if (!outcome.done) return setProblem(outcome.problem)
    dropDrafts(form)
    close()
    showDone(messages.stopped, 'setEvidenceQuestion', outcome.mutation)
  }
  return (
    <MutationForm
      name="setEvidenceQuestion"
      drafts={form}
      submit={messages.submit}
      done={messages.done}
      onDone={close}
      onCancel={close}
      args={() => ({ idea: idea.id, question: { ...parts, search: shown } })}
      check={({ question }) => wrongIn(question ?? {})}
    >
      <p class="notice">{messages.lead}</p>
      <p class="hint">{messages.english}</p>
      <LineField label={messages.population} hint={messages.populationHint} draft={drafts.population} required />
      <LineField label={messages.intervention} draft={drafts.intervention} required />
      <LineField label={messages.comparison} draft={drafts.comparison} required={false} />
      <LineField label={messages.outcome} draft={drafts.outcome} required={false} />
      <Field label={messages.search} hint={messages.searchHint} required>
        {(ids) => (
          <textarea
            {...ids}
            ref={field}
            rows={3}
            maxLength={longestSearch}
            required
            value={shown}
            spellcheck={false}
            onInput={({ currentTarget }) => {
              search.text.value = currentTarget.value
              setOwn(true)
            }}
          />
        )}
      </Field>
      {own && proposed && proposed !== shown && (
        <button type="button" class="button plain small" onClick={propose}>
          {messages.propose}
        </button>
      )}
      <TrySearch search={shown} />
      {kept && (
        <button type="button" class="button plain small" onClick={() => void stop()}>
          {messages.stop}
        </button>
      )}
      <p class="problem" role="alert">
        {problem}
      </p>
    </MutationForm>
  )
}
