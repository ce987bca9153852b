import { Dexie } from 'dexie'
import type { Ack, SyncReply, SyncRequest } from '../shared/protocol.ts'
import { type Archived, archiveDays, type ClientState, newMeta, type Pending, receive, type Step } from '../shared/sync-client.ts'
import { clientMeta, type GleanerDatabase, rowOf, syncNotes } from './db.ts'
import { afterSuccess, freshNotes } from './sync-notes.ts'

const day = 24 * 60 * 60 * 1000

/** Mutations known to be at the server come first in the order, so reading stops at the first that is not. */
const markedDone = (database: GleanerDatabase): Promise<Pending[]> =>
  database.outbox
    .orderBy('cseq')
    .until(({ done }) => done === undefined)
    .toArray()

/** What deciding about this reply needs: a page only the marked ones, a control reply everything. */
const stateFor = async (database: GleanerDatabase, reply: SyncReply): Promise<ClientState> => {
  const meta = (await clientMeta(database)) ?? newMeta(crypto.randomUUID())
  if (!('control' in reply)) return { meta, outbox: await markedDone(database), archive: [] }
  const archived = await database.archive.orderBy('order').toArray()
  // Sent again, a mutation gets its place in the archive anew: the old number would be taken, or put it out of order.
  const archive = archived.map(({ order: _, ...mutation }) => mutation)
  return { meta, outbox: await database.outbox.orderBy('cseq').toArray(), archive }
}

/** The mutations that these acknowledgements are for; nearly always the first ones of the outbox, in order. */
const acknowledged = async ({ outbox }: GleanerDatabase, settled: readonly Ack[]): Promise<Map<string, Pending>> => {
  if (settled.length === 0) return new Map()
  const ids = new Set(settled.map(({ id }) => id))
  const first = await outbox.orderBy('cseq').limit(settled.length).toArray()
  const found = new Map(first.filter(({ id }) => ids.has(id)).map((mutation) => [mutation.id, mutation]))
  const others = [...ids].filter((id) => !found.has(id))
  const rest = others.length > 0 ? await outbox.where('id').anyOf(others).toArray() : []
  for (const mutation of rest) found.set(mutation.id, mutation)
  return found
}

const takeOut = async ({ outbox }: GleanerDatabase, mutations: readonly Pending[]): Promise<void> => {
  const numbers = mutations.map(({ cseq }) => cseq)
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)]
  // One range goes at once; one by one they take as long as everything else together.
  if (last - first + 1 === numbers.length) await outbox.where('cseq').between(first, last, true, true).delete()
  else await outbox.bulkDelete(numbers)
}

/** What a restored profile has in its archive already stays there as it is; the others are added. */
const keepInArchive = async ({ archive }: GleanerDatabase, mutations: Archived[]): Promise<void> => {
  try {
    await archive.bulkAdd(mutations)
  } catch (error) {
    if (!(error instanceof Dexie.BulkError)) throw error
  }
}

const settle = async (database: GleanerDatabase, settled: readonly Ack[], now: number): Promise<void> => {
  const waiting = await acknowledged(database, settled)
  if (waiting.size === 0) return
  const acks = settled.filter(({ id }) => waiting.has(id))
  // In the order of asking, which acknowledgements need not have: a mutation that came again is named by its first number.
  const archived = acks.flatMap(({ id }) => waiting.get(id) ?? []).toSorted((one, other) => one.cseq - other.cseq)
  await takeOut(database, archived)
  await keepInArchive(
    database,
    archived.map((mutation) => ({ ...mutation, ackedAt: now })),
  )
  if ((await database.attention.count()) > 0)
    await database.attention.bulkDelete(acks.filter(({ status }) => status === 'ok').map(({ id }) => id))
  const refused = acks.filter(({ status }) => status === 'refused')
  await database.attention.bulkPut(
    refused.flatMap(({ id, code, message }) => {
      const mutation = waiting.get(id)
      return mutation ? [{ ...mutation, code: code ?? 'internal', message: message ?? '', since: now }] : []
    }),
  )
}

const storeRows = async (database: GleanerDatabase, { rows }: Extract<SyncReply, { rows: unknown }>, g: number): Promise<void> => {
  const gone = rows.filter(({ value }) => value === null)
  await database.rows.bulkDelete(gone.map(({ kind, id }) => [kind, id]))
  await database.rows.bulkPut(rows.flatMap(({ kind, id, value }) => (value === null ? [] : rowOf(kind, id, g, value))))
}

const sweep = async (database: GleanerDatabase, before: number): Promise<void> => {
  const old = await database.rows.filter(({ g }) => g < before).primaryKeys()
  await database.rows.bulkDelete(old)
}

const forgetOldArchive = async (database: GleanerDatabase, now: number): Promise<void> => {
  const old = await database.archive
    .orderBy('order')
    .until(({ ackedAt }) => ackedAt > now - archiveDays * day)
    .toArray()
  await database.archive.bulkDelete(old.flatMap(({ order }) => order ?? []))
}

/**
 * Makes one reply true, all of it or nothing: rows, acknowledgements and cursor in one transaction. Where this device
 * stands is read again inside it: a reply to what no longer is changes nothing (`stale`). `freshReplica` names this device
 * anew where the server says that it must be another.
 */
export const applyReply = (
  database: GleanerDatabase,
  reply: SyncReply,
  sent: SyncRequest,
  now: number,
  freshReplica: string = crypto.randomUUID(),
): Promise<Step> => {
  const { rows, outbox, archive, attention, meta } = database
  return database.transaction('rw', [rows, outbox, archive, attention, meta], async () => {
    const step = receive(await stateFor(database, reply), reply, sent, freshReplica, now)
    if (step.outcome === 'stale') return step
    await settle(database, step.settled, now)
    if (step.archiveTaken) await archive.clear()
    if (step.outbox) {
      await outbox.clear()
      await outbox.bulkAdd(step.outbox)
    }
    if (!('control' in reply)) await storeRows(database, reply, step.meta.gen)
    if (step.sweepBefore !== undefined) await sweep(database, step.sweepBefore)
    await forgetOldArchive(database, now)
    await meta.put({ key: 'client', value: step.meta })
    await meta.put({ key: 'sync', value: afterSuccess((await syncNotes(database)) ?? freshNotes, now) })
    return step
  })
}

/**
 * Sets aside a mutation that the server will not even read, and closes the gap that it leaves in the order: what comes
 * after it was never taken by the server either, so it may still be renumbered.
 */
export const setAsideTooLarge = (database: GleanerDatabase, id: string, message: string, now: number): Promise<void> => {
  const { outbox, attention, meta } = database
  return database.transaction('rw', [outbox, attention, meta], async () => {
    const [client, all] = [await clientMeta(database), await outbox.orderBy('cseq').toArray()]
    const aside = all.find((mutation) => mutation.id === id)
    if (!client || !aside) return
    const after = all.filter(({ cseq }) => cseq > aside.cseq)
    await attention.put({ ...aside, code: 'too-large', message, since: now })
    await outbox.bulkDelete([aside, ...after].map(({ cseq }) => cseq))
    await outbox.bulkAdd(after.map((mutation) => ({ ...mutation, cseq: mutation.cseq - 1 })))
    await meta.put({ key: 'client', value: { ...client, nextCseq: client.nextCseq - 1 } })
  })
}
