import type { Idea } from '../../../shared/domain/entities.ts'
import type { TriageAnswer } from './triage-keys.ts'

/** Where an idea is in the queue, and which ideas are beside it. */
export interface Turn {
  position: number
  next: string | undefined
  previous: string | undefined
}

export const turnOf = (ids: readonly string[], current: string): Turn => {
  const position = ids.indexOf(current)
  // Decided elsewhere meanwhile: what comes next is the beginning of the queue.
  if (position < 0) return { position, next: ids[0], previous: undefined }
  return { position, next: ids[position + 1], previous: ids[position - 1] }
}

/** A question was sent and cannot be unsaid; a pathway can be taken back where there was none before. */
export const isUndone = ({ answer, idea }: { answer: TriageAnswer; idea: Pick<Idea, 'pathway'> }): boolean =>
  answer === 'classify' ? idea.pathway === null : answer !== 'ask'
