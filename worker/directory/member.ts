import type { Me } from '../../shared/api/bank.ts'

/** A signed-in browser (web, by cookie) or a connected extension (device, by bearer token); neither passes for the other. */
export type SessionKind = 'web' | 'device'

/** A person as authorised for one network, read in one query. */
export interface Member extends Me {
  /** Names the network's object; comes from the directory's row, never from a request. */
  object: string
}

/** A session that was ended, and the objects where its person may hold sockets. */
export interface EndedSession {
  id: string
  person: string
  objects: string[]
}
