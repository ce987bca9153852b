import type { Context } from '../../shared/domain/actor.ts'
import type { Change } from '../../shared/domain/entities.ts'
import type { Ack, PageReply, SyncReply, SyncRequest } from '../../shared/sync/protocol.ts'
import type { ClientState, PendingMutation, SyncStep } from '../../shared/sync/client-engine.ts'
import type * as clientEngine from '../../shared/sync/client-engine.ts'
import type * as serverEngine from '../../shared/sync/server-engine.ts'
import { MemoryStore } from '../memory-store.ts'

/** The engine's two halves as the simulator uses them; a seeded bug is another pair. */
export interface Engine {
  client: Pick<typeof clientEngine, 'enqueue' | 'newMeta' | 'nextRequest' | 'receive'>
  server: Pick<typeof serverEngine, 'serve' | 'MutationFault'>
}

export interface Device {
  person: string
  state: ClientState
  rows: Map<string, { change: Change; gen: number }>
  attention: PendingMutation[]
  /** What the server said of a mutation, for the invariants only. */
  acked: Map<string, Ack>
  /** Unsent when the person was removed: kept as drafts. */
  orphans: PendingMutation[]
  removed: boolean
}

export type Message =
  | { kind: 'request'; device: number; sent: SyncRequest }
  | { kind: 'reply'; device: number; sent: SyncRequest; reply: SyncReply | 'html' | 'not-member' | 'fault' }

/** Everything that a mutation's author may count on; why it may be gone is said where it is. */
export interface Made {
  id: string
  excused?: string
}

export type Crash = 'no' | 'before' | 'after'

const pageLimit = 3
const batchLimit = 4
/** How many bytes of rows, and of acknowledgements, a page may have: from everything to one row at a time. */
const byteLimits = [Number.MAX_SAFE_INTEGER, 1500, 1, 700]

/** Three devices, one server, and the messages between them; nothing happens but by `test/sync/actions.ts`. */
export class World {
  readonly engine: Engine
  readonly server = new MemoryStore()
  readonly members = new Set<string>()
  readonly devices: Device[] = []
  readonly made = new Map<string, Made>()
  /** Mutations on which the server's own code fails so many times, after it wrote their effect. */
  readonly faults = new Map<string, number>()
  /** The new mutations of the request that the server is running, and its head before: each takes one number. */
  #running: { after: number; mutations: string[] } = { after: 0, mutations: [] }
  /** Of the request that the server is running. */
  pageBytes = Number.MAX_SAFE_INTEGER
  messages: Message[] = []
  #names = 0
  #clock = 1000

  constructor(engine: Engine, devices: number) {
    this.engine = engine
    for (let index = 0; index < devices; index += 1) {
      this.devices.push(this.#newDevice(`person-${index}`))
      this.members.add(`person-${index}`)
    }
    const { server } = this
    const write = server.write.bind(server)
    const [page, acks] = [server.page.bind(server), server.acks.bind(server)]
    server.page = (after, limits, live, reader) => page(after, { ...limits, bytes: this.pageBytes }, live, reader)
    server.acks = (replica, after, upTo) => acks(replica, after, upTo, this.pageBytes)
    server.write = (changes, seq) => {
      write(changes, seq)
      const running = this.#running.mutations[seq - this.#running.after - 1] ?? ''
      if (server.failures(running) < (this.faults.get(running) ?? 0)) throw new Error('a fault of our own')
    }
  }

  faultAt(mutation: string, times: number): void {
    this.faults.set(mutation, times)
  }

  syncAtOnce(device: number, crash: Crash): void {
    this.send(device)
    const at = this.messages.length - 1
    if (this.messages[at]?.device !== device || this.messages[at]?.kind !== 'request') return
    this.deliver(at, crash)
    if (this.messages.length === at + 1) this.deliver(at, 'no')
  }

  invite(index: number): void {
    this.members.add(`person-${index}`)
    const device = this.devices[index]
    if (device) device.removed = false
  }

  collect(keep: number): void {
    const { tables } = this.server
    const horizon = Math.max(tables.horizon, tables.head - keep)
    for (const device of this.devices)
      device.state.archive = device.state.archive.filter((mutation) => (this.server.answered(mutation.id)?.seq ?? 0) >= horizon)
    const targets = new Set(this.server.all('idea').map((idea) => idea.mergedInto))
    for (const [key, row] of tables.rows)
      if (row.change.value === null && row.seq < horizon && !targets.has(row.change.id)) tables.rows.delete(key)
    for (const [seq, entry] of tables.log) {
      if (seq >= horizon) continue
      tables.log.delete(seq)
      tables.bySeq.delete(entry.id)
    }
    tables.horizon = horizon
    for (const made of this.made.values()) made.excused ??= 'older than what is kept'
  }

  /** Ids are uuids with a counter, so that a run is the same every time. */
  newName(): string {
    this.#names += 1
    return `00000000-0000-4000-8000-${this.#names.toString(16).padStart(12, '0')}`
  }

  now(): number {
    return (this.#clock += 1000)
  }

  #newDevice(person: string): Device {
    return {
      person,
      state: { meta: this.engine.client.newMeta(this.newName()), outbox: [], archive: [] },
      rows: new Map(),
      attention: [],
      acked: new Map(),
      orphans: [],
      removed: false,
    }
  }

  ask(device: Device, name: string, args: unknown): PendingMutation {
    const { meta, pending } = this.engine.client.enqueue(device.state.meta, { id: this.newName(), name, at: 0, args })
    device.state = { ...device.state, meta, outbox: [...device.state.outbox, pending] }
    this.made.set(pending.id, { id: pending.id })
    return pending
  }

  send(index: number): void {
    const device = this.devices[index]
    if (!device || device.removed) return
    const request = this.engine.client.nextRequest(device.state, this.newName(), batchLimit)
    this.messages.push({ kind: 'request', device: index, sent: { ...request, limit: pageLimit } })
  }

  /** As an extension does that does not wait for the reply; an older one does so whatever the reply says. */
  sendAhead(index: number): void {
    const device = this.devices[index]
    if (!device || device.removed) return
    const { meta, outbox } = device.state
    const request = this.engine.client.nextRequest({ meta, outbox: outbox.slice(batchLimit) }, this.newName(), batchLimit)
    this.messages.push({ kind: 'request', device: index, sent: { ...request, limit: pageLimit } })
  }

  deliver(at: number, crash: Crash): void {
    const [message] = this.messages.splice(at, 1)
    if (message?.kind === 'request') this.#serve(message.device, message.sent, crash)
    else if (message) this.#receive(message.device, message.sent, message.reply)
  }

  #serve(device: number, sent: SyncRequest, crash: Crash): void {
    const person = this.devices[device]?.person ?? ''
    if (crash === 'before') return
    const reply = this.#answer(person, sent)
    if (crash === 'no') this.messages.push({ kind: 'reply', device, sent, reply })
  }

  #answer(person: string, sent: SyncRequest): SyncReply | 'not-member' | 'fault' {
    if (!this.members.has(person)) return 'not-member'
    const context: Context = { person, role: 'coordinator', site: '', at: this.now() }
    const before = this.server.snapshot()
    this.pageBytes = byteLimits[Number.parseInt(sent.rid.slice(-4), 16) % byteLimits.length] ?? 1
    this.#running = { after: this.server.head(), mutations: sent.mutations.map(({ id }) => id).filter((id) => !this.server.answered(id)) }
    try {
      return structuredClone(this.engine.server.serve(this.server, structuredClone(sent), context, () => this.newName()))
    } catch (error) {
      if (!(error instanceof this.engine.server.MutationFault)) throw error
      this.server.restore(before)
      this.server.tables.failures.set(error.mutation, this.server.failures(error.mutation) + 1)
      return 'fault'
    }
  }

  #receive(index: number, sent: SyncRequest, reply: SyncReply | 'html' | 'not-member' | 'fault'): void {
    const device = this.devices[index]
    if (!device || reply === 'html' || reply === 'fault') return
    if (sent.replica !== device.state.meta.replica) return
    if (reply === 'not-member') {
      const fresh = this.#newDevice(device.person)
      this.devices[index] = { ...fresh, attention: device.attention, orphans: [...device.orphans, ...device.state.outbox], removed: true }
      this.excuse('purged when the person was removed')
      return
    }
    const state = 'control' in reply ? device.state : { ...device.state, archive: [] }
    apply(device, this.engine.client.receive(structuredClone(state), reply, sent, this.newName(), this.now()), reply)
  }

  /** A mutation that nobody holds any more may be gone, for the reason that took it. */
  excuse(why: string): void {
    for (const made of this.made.values()) if (!made.excused && !this.held(made.id)) made.excused = why
  }

  held(id: string): boolean {
    return (
      this.server.answered(id) !== undefined ||
      this.devices.some((device) =>
        [...device.state.outbox, ...device.state.archive, ...device.attention, ...device.orphans].some((mutation) => mutation.id === id),
      )
    )
  }

  wipe(index: number): void {
    const device = this.devices[index]
    if (!device) return
    this.devices[index] = this.#newDevice(device.person)
    this.excuse('wiped before it was sent')
  }
}

/** The in-memory counterpart of the extension's one IndexedDB transaction. */
const apply = (device: Device, step: SyncStep, reply: SyncReply): void => {
  if (step.outcome === 'stale') return
  if ('rows' in reply) storeRows(device, reply, step.meta.gen)
  const settled = new Map(step.settled.map((ack) => [ack.id, ack]))
  const outbox = step.outbox ?? device.state.outbox
  const archive = step.archiveTaken ? [] : [...device.state.archive]
  for (const mutation of outbox) {
    const ack = settled.get(mutation.id)
    if (!ack) continue
    archive.push({ ...mutation, ackedAt: 0 })
    device.acked.set(mutation.id, ack)
    if (ack.status === 'refused') device.attention.push(mutation)
  }
  device.state = { meta: step.meta, outbox: outbox.filter((mutation) => !settled.has(mutation.id)), archive }
  if (step.sweepBefore !== undefined) for (const [key, row] of device.rows) if (row.gen < step.sweepBefore) device.rows.delete(key)
}

const storeRows = (device: Device, reply: PageReply, gen: number): void => {
  for (const change of reply.rows) {
    const key = `${change.kind} ${change.id}`
    if (change.value === null) device.rows.delete(key)
    else device.rows.set(key, { change, gen })
  }
}
