import type { Message } from '../../shared/i18n/message.ts'
import type { Ack, SyncReply, SyncRequest } from '../../shared/sync/protocol.ts'
import { type ClientState, newMeta, type PendingMutation, receive, type SyncStep } from '../../shared/sync/client-engine.ts'
import { archived, forgetOldArchive, keepInArchive } from '../outbox/archive.ts'
import { type GleanerDatabase, keyValue, type RefusedMutation, syncStatusOf } from '../store/db.ts'
import { takenBackBy } from '../store/taken-back.ts'
import { heldBefore } from '../store/queued.ts'
import { putRows, sweepRows } from '../store/rows.ts'
import { afterSuccess } from '../store/sync-status.ts'

/** Mutations known to be at the server come first in the order, so reading stops at the first that is not. */
const markedDone = (database: GleanerDatabase): Promise<PendingMutation[]> =>
  database.outbox
    .orderBy('cseq')
    .until(({ done }) => done === undefined)
    .toArray()

/** What deciding about this reply needs: a page only the marked ones, a control reply everything. */
const stateFor = async (database: GleanerDatabase, reply: SyncReply): Promise<ClientState> => {
  const meta = (await keyValue(database, 'client')) ?? newMeta(crypto.randomUUID())
  if (!('control' in reply)) return { meta, outbox: await markedDone(database), archive: [] }
  return { meta, outbox: await database.outbox.orderBy('cseq').toArray(), archive: await archived(database) }
}

/**
 * What was sent, if it is just what these acknowledgements are for and still waits as it was sent: then it need not be read
 * again. Only a mutation that is set aside changes the numbers of a replica's others, all those behind it.
 */
const asSent = async (
  { outbox }: GleanerDatabase,
  settled: readonly Ack[],
  { mutations }: SyncRequest,
): Promise<PendingMutation[] | undefined> => {
  const [first, last] = [mutations[0], mutations.at(-1)]
  if (!first || !last || settled.length !== mutations.length) return undefined
  if (mutations.some(({ id, cseq }, index) => id !== settled[index]?.id || cseq !== first.cseq + index)) return undefined
  const [firstHere, lastHere] = await outbox.bulkGet([first.cseq, last.cseq])
  const number = await outbox.where('cseq').between(first.cseq, last.cseq, true, true).count()
  return firstHere?.id === first.id && lastHere?.id === last.id && number === mutations.length ? mutations : undefined
}

/** The mutations that these acknowledgements are for; nearly always the first ones of the outbox, in order. */
const acknowledged = async (
  database: GleanerDatabase,
  settled: readonly Ack[],
  sent: SyncRequest,
): Promise<ReadonlyMap<string, PendingMutation>> => {
  if (settled.length === 0) return new Map()
  const { outbox } = database
  const ids = new Set(settled.map(({ id }) => id))
  const first = (await asSent(database, settled, sent)) ?? (await outbox.orderBy('cseq').limit(settled.length).toArray())
  const found = new Map(first.filter(({ id }) => ids.has(id)).map((mutation) => [mutation.id, mutation]))
  if (found.size < ids.size) for (const mutation of await outbox.filter(({ id }) => ids.has(id)).toArray()) found.set(mutation.id, mutation)
  return found
}

const takeOut = async ({ outbox }: GleanerDatabase, mutations: readonly PendingMutation[]): Promise<void> => {
  const numbers = mutations.map(({ cseq }) => cseq)
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)]
  // One range goes at once; one by one they take as long as everything else together.
  if (last - first + 1 === numbers.length) await outbox.where('cseq').between(first, last, true, true).delete()
  else await outbox.bulkDelete(numbers)
}

const settle = async (database: GleanerDatabase, settled: readonly Ack[], sent: SyncRequest, now: number): Promise<void> => {
  const waiting = await acknowledged(database, settled, sent)
  if (waiting.size === 0) return
  const acks = settled.filter(({ id }) => waiting.has(id))
  // In the order of asking, which acknowledgements need not have: a mutation that came again is named by its first number.
  const done = acks.flatMap(({ id }) => waiting.get(id) ?? []).toSorted((one, other) => one.cseq - other.cseq)
  await takeOut(database, done)
  await keepInArchive(database, done, now)
  if ((await database.attention.count()) > 0)
    await database.attention.bulkDelete(acks.filter(({ status }) => status === 'ok').map(({ id }) => id))
  const refused = acks
    .filter(({ status }) => status === 'refused')
    .flatMap(({ id, code, message, reason }): RefusedMutation[] => {
      const mutation = waiting.get(id)
      return mutation ? [{ ...mutation, code: code ?? 'internal', message: message ?? '', ...(reason ? { reason } : {}), since: now }] : []
    })
  await database.attention.bulkPut(refused)
  await settleUndoing(database, refused)
}

/**
 * What could not be undone stands in the bank, so its person is told what that is. Where the bank refused that too, nothing of it
 * stands there: it is undone.
 */
const settleUndoing = async (database: GleanerDatabase, refused: readonly RefusedMutation[]): Promise<void> => {
  const undoing = refused.flatMap((one) => {
    const undone = takenBackBy(one)
    return undone === undefined ? [] : [{ one, undone }]
  })
  if (undoing.length === 0) return
  const { attention } = database
  const sent = new Map((await archived(database)).map((mutation) => [mutation.id, mutation]))
  for (const { one, undone } of undoing) {
    const { name, args } = sent.get(undone) ?? {}
    if (await attention.get(undone)) await attention.bulkDelete([one.id, undone])
    else if (name !== undefined) await attention.put({ ...one, undoes: { name, args } })
  }
}

/**
 * Applies one reply, all of it or nothing: rows, acknowledgements and cursor in one transaction. Where this device
 * stands is read again inside it: a reply to what no longer is changes nothing (`stale`). `freshReplica` names this device
 * anew where the server says that it must be another.
 */
export const applyReply = (
  database: GleanerDatabase,
  reply: SyncReply,
  sent: SyncRequest,
  now: number,
  freshReplica: string = crypto.randomUUID(),
): Promise<SyncStep> => {
  const { blocks, outbox, archive, attention, meta } = database
  return database.transaction('rw', [blocks, outbox, archive, attention, meta], async () => {
    const step = receive(await stateFor(database, reply), reply, sent, freshReplica, now)
    if (step.outcome === 'stale') return step
    await settle(database, step.settled, sent, now)
    if (step.archiveTaken) await archive.clear()
    if (step.outbox) {
      await outbox.clear()
      await outbox.bulkAdd(heldBefore('numbered-anew', step.outbox))
    }
    if (!('control' in reply)) await putRows(database, reply.rows, step.meta.gen)
    if (step.sweepBefore !== undefined) await sweepRows(database, step.sweepBefore)
    await forgetOldArchive(database, now)
    await meta.put({ key: 'client', value: step.meta })
    await meta.put({ key: 'sync', value: afterSuccess(await syncStatusOf(database), now, 'rows' in reply ? reply.share : undefined) })
    return step
  })
}

/**
 * Sets aside a mutation that is too large for the server to read, and closes the gap that it leaves in the order: what comes
 * after it was never taken by the server either, so it may still be renumbered.
 */
export const setAsideTooLarge = (
  database: GleanerDatabase,
  id: string,
  { message, reason }: { message: string; reason?: Message | undefined },
  now: number,
): Promise<void> => {
  const { outbox, attention, meta } = database
  return database.transaction('rw', [outbox, attention, meta], async () => {
    const [client, all] = [await keyValue(database, 'client'), await outbox.orderBy('cseq').toArray()]
    const aside = all.find((mutation) => mutation.id === id)
    if (!client || !aside) return
    const after = all.filter(({ cseq }) => cseq > aside.cseq)
    await attention.put({ ...aside, code: 'too-large', message, ...(reason ? { reason } : {}), since: now })
    await outbox.bulkDelete([aside, ...after].map(({ cseq }) => cseq))
    await outbox.bulkAdd(
      heldBefore(
        'moved-up',
        after.map((mutation) => ({ ...mutation, cseq: mutation.cseq - 1 })),
      ),
    )
    await meta.put({ key: 'client', value: { ...client, nextCseq: client.nextCseq - 1 } })
  })
}
