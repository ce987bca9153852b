import { Dexie } from 'dexie'
import { databaseName } from '../store/databases.ts'
import { forgetCopies } from '../backup/keep-copies.ts'
import { type Connection, removeConnection } from '../connection/connection.ts'

/** Timeout of the request to the server, in milliseconds. */
const patience = 5000

/** The server forgets the token as well. Without a network it is only forgotten here; there it ends by itself, or a coordinator ends it. */
const endSession = async ({ server, token }: Connection): Promise<void> => {
  try {
    await fetch(`${server}/v1/session`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(patience),
      credentials: 'omit',
    })
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof DOMException)) throw error
  }
}

/**
 * Signs out and clears everything of that person in this browser, what is unsent too: whoever calls has asked. The token goes
 * first, so that every page closes the database; a sync that still runs is waited for, since it would create the database again.
 */
export const signOut = async (connection: Connection): Promise<void> => {
  const name = databaseName(connection)
  await removeConnection()
  await navigator.locks.request(`sync:${name}`, () => forgetCopies(name, () => Dexie.delete(name)))
  await endSession(connection)
}
