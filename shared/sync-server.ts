import { guard } from './guard.ts'
import { type Reader, viewOf } from './hidden-names.ts'
import { type Context, decide, isRefusal, overwrittenBy, type Refusal, refuse } from './mutation.ts'
import { mutationNamed } from './mutations/index.ts'
import type { Change, Network } from './network.ts'
import {
  type Ack,
  type Asked,
  caps,
  type ControlReply,
  type Cursor,
  protocol,
  readCursor,
  type ReplicaMark,
  type SyncReply,
  type SyncRequest,
  writeCursor,
} from './protocol.ts'

export interface LogEntry extends Ack {
  witness: string
  replica: string
  cseq: number
  name: string
  args: unknown
  context: Context
}

/**
 * What the server's engine needs of a store; synchronous, because the whole request is one transaction.
 * `Row` is how the store hands out a changed row: as a change, or as the text that will stand in the reply.
 */
export interface ServerStore<Row = Change> {
  network: Network
  head(): number
  /** Log rows and markers of deleted rows below this are gone. */
  horizon(): number
  witness(seq: number): string | undefined
  /** What these mutations were answered when they were run, by id; asked once a request. */
  logged(mutations: readonly string[]): Map<string, Ack>
  replica(id: string): ReplicaMark
  markReplica(id: string, person: string, mark: ReplicaMark): void
  append(entry: LogEntry): void
  /** Stores the changes and everything derived from them (aggregates, search) under one number. */
  write(changes: Change[], seq: number): void
  /** Runs the work so that a throw undoes its writes alone. */
  savepoint<T>(work: () => T): T
  /** Rows after a number in order of number, at most `limit` but never splitting a number; without deleted rows if `live`; as that reader may have them. */
  page(after: number, limit: number, live: boolean, reader: Reader): { rows: Row[]; end: number }
  acks(replica: string, after: number, upTo: number): Ack[]
  /** How often a mutation has already made our own code fail. */
  failures(mutation: string): number
  bury(mutation: Asked, context: Context, why: string): void
}

/** Our own code failed on a mutation; thrown out of the transaction, so that nothing of the request stays. */
export class MutationFault extends Error {
  readonly mutation: string
  constructor(mutation: string, cause: unknown) {
    super(`Mutation ${mutation} made the server fail`, { cause })
    this.mutation = mutation
  }
}

/** A row would be larger than production lets a network keep; only the mutation that made it is refused. */
export class RowTooLarge extends Error {}

const failuresAllowed = 2
/** What the log calls a mutation that this server does not know. */
const unknownName = 'unknown'

/** A refusal as an exception, so that it leaves the savepoint. */
class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

type Decider = Omit<ServerStore, 'page'>

const runOne = (store: Decider, asked: Asked, context: Context, seq: number): Ack => {
  try {
    return store.savepoint(() => {
      const mutation = mutationNamed(asked.name)
      if (!mutation) throw new Refused(refuse('unknown', 'This server does not know this kind of entry yet. Nothing was changed.'))
      // Length in UTF-16 units never exceeds length in bytes times one, so this is a floor that is cheap to compute.
      if (JSON.stringify(asked.args ?? null).length > caps.mutationBytes)
        throw new Refused(refuse('too-large', 'This is larger than one entry may be.'))
      const patient = guard(asked.args, mutation.exempt)
      if (patient) throw new Refused(patient)
      const decision = decide(mutation, store.network, asked.args, context)
      if (isRefusal(decision)) throw new Refused(decision)
      const overwrote = overwrittenBy(mutation, store.network, asked.args)
      store.write(decision, seq)
      return { id: asked.id, seq, status: 'ok', ...(overwrote.length > 0 ? { overwrote } : {}) }
    })
  } catch (error) {
    if (error instanceof Refused)
      return { id: asked.id, seq, status: 'refused', code: error.refusal.refused, message: error.refusal.message }
    if (error instanceof RowTooLarge)
      return {
        id: asked.id,
        seq,
        status: 'refused',
        code: 'too-large',
        message: 'This would make the entry larger than a network can keep.',
      }
    if (store.failures(asked.id) < failuresAllowed) throw new MutationFault(asked.id, error)
    store.bury(asked, context, error instanceof Error ? error.message : String(error))
    return {
      id: asked.id,
      seq,
      status: 'refused',
      code: 'internal',
      message: 'The server failed on this entry three times; it was set aside for your network’s staff.',
    }
  }
}

const run = (store: Decider, asked: Asked, replica: string, context: Context, witness: () => string): Ack => {
  const ack = runOne(store, asked, context, store.head() + 1)
  // What was refused stays with who sent it: it may be about a patient, or too large to keep. So may a name that is none of ours.
  const args = ack.status === 'refused' ? null : asked.args
  const name = mutationNamed(asked.name) ? asked.name : unknownName
  store.append({ ...ack, witness: witness(), replica, cseq: asked.cseq, name, args, context })
  return ack
}

/** Runs one mutation once: the second time it answers what it answered the first time. */
export const apply = (store: Decider, asked: Asked, replica: string, context: Context, witness: () => string): Ack =>
  store.logged([asked.id]).get(asked.id) ?? run(store, asked, replica, context, witness)

const lost = (store: Decider, cursor: Cursor | undefined, reader: Reader): 'too-old' | 'diverged' | undefined => {
  if (!cursor || cursor.head === 0) return undefined
  // A resync in pages is anchored where it started, or it could never finish below the horizon.
  if ((cursor.start ?? cursor.seq) < store.horizon()) return 'too-old'
  if (cursor.head > store.head()) return 'diverged'
  // Somebody who is told more names than before, or fewer, has rows that are not theirs to have.
  if (cursor.view !== undefined && cursor.view !== viewOf(reader)) return 'too-old'
  // The witness is of the head when the page was computed: rows are latest state, so a page also says what is not there.
  return cursor.head >= store.horizon() && store.witness(cursor.head) !== cursor.witness ? 'diverged' : undefined
}

interface Pushed {
  acks: Ack[]
  mark: ReplicaMark
  stopped?: 'forked' | 'gap'
}

/** Runs what is new, in the replica's order; stops where the order has a fork or a gap, keeping what was run before it. */
const push = (store: Decider, { replica, mutations }: SyncRequest, context: Context, witness: () => string): Pushed => {
  const logged = store.logged(mutations.map(({ id }) => id))
  const acks: Ack[] = []
  let mark = store.replica(replica)
  for (const asked of mutations) {
    const known = logged.get(asked.id)
    if (known) acks.push(known)
    if (known && asked.cseq !== mark.cseq + 1) continue
    if (!known && asked.cseq <= mark.cseq) return { acks, mark, stopped: 'forked' }
    if (!known && asked.cseq > mark.cseq + 1) return { acks, mark, stopped: 'gap' }
    if (!known) {
      const ack = run(store, asked, replica, context, witness)
      logged.set(asked.id, ack)
      acks.push(ack)
    }
    mark = { cseq: asked.cseq, last: asked.id }
  }
  return { acks, mark }
}

/** What a request changes and answers. The caller runs it inside one transaction. */
export const serve = <Row>(store: ServerStore<Row>, request: SyncRequest, context: Context, witness: () => string): SyncReply<Row> => {
  const head = { p: protocol, columns: true, rid: request.rid, gen: request.gen } as const
  const cursor = readCursor(request.cursor)
  const before = store.replica(request.replica)
  const control = (kind: ControlReply['control'], you: ReplicaMark): ControlReply => ({ ...head, control: kind, head: store.head(), you })
  if (request.cursor !== null && !cursor) return control('diverged', before)
  const reset = lost(store, cursor, context)
  if (reset) return control(reset, before)
  const { acks: pushed, mark, stopped } = push(store, request, context, witness)
  if (mark.cseq !== before.cseq) store.markReplica(request.replica, context.person, mark)
  if (stopped) return control(stopped, mark)
  const after = cursor?.seq ?? 0
  const { rows, end } = store.page(after, request.limit, after === 0, context)
  const acks = new Map((mark.cseq === 0 ? [] : store.acks(request.replica, after, end)).map((ack) => [ack.id, ack]))
  // Sent again under a new replica id, a mutation is not among that replica's own.
  for (const ack of pushed) if (ack.seq <= end) acks.set(ack.id, ack)
  const now = store.head()
  const start = after === 0 ? now : cursor?.start
  const anchor = end < now && start !== undefined ? { start } : {}
  const next = { seq: end, head: now, witness: store.witness(now) ?? '', ...anchor, view: viewOf(context) }
  return { ...head, base: request.cursor, cursor: writeCursor(next), more: end < now, rows, acks: [...acks.values()] }
}
