import { computed, signal } from '@preact/signals'
import type { Me } from '../../shared/bank.ts'
import type { MutationName } from '../../shared/mutations/index.ts'
import { mutations } from '../../shared/mutations/index.ts'
import { ApiProblem, call } from './api.ts'

/** Who is signed in: `undefined` until the server has answered, `null` for nobody. */
export const me = signal<Me | null | undefined>(undefined)

/** The session ended while the person was at work: what they typed stays on the screen. */
export const sessionEnded = signal(false)

export const networkPath = computed(() => `/v1/networks/${encodeURIComponent(me.value?.network.slug ?? '')}`)

const arrived = (answer: Me | null): void => {
  me.value = answer
  if (answer) sessionEnded.value = false
}

export const loadMe = async (): Promise<void> => {
  try {
    arrived(await call<Me>('/v1/me'))
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 401) throw error
    // Somebody who comes by a link may be in by now: an older "nobody" does not send them away.
    if (me.value === undefined) arrived(null)
  }
}

/** Throws `ApiProblem` for a code that is unknown, used or too old. */
export const signIn = async (code: string): Promise<void> => arrived(await call<Me>('/v1/session', { method: 'POST', body: { code } }))

export const signOut = async (): Promise<void> => {
  await call('/v1/session', { method: 'DELETE' }).catch((error: unknown) => {
    if (!(error instanceof ApiProblem) || error.status !== 401) throw error
  })
  sessionStorage.clear()
  // A new start: nothing that the former person saw stays in memory.
  location.assign('/')
}

export const noteProblem = (error: unknown): void => {
  if (error instanceof ApiProblem && error.status === 401) sessionEnded.value = true
}

/** Whether this person's role may ask for it at all; the server decides in the end. */
export const may = (name: MutationName): boolean => {
  const role = me.value?.role
  return role !== undefined && mutations[name].roles.includes(role)
}
