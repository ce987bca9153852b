import type { Me } from '../../shared/api/bank.ts'
import { GleanerDatabase } from './db.ts'

/** Whose database it is. */
interface Account {
  /** The server's origin. */
  server: string
  me: Me
}

export const unconnectedName = 'gleaner:unconnected'

/** One database a person, network and server: two people on one browser never see each other's clips. */
export const databaseName = (connection: Account | undefined): string =>
  connection ? `gleaner:${new URL(connection.server).host}:${connection.me.network.slug}:${connection.me.person}` : unconnectedName

const open = new Map<string, GleanerDatabase>()

/** The database of that name, one object a context; Dexie opens it at the first use and again after the browser closed it; where that failed, the next use has a new object. */
export const databaseNamed = (name: string): GleanerDatabase => {
  const present = open.get(name)
  // Once it could not be opened, Dexie never tries again with the same object.
  if (present && !present.hasFailed()) return present
  const database = new GleanerDatabase(name)
  // Somebody signed out elsewhere: a page that still reads a deleted database must not create it again.
  database.on('versionchange', ({ newVersion }) => {
    if (newVersion) return undefined
    open.delete(name)
    database.close({ disableAutoOpen: true })
    return false
  })
  open.set(name, database)
  return database
}

/** A new object for what this one no longer answers for; whoever still waits for the old one waits in vain. */
export const letGo = (database: GleanerDatabase): void => {
  if (open.get(database.name) === database) open.delete(database.name)
  database.close({ disableAutoOpen: true })
}

export const databaseOf = (connection: Account | undefined): GleanerDatabase => databaseNamed(databaseName(connection))
