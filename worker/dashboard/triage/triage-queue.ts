import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { IdeasReply } from '../../../shared/api/bank.ts'
import type { Idea } from '../../../shared/domain/entities.ts'
import { completeUndo } from '../ui/undo.ts'
import { mutate } from '../data/mutate.ts'
import { type QueryState, useQuery } from '../data/use-query.ts'
import { address } from '../data/address.ts'
import { me } from '../data/session.ts'
import { navigate } from '../data/router.ts'
import { messages } from '../i18n/bank.ts'
import type { TriageAnswer } from './triage-keys.ts'
import { isUndone } from './triage-turn.ts'

const queueLength = 100

interface Given {
  idea: Idea
  answer: TriageAnswer
}

/** The last answer that was given here, and is undone from here. */
export const lastAnswer = signal<Given | undefined>(undefined)

/** Ideas that were answered here: gone from the queue at once, whatever an older reply still says. */
const gone = signal<readonly string[]>([])

/** The answer is the last thing that was done; taken back, its idea is shown again. */
export const noteAnswer = (given: Given): void => {
  const idea = given.idea.id
  lastAnswer.value = given
  gone.value = [...gone.value, idea]
  if (!isUndone(given)) return
  completeUndo({
    says: messages.triage.undone,
    otherwise: () =>
      mutate(given.answer === 'classify' ? 'returnToTriage' : 'reopenIdea', () => ({ idea, reason: messages.triage.undoReason })),
    after: () => {
      lastAnswer.value = undefined
      gone.value = gone.value.filter((id) => id !== idea)
      goTo(idea)
    },
  })
}

/** Which ideas stand in the queue: all, those that one has taken oneself, or those that nobody has. */
export type Whose = 'all' | 'mine' | 'nobodys'
export const whose = signal<Whose>('all')

const takenBy = (): { taken?: string } =>
  whose.value === 'all' ? {} : { taken: whose.value === 'nobodys' ? 'none' : (me.value?.person ?? '') }

export const useQueue = (): { queue: QueryState<IdeasReply>; ids: string[] } => {
  const queue = useQuery('GET /v1/networks/:network/ideas', {
    query: { pathway: 'none', sort: 'due', asked: 'no', limit: String(queueLength), ...takenBy() },
  })
  const ids = (queue.reply?.rows ?? []).map((row) => row.id)
  useEffect(() => {
    // A reply that knows the answer: should the idea come back later, it is shown.
    if (gone.value.some((id) => !ids.includes(id))) gone.value = gone.value.filter((id) => ids.includes(id))
  }, [queue.reply])
  return { queue, ids: ids.filter((id) => !gone.value.includes(id)) }
}

/** The address names the idea, so that news in the queue never takes it from under a form. */
export const goTo = (id: string | undefined): void => navigate(address('/triage', { idea: id }), 'replace')
