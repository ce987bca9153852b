import { lastAnswer, isUndone, type Turn, undo } from './triage-queue.ts'
import { words } from '../i18n/strings.ts'

interface Props {
  turn: Turn
  total: number | null
  step: (to: string | undefined) => void
  help: () => void
}

const Step = ({ to, keyName, label, step }: { to: string | undefined; keyName: string; label: string; step: Props['step'] }) => (
  <button type="button" class="button quiet" aria-disabled={!to} aria-keyshortcuts={keyName} onClick={() => step(to)}>
    {label} <kbd aria-hidden="true">{keyName}</kbd>
  </button>
)

/** Where one is in the queue, and the way on. */
export const TriageBar = ({ turn, total, step, help }: Props) => (
  <div class="triage-bar">
    <p>{words.triage.position(turn.position + 1, total)}</p>
    <div class="triage-steps">
      <Step to={turn.previous} keyName="k" label={words.triage.previous} step={step} />
      <Step to={turn.next} keyName="j" label={words.triage.next} step={step} />
      <button type="button" class="button plain" aria-keyshortcuts="?" onClick={help}>
        {words.triage.help} <kbd aria-hidden="true">?</kbd>
      </button>
    </div>
  </div>
)

/** What was decided last, for a second thought. */
export const LastAnswer = () => {
  const last = lastAnswer.value
  if (!last) return null
  return (
    <p class="last-answer">
      <span class="soft">{words.triage.last[last.answer]}</span> <a href={`/ideas/${last.idea.id}`}>{last.idea.change}</a>
      {isUndone(last) && (
        <button type="button" class="button quiet small" aria-keyshortcuts="u" onClick={() => void undo()}>
          {words.triage.undo} <kbd aria-hidden="true">u</kbd>
        </button>
      )}
    </p>
  )
}
