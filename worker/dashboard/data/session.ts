import { computed, signal } from '@preact/signals'
import type { Me } from '../../../shared/api/bank.ts'
import type { MutationName } from '../../../shared/mutations/index.ts'
import { mutations } from '../../../shared/mutations/index.ts'
import { ApiProblem, call } from './api.ts'

/** Who is signed in: `undefined` until the server has answered, `null` for nobody. */
export const me = signal<Me | null | undefined>(undefined)

/** The session ended while the person was at work: what they typed stays on the screen. */
export const sessionEnded = signal(false)

export const networkPath = computed(() => `/v1/networks/${encodeURIComponent(me.value?.network.slug ?? '')}`)

export const noteProblem = (error: unknown): void => {
  if (error instanceof ApiProblem && error.status === 401) sessionEnded.value = true
}

/** Somebody is signed in from now on, or nobody. */
export const arrived = (answer: Me | null): void => {
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

/**
 * Whether the cookie still is this person's: another tab may have signed in again, or as somebody else. Then the page
 * begins anew, so that nobody acts under a name that the page does not show; drafts stay with the tab.
 */
export const checkSession = async (): Promise<void> => {
  const before = me.peek()
  if (!before) return
  try {
    const now = await call<Me>('/v1/me')
    if (now.person !== before.person || now.network.slug !== before.network.slug || now.role !== before.role) location.reload()
    sessionEnded.value = false
  } catch (error) {
    noteProblem(error)
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

/** Whether this person's role may ask for it at all; the server decides in the end. */
export const may = (name: MutationName): boolean => {
  const role = me.value?.role
  return role !== undefined && mutations[name].roles.includes(role)
}
