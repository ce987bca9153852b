import { applyReply } from '../../extension/sync/apply-reply.ts'
import { archived, keepInArchive } from '../../extension/outbox/archive.ts'
import type { GleanerDatabase } from '../../extension/store/db.ts'
import { addToOutbox } from '../../extension/outbox/enqueue.ts'
import { heldBefore } from '../../extension/store/queued.ts'
import { putRows } from '../../extension/store/rows.ts'
import type { SyncReply, SyncRequest } from '../../shared/sync/protocol.ts'
import * as client from '../../shared/sync/client-engine.ts'
import * as server from '../../shared/sync/server-engine.ts'
import { type Action, Run } from './actions.ts'
import { type Device, World } from './world.ts'

/** What the pure engine was asked to do for one device, to be done by its IndexedDB adapter too. */
type Operation =
  | { does: 'ask'; replica: string; asked: Omit<client.PendingMutation, 'cseq'> }
  | { does: 'receive'; replica: string; reply: SyncReply; sent: SyncRequest; fresh: string; now: number }

const devices = 3

/** The product's engine, writing down what a history makes it do. */
const recorded = (operations: Operation[]): World => {
  const enqueue: typeof client.enqueue = (meta, asked) => {
    operations.push({ does: 'ask', replica: meta.replica, asked })
    return client.enqueue(meta, asked)
  }
  const receive: typeof client.receive = (state, reply, sent, fresh, now) => {
    operations.push({
      does: 'receive',
      replica: state.meta.replica,
      reply: structuredClone(reply),
      sent: structuredClone(sent),
      fresh,
      now,
    })
    return client.receive(state, reply, sent, fresh, now)
  }
  return new World({ client: { ...client, enqueue, receive }, server }, devices)
}

const key = ({ kind, id }: { kind: string; id: string }): string => `${kind} ${id}`
const byKey = (one: [string, unknown], other: [string, unknown]): number => (one[0] < other[0] ? -1 : 1)
/** Text that is equal for equal values: no order of keys, nothing undefined. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted(byKey)) : part,
  )

const stateOf = ({ state, rows, acked }: Device): unknown => ({
  meta: state.meta,
  outbox: state.outbox,
  archive: state.archive.map(({ ackedAt: _, ...mutation }) => mutation),
  attention: [...acked.values()]
    .filter(({ status }) => status === 'refused')
    .map(({ id }) => id)
    .toSorted(),
  rows: [...rows].map(([id, { change, gen }]) => [id, gen, change.value] as const).toSorted(([one], [other]) => (one < other ? -1 : 1)),
})

const stateIn = async (database: GleanerDatabase): Promise<unknown> => {
  const [meta, archive, blocks] = [await database.meta.get('client'), await archived(database), await database.blocks.toArray()]
  return {
    meta: meta?.value,
    outbox: await database.outbox.orderBy('cseq').toArray(),
    archive: archive.map(({ ackedAt: _, ...mutation }) => mutation),
    attention: (await database.attention.toCollection().primaryKeys()).toSorted(),
    rows: blocks
      .flatMap(({ g, rows }) => rows.map((row) => [key(row), g, row.value] as const))
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  }
}

/** A profile as it was copied, wiped or aged: no act of the adapter, so it is put there as it is. */
const load = async (database: GleanerDatabase, { state, rows, acked }: Device, now: number): Promise<void> => {
  await database.transaction('rw', database.tables, async () => {
    for (const table of database.tables) await table.clear()
    await database.meta.put({ key: 'client', value: state.meta })
    await database.outbox.bulkAdd(heldBefore('numbered-anew', state.outbox))
    await keepInArchive(
      database,
      state.archive.map(({ ackedAt: _, ...mutation }) => mutation),
      now,
    )
    for (const { change, gen } of rows.values()) await putRows(database, [change], gen)
    for (const { id, status } of acked.values()) {
      if (status === 'refused')
        await database.attention.put({ id, cseq: 0, name: '', at: 0, args: null, code: 'internal', message: '', since: 0 })
    }
  })
}

class Mirror {
  readonly database: GleanerDatabase
  device: Device | undefined

  constructor(database: GleanerDatabase) {
    this.database = database
  }

  async replica(): Promise<string | undefined> {
    const meta = await this.database.meta.get('client')
    return meta?.key === 'client' ? meta.value.replica : undefined
  }

  async do(operation: Operation): Promise<void> {
    if (operation.does === 'ask') await addToOutbox(this.database, heldBefore('numbered-anew', [{ ...operation.asked, cseq: 0 }]))
    else await applyReply(this.database, operation.reply, operation.sent, operation.now, operation.fresh)
  }
}

const replayOne = async (open: (name: string) => GleanerDatabase, history: readonly Action[], number: number): Promise<number> => {
  let compared = 0
  const operations: Operation[] = []
  const world = recorded(operations)
  const [run, mirrors] = [new Run(world), world.devices.map((_, index) => new Mirror(open(`history-${number}-${index}`)))]
  for (const [step, action] of history.entries()) {
    run.do(action)
    const names = await Promise.all(mirrors.map((mirror) => mirror.replica()))
    for (const operation of operations.splice(0)) {
      const at = names.indexOf(operation.replica)
      await mirrors[at]?.do(operation)
      names[at] = await mirrors[at]?.replica()
      compared += 1
    }
    for (const [index, mirror] of mirrors.entries()) {
      const device = world.devices[index]
      if (!device) continue
      if (mirror.device !== device || action.does === 'collect') await load(mirror.database, device, world.now())
      mirror.device = device
      const [expected, found] = [canonical(stateOf(device)), canonical(await stateIn(mirror.database))]
      if (expected !== found)
        throw new Error(`History ${number}, step ${step} (${action.does}), device ${index}:\nengine ${expected}\nDexie  ${found}`)
    }
  }
  for (const { database } of mirrors) await database.delete()
  return compared
}

/** Histories at once: each has databases of its own, and mostly waits for the disk. */
const atOnce = 6

/**
 * Replays histories on the extension's real database and compares it with the pure engine's state after every step; throws at
 * the first difference. Answers how many operations were compared.
 */
export const replayOnDexie = async (
  open: (name: string) => GleanerDatabase,
  histories: readonly (readonly Action[])[],
): Promise<number> => {
  const left = histories.entries()
  const lane = async (): Promise<number> => {
    let compared = 0
    for (const [number, history] of left) compared += await replayOne(open, history, number)
    return compared
  }
  const lanes = await Promise.all(Array.from({ length: atOnce }, lane))
  return lanes.reduce((sum, compared) => sum + compared, 0)
}
