import { counts } from '../data/counts.ts'
import { lastDone, undo } from '../ui/undo.ts'
import { lastAnswer } from './triage-queue.ts'
import { isUndone, type Turn } from './triage-turn.ts'
import { messages } from '../i18n/bank.ts'
import { openHelp } from '../data/help.ts'

interface Props {
  turn: Turn
  total: number | null
  step: (to: string | undefined) => void
}

const Step = ({ to, keyName, label, step }: { to: string | undefined; keyName: string; label: string; step: Props['step'] }) => (
  <button type="button" class="button quiet" aria-disabled={!to} aria-keyshortcuts={keyName} onClick={() => step(to)}>
    {label} <kbd aria-hidden="true">{keyName}</kbd>
  </button>
)

/** From 1 on, of how many; 0 where the idea is in no queue, and `null` of more than can be counted at once. */
const placeIn = (at: number, total: number | null): string => {
  if (at > 0) return total === null ? messages.triage.positionOfMany({ at }) : messages.triage.position({ at, total })
  return total === null ? messages.triage.queuedMany : messages.triage.queued({ total })
}

/** Where one is in the queue, and the way on. */
export const TriageBar = ({ turn, total, step }: Props) => {
  const asked = counts.value?.triage.asked ?? 0
  return (
    <div class="triage-bar">
      <p>
        {placeIn(turn.position + 1, total)}
        {asked > 0 && <span class="soft"> · {messages.triage.asked({ count: asked })}</span>}
      </p>
      <div class="triage-steps">
        <Step to={turn.previous} keyName="k" label={messages.triage.previous} step={step} />
        <Step to={turn.next} keyName="j" label={messages.triage.next} step={step} />
        <button type="button" class="button plain" aria-keyshortcuts="?" onClick={openHelp}>
          {messages.triage.help} <kbd aria-hidden="true">?</kbd>
        </button>
      </div>
    </div>
  )
}

/** What was decided last, for a second thought. */
export const LastAnswer = () => {
  const last = lastAnswer.value
  if (!last) return null
  return (
    <p class="last-answer">
      <span class="soft">{messages.triage.last[last.answer]}</span> <a href={`/ideas/${last.idea.id}`}>{last.idea.change}</a>
      {isUndone(last) && lastDone.value?.says === messages.triage.undone && (
        <button type="button" class="button quiet small" aria-keyshortcuts="u" onClick={() => void undo()}>
          {messages.triage.undo} <kbd aria-hidden="true">u</kbd>
        </button>
      )}
    </p>
  )
}
