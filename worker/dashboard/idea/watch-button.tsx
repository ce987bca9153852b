import { useState } from 'preact/hooks'
import type { Idea } from '../../../shared/domain/entities.ts'
import { showDone } from '../ui/undo.ts'
import { mutate } from '../data/mutate.ts'
import { me } from '../data/session.ts'
import { messages } from '../i18n/bank.ts'

/** To be told what becomes of an idea, or no longer. The page hears of the change by itself. */
export const WatchButton = ({ idea }: { idea: Idea }) => {
  const watching = idea.watchers?.includes(me.value?.person ?? '') ?? false
  const [problem, setProblem] = useState('')
  const toggle = async (): Promise<void> => {
    const outcome = await mutate('watchIdea', () => ({ idea: idea.id, watch: !watching }))
    setProblem(outcome.done ? '' : outcome.problem)
    if (outcome.done) showDone(watching ? messages.watch.off : messages.watch.on, 'watchIdea', outcome.mutation)
  }
  return (
    <>
      <button type="button" class="button quiet small" aria-pressed={watching} title={messages.watch.hint} onClick={() => void toggle()}>
        {watching ? messages.watch.watching : messages.watch.watch}
      </button>
      <span class="problem" role="alert">
        {problem}
      </span>
    </>
  )
}
