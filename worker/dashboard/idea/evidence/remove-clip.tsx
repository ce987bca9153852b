import { useState } from 'preact/hooks'
import { showDone } from '../../ui/undo.ts'
import { mutate } from '../../data/mutate.ts'
import { messages } from '../../i18n/bank.ts'

/** Takes a clip out of the bank for good, once the person has said so twice. */
export const RemoveClip = ({ id }: { id: string }) => {
  const [problem, setProblem] = useState('')
  const remove = async (): Promise<void> => {
    const outcome = await mutate('withdrawEvidence', () => ({ evidence: id }))
    if (outcome.done) showDone(messages.evidence.removed, 'withdrawEvidence', outcome.mutation)
    else setProblem(outcome.problem)
  }
  return (
    <div class="small">
      <p>{messages.evidence.removeSure}</p>
      <button type="button" class="button small" onClick={() => void remove()}>
        {messages.evidence.removeYes}
      </button>
      <p class="problem" role="alert">
        {problem}
      </p>
    </div>
  )
}
