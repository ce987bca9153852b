import { useState } from 'preact/hooks'
import { announce } from '../../ui/toast.tsx'
import { mutate } from '../../data/mutate.ts'
import { words } from '../../i18n/strings.ts'

/** Takes a clip out of the bank for good, once the person has said so twice. */
export const RemoveClip = ({ id }: { id: string }) => {
  const [problem, setProblem] = useState('')
  const remove = async (): Promise<void> => {
    const outcome = await mutate('withdrawEvidence', () => ({ evidence: id }))
    if (outcome.done) announce(words.evidence.removed)
    else setProblem(outcome.problem)
  }
  return (
    <div class="small">
      <p>{words.evidence.removeSure}</p>
      <button type="button" class="button small" onClick={() => void remove()}>
        {words.evidence.removeYes}
      </button>
      <p class="problem" role="alert">
        {problem}
      </p>
    </div>
  )
}
