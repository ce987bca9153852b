import { ApiProblem } from './api-problem.ts'
import { call } from './api.ts'
import { arrived, me, noteProblem, sessionEnded } from './session.ts'

export const loadMe = async (): Promise<void> => {
  try {
    arrived(await call('GET /v1/me'))
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
    const now = await call('GET /v1/me')
    if (now.person !== before.person || now.network.slug !== before.network.slug || now.role !== before.role) location.reload()
    else if (now.standsIn !== before.standsIn) arrived(now)
    sessionEnded.value = false
  } catch (error) {
    noteProblem(error)
  }
}

/** Throws `ApiProblem` for a code that is unknown, used or too old. */
export const signIn = async (code: string): Promise<void> => arrived(await call('POST /v1/session', { body: { code } }))

export const signOut = async (): Promise<void> => {
  await call('DELETE /v1/session').catch((error: unknown) => {
    if (!(error instanceof ApiProblem) || error.status !== 401) throw error
  })
  sessionStorage.clear()
  // A new start: nothing that the former person saw stays in memory.
  location.assign('/')
}
