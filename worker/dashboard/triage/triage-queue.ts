import { signal } from '@preact/signals'
import type { IdeasReply } from '../../../shared/api/bank.ts'
import type { Idea } from '../../../shared/domain/entities.ts'
import { showToast } from '../ui/toast.tsx'
import { mutate } from '../data/mutate.ts'
import { type QueryState, useQuery } from '../data/use-query.ts'
import { address } from '../data/address.ts'
import { navigate } from '../data/router.ts'
import { messages } from '../i18n/bank.ts'
import type { TriageAnswer } from './triage-keys.ts'
import { isUndone } from './triage-turn.ts'

const queueLength = 100

/** The last answer that was given here: gone from the queue at once, whatever an older reply still says, and undone from here. */
export const lastAnswer = signal<{ idea: Idea; answer: TriageAnswer } | undefined>(undefined)

export const useQueue = (): { queue: QueryState<IdeasReply>; ids: string[] } => {
  const queue = useQuery('GET /v1/networks/:network/ideas', {
    query: { pathway: 'none', sort: 'due', asked: 'no', limit: String(queueLength) },
  })
  const gone = lastAnswer.value?.idea.id
  return { queue, ids: (queue.reply?.rows ?? []).map((row) => row.id).filter((id) => id !== gone) }
}

/** The address names the idea, so that news in the queue never takes it from under a form. */
export const goTo = (id: string | undefined): void => navigate(address('/triage', { idea: id }), 'replace')

export const undo = async (): Promise<void> => {
  const last = lastAnswer.value
  if (!last || !isUndone(last)) return showToast(messages.triage.nothingToUndo)
  const idea = last.idea.id
  const outcome = await mutate(last.answer === 'classify' ? 'returnToTriage' : 'reopenIdea', () => ({
    idea,
    reason: messages.triage.undoReason,
  }))
  showToast(outcome.done ? messages.triage.undone : outcome.problem)
  if (!outcome.done) return
  lastAnswer.value = undefined
  goTo(idea)
}
