// Every test file imports fake-indexeddb first: Dexie looks for IndexedDB when it is loaded.
import { check } from '../../extension/outbox/check.ts'
import { GleanerDatabase } from '../../extension/store/db.ts'
import { addToOutbox, type Settles } from '../../extension/outbox/enqueue.ts'
import { nothingKnown } from '../../extension/patient-page/banner-memory.ts'
import type { OutboxEntry } from '../../extension/store/queued.ts'
import { newId } from '../../shared/web/new-id.ts'
import type { NewMutation } from '../../extension/outbox/new-mutation.ts'
import type { SyncParts } from '../../extension/sync/sync.ts'
import type { ServerReply, Post } from '../../extension/connection/transport.ts'
import type { SyncReply, SyncRequest } from '../../shared/sync/protocol.ts'
import { serve } from '../../shared/sync/server-engine.ts'
import { MemoryStore } from '../memory-store.ts'

/** The pure server on maps, reached through a network that can be told to misbehave. */
export class Server {
  store = new MemoryStore()
  requests: SyncRequest[] = []
  clock = Date.UTC(2026, 0, 1)

  reply(request: SyncRequest): SyncReply {
    return serve(this.store, request, { person: 'ann', role: 'contributor', site: 'site-01', at: (this.clock += 1000) }, () =>
      Math.random().toString(36).slice(2, 10),
    )
  }

  post: Post = (request) => {
    this.requests.push(request)
    // As over a wire: what arrives is a copy, and what is undefined is gone.
    return Promise.resolve({ is: 'reply', body: JSON.parse(JSON.stringify(this.reply(request))) as unknown })
  }
}

/** Keeps mutations to be sent, as a form does that the check finds nothing in. */
export const addMutations = async (
  database: GleanerDatabase,
  list: readonly NewMutation[],
  settles: Settles = {},
): Promise<OutboxEntry[]> => {
  const { checked, found } = check(list, nothingKnown)
  if (!checked) throw new Error(`The check found ${found.map(({ path }) => path).join(', ')}`)
  return addToOutbox(database, checked, settles)
}

let made = 0
export const newDatabase = (): GleanerDatabase => new GleanerDatabase(`gleaner:test:${(made += 1)}`)

export const partsFor = (database: GleanerDatabase, post: Post): SyncParts & { clock: { now: number } } => {
  const clock = { now: Date.UTC(2026, 5, 1) }
  return { database, post, now: () => (clock.now += 10), dice: () => 0.5, locks: undefined, clock }
}

export const proposal = (change: string): NewMutation => ({
  name: 'proposeIdea',
  args: { idea: newId(), change, problem: '', details: '', topic: '', tags: [], site: '', evidence: [] },
})

export const refused = (status: number, retryAfter = 0): ServerReply => ({
  is: 'refused',
  status,
  error: 'x',
  message: 'said so',
  retryAfter,
})
