import { signal } from '@preact/signals'
import type { Me } from '../../../shared/api/bank.ts'
import type { MutationName } from '../../../shared/mutations/index.ts'
import { mayAsk } from '../../../shared/mutations/engine/mutation.ts'
import { mutations } from '../../../shared/mutations/index.ts'
import { ApiProblem } from './api-problem.ts'

/** Who is signed in: `undefined` until the server has answered, `null` for nobody. */
export const me = signal<Me | null | undefined>(undefined)

/** The session ended while the person was at work: what they typed stays on the screen. */
export const sessionEnded = signal(false)

export const noteProblem = (error: unknown): void => {
  if (error instanceof ApiProblem && error.status === 401) sessionEnded.value = true
}

/** Somebody is signed in from now on, or nobody. */
export const arrived = (answer: Me | null): void => {
  me.value = answer
  if (answer) sessionEnded.value = false
}

/** Whether this person's role may ask for it at all; the server decides in the end. */
export const may = (name: MutationName): boolean => {
  const asking = me.value
  return asking ? mayAsk(mutations[name], asking) : false
}
