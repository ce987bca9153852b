import { enqueue, newMeta } from '../../shared/sync/client-engine.ts'
import { archived, dropFromArchive } from './archive.ts'
import { type GleanerDatabase, keyValue } from '../store/db.ts'
import type { Draft } from '../store/draft.ts'
import type { Checked, OutboxEntry } from '../store/queued.ts'

// Apart from the check, which knows every mutation and every rule: the background keeps what was checked and needs neither.

/** What else changes in the transaction that saves the mutations. */
export interface Settles {
  /** The draft that became these mutations. */
  draft?: string
  /** The draft that what they take back becomes. */
  restored?: Draft
  /** Refused mutations that these replace. */
  replaced?: string[]
}

/** Enqueues checked mutations: on disk when it resolves (strict durability), nothing changed when it rejects. */
export const addToOutbox = (
  database: GleanerDatabase,
  asked: readonly Checked[],
  { draft, restored, replaced = [] }: Settles = {},
): Promise<OutboxEntry[]> => {
  const { meta, outbox, drafts, attention, archive } = database
  return database.transaction('rw', [meta, outbox, drafts, attention, archive], async () => {
    let client = (await keyValue(database, 'client')) ?? newMeta(crypto.randomUUID())
    const added: OutboxEntry[] = []
    for (const one of asked) {
      const queued = enqueue(client, one)
      client = queued.meta
      added.push(queued.pending)
    }
    const settle = async (): Promise<void> => {
      if (draft !== undefined) await drafts.delete(draft)
      if (restored) await drafts.put(restored)
      if (replaced.length === 0) return
      await attention.bulkDelete(replaced)
      await dropFromArchive(database, replaced)
    }
    // Asked for together: each answer takes its time, and somebody waits for "saved".
    await Promise.all([outbox.bulkAdd(added), meta.put({ key: 'client', value: client }), settle()])
    return added
  })
}

/** Ids of all mutations on this device: pending, acknowledged or refused. */
export const idsHere = async (database: GleanerDatabase): Promise<Set<string>> => {
  const all = [await database.outbox.toArray(), await archived(database), await database.attention.toArray()].flat()
  return new Set(all.map(({ id }) => id))
}

/**
 * Moves what was kept before connecting into the account's own database. Written there before it is removed here, and
 * under the same ids: it is idempotent: interrupted at any point and repeated, it loses and doubles nothing.
 */
export const takeOver = async (from: GleanerDatabase, to: GleanerDatabase): Promise<void> => {
  const [waiting, drafts] = [await from.outbox.orderBy('cseq').toArray(), await from.drafts.toArray()]
  const here = await idsHere(to)
  const missing = waiting.filter(({ id }) => !here.has(id)).map(({ cseq: _, done: __, ...asked }) => asked)
  await addToOutbox(to, missing)
  await to.drafts.bulkPut(drafts)
  await from.transaction('rw', [from.outbox, from.drafts], async () => {
    await from.outbox.bulkDelete(waiting.map(({ cseq }) => cseq))
    await from.drafts.bulkDelete(drafts.map(({ id }) => id))
  })
}
