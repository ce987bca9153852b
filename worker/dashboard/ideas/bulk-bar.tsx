import { useState } from 'preact/hooks'
import type { IdeaRow } from '../../../shared/api/bank.ts'
import { showToast } from '../ui/toast.tsx'
import { lastDone, showManyDone, undo } from '../ui/undo.ts'
import type { Outcome } from '../data/mutate.ts'
import { type BulkAction, bulkMutations, unanswered, undoBulk } from './bulk-actions.ts'
import { BulkResults, failedIn } from './bulk-results.tsx'
import { framework, people } from '../data/framework.ts'
import { mutateMany, type BulkResult, type BulkMutation } from '../data/bulk-mutate.ts'
import { problemOf } from '../data/use-query.ts'
import { listMessages } from '../i18n/lists.ts'
import { messages as common } from '../i18n/bank.ts'

const { bulk: messages } = listMessages
const kinds = ['classify', 'tag', 'assign'] as const
type Kind = (typeof kinds)[number]

interface Typed {
  kind: Kind
  pathway: string
  override: string
  tag: string
  lead: string
}

const actionOf = ({ kind, pathway, override, tag, lead }: Typed): BulkAction | undefined => {
  if (kind === 'classify') return pathway ? { kind, pathway, override: override.trim() } : undefined
  if (kind === 'tag') return tag.trim() ? { kind, tag: tag.trim() } : undefined
  return lead ? { kind, lead } : undefined
}

const Choose = ({
  label,
  value,
  choices,
  change,
}: {
  label: string
  value: string
  choices: { key: string; label: string }[]
  change: (key: string) => void
}) => (
  <select aria-label={label} value={value} onChange={({ currentTarget }) => change(currentTarget.value)}>
    <option value="">{common.form.choose}</option>
    {choices.map((choice) => (
      <option key={choice.key} value={choice.key}>
        {choice.label}
      </option>
    ))}
  </select>
)

const Text = ({ label, value, change }: { label: string; value: string; change: (text: string) => void }) => (
  <input
    type="text"
    aria-label={label}
    placeholder={label}
    maxLength={120}
    value={value}
    onInput={({ currentTarget }) => change(currentTarget.value)}
  />
)

const Fields = ({ typed, change }: { typed: Typed; change: (part: Partial<Typed>) => void }) => {
  if (typed.kind === 'tag') return <Text label={messages.tagName} value={typed.tag} change={(tag) => change({ tag })} />
  if (typed.kind === 'assign')
    return (
      <Choose
        label={messages.lead}
        value={typed.lead}
        choices={people.value.map(({ id, name }) => ({ key: id, label: name }))}
        change={(lead) => change({ lead })}
      />
    )
  return (
    <>
      <Choose
        label={messages.pathway}
        value={typed.pathway}
        choices={framework.value?.pathways ?? []}
        change={(pathway) => change({ pathway })}
      />
      <Text label={messages.override} value={typed.override} change={(override) => change({ override })} />
    </>
  )
}

/** Classifies, tags or assigns what is selected: one mutation an idea, with what came of each. */
export const BulkBar = ({ rows, clear }: { rows: readonly IdeaRow[]; clear: () => void }) => {
  const [typed, setTyped] = useState<Typed>({ kind: 'classify', pathway: '', override: '', tag: '', lead: '' })
  const [progress, setProgress] = useState<{ done: number; all: number } | undefined>(undefined)
  const [results, setResults] = useState<{ results: BulkResult[]; same: number; undone?: boolean } | undefined>(undefined)
  const [problem, setProblem] = useState('')
  /** What `u` means as long as nothing else is done. */
  const [offered, setUndo] = useState(lastDone.value)

  const run = async (wish: () => Promise<BulkMutation[]>, all: number): Promise<BulkResult[] | undefined> => {
    setProblem('')
    setProgress({ done: 0, all })
    try {
      return await mutateMany(await wish(), (done) => setProgress({ done, all }))
    } catch (error) {
      setProblem(problemOf(error).message)
      return undefined
    } finally {
      setProgress(undefined)
    }
  }
  /** The way back, which says of each idea that stays as it is why. Where no answer came it is there again. */
  const offerBack = (text: string, back: readonly BulkMutation[]): void => {
    let says = ''
    const takeBack = async (): Promise<Outcome> => {
      const taken = (await run(() => Promise.resolve([...back]), back.length)) ?? []
      const stayed = failedIn(taken)
      says = [
        messages.undone({ count: taken.length - stayed.length }),
        ...(stayed.length > 0 ? [messages.stayed({ count: stayed.length })] : []),
      ].join(' ')
      setResults(stayed.length > 0 ? { results: taken, same: 0, undone: true } : undefined)
      const left = unanswered(back, taken)
      if (left.length > 0) offerBack(says, left)
      return { done: true, mutation: '' }
    }
    showManyDone(text, takeBack, () => says)
    setUndo(lastDone.value)
  }
  const apply = async (): Promise<void> => {
    const action = actionOf(typed)
    if (!action) return setProblem(messages.missing)
    const done = await run(() => bulkMutations(rows, action), rows.length)
    if (!done) return
    setResults({ results: done, same: rows.length - done.length })
    clear()
    const [text, back] = [messages.done({ count: done.length - failedIn(done).length }), undoBulk(done)]
    if (back.length === 0) return showToast(text)
    offerBack(text, back)
  }
  if (rows.length === 0 && !results) return <p class="hint">{messages.none}</p>
  return (
    <div class="bulk">
      {rows.length > 0 && (
        <form
          aria-label={messages.actions}
          onSubmit={(event) => {
            event.preventDefault()
            if (!progress) void apply()
          }}
        >
          <b>{messages.selected({ count: rows.length })}</b>
          <select
            aria-label={messages.actions}
            value={typed.kind}
            onChange={({ currentTarget }) => setTyped({ ...typed, kind: currentTarget.value as Kind })}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {messages[kind]}
              </option>
            ))}
          </select>
          <Fields typed={typed} change={(part) => setTyped({ ...typed, ...part })} />
          <button type="submit" class="button primary" aria-disabled={progress !== undefined}>
            {progress ? messages.busy({ done: progress.done, all: progress.all }) : messages.apply({ count: rows.length })}
          </button>
          <button type="button" class="button plain" onClick={clear}>
            {messages.clear}
          </button>
        </form>
      )}
      <p class="problem" role="alert">
        {problem}
      </p>
      {results && <BulkResults {...results} undo={offered && offered === lastDone.value ? () => void undo() : undefined} />}
    </div>
  )
}
