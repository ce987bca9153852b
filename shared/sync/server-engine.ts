import { guard } from '../mutations/engine/phi-guard.ts'
import { type Viewer, viewerClass } from '../rules/visibility.ts'
import { isOversized } from './argument-size.ts'
import {
  decideParsed,
  isRefusal,
  isUnnamed,
  type Mutation,
  overwrittenBy,
  parseArgs,
  type Refusal,
  refuse,
} from '../mutations/engine/mutation.ts'
import type { Context } from '../domain/actor.ts'
import { laterMessage, soonest } from './member-limits.ts'
import { mutationNamed } from '../mutations/index.ts'
import { bytesOf, fitting } from '../values/page-bytes.ts'
import {
  type Ack,
  type QueuedMutation,
  caps,
  type ControlReply,
  type Cursor,
  protocol,
  readCursor,
  type Replica,
  type ReplicaMark,
  type SyncReply,
  type SyncRequest,
  writeCursor,
} from './protocol.ts'
import { refusedAck } from './refused-ack.ts'
import { type FeedPlace, RowTooLarge, type ServerStore } from './server-store.ts'
import { type Message, message } from '../i18n/message.ts'

/** Our own code failed on a mutation; thrown out of the transaction, so that nothing of the request stays. */
export class MutationFault extends Error {
  readonly mutation: string
  constructor(mutation: string, cause: unknown) {
    super(`Mutation ${mutation} made the server fail`, { cause })
    this.mutation = mutation
  }
}

/** A mutation that fails more often than this becomes a dead letter. */
const failuresAllowed = 2
/** What the log calls a mutation that this server does not know. */
const unknownName = 'unknown'

/** A refusal as an exception, so that it leaves the savepoint. */
class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.refused)
    this.refusal = refusal
  }
}

type Decider = Omit<ServerStore, 'page'>

/** One mutation on its way: `kept` are its arguments once they may be kept, parsed and past the guard; nothing else is written anywhere. */
interface Running {
  asked: QueuedMutation
  mutation: Mutation | undefined
  kept: object | null
  unnamed: boolean
}

/** Size first, for what comes after walks the whole; then the schema, which drops what it does not name; then the guard, on what is left. */
const admit = (running: Running): { mutation: Mutation; args: object } => {
  const { asked, mutation } = running
  if (!mutation) throw new Refused(refuse('unknown', message('mutation-unknown')))
  if (isOversized(asked.args)) throw new Refused(refuse('too-large', message('entry-too-large')))
  const parsed = parseArgs(mutation, asked.args)
  if ('refused' in parsed) throw new Refused(parsed)
  const patient = guard(parsed.args)
  if (patient) throw new Refused(patient)
  running.kept = parsed.args
  return { mutation, args: parsed.args }
}

/** What our own code failed on: said in its words only where the guard has passed what they could repeat. */
const setAside = (store: Decider, { asked, kept }: Running, context: Context, error: unknown): void => {
  const fault = error instanceof Error ? error : new Error(String(error))
  store.bury({ id: asked.id, name: nameInLog(asked), args: kept }, context, kept ? fault.message : fault.name)
}

const nameInLog = ({ name }: QueuedMutation): string => (mutationNamed(name) ? name : unknownName)

const runOne = (store: Decider, running: Running, context: Context, seq: number): Ack => {
  const { asked } = running
  try {
    return store.savepoint(() => {
      const { mutation, args } = admit(running)
      running.unnamed = isUnnamed(mutation, store.network, args, context.person)
      const decision = decideParsed(mutation, store.network, args, context)
      if (isRefusal(decision)) throw new Refused(decision)
      const overwrote = overwrittenBy(mutation, store.network, args)
      store.write(decision, seq)
      return { id: asked.id, seq, status: 'ok', ...(overwrote.length > 0 ? { overwrote } : {}) }
    })
  } catch (error) {
    const refused = (code: NonNullable<Ack['code']>, reason: Message): Ack => refusedAck(asked.id, seq, code, reason)
    if (error instanceof Refused) return refused(error.refusal.refused, error.refusal.reason)
    if (error instanceof RowTooLarge) return refused('too-large', message('row-too-large'))
    if (store.failures(asked.id) < failuresAllowed) throw new MutationFault(asked.id, error)
    setAside(store, running, context, error)
    return refused('internal', message('entry-failed'))
  }
}

const run = (store: Decider, asked: QueuedMutation, replica: string, context: Context, witness: () => string): Ack => {
  const running: Running = { asked, mutation: mutationNamed(asked.name), kept: null, unnamed: false }
  const ack = runOne(store, running, context, store.head() + 1)
  // What was refused stays with who sent it: it may be about a patient, or too large to keep.
  const args = ack.status === 'refused' ? null : running.kept
  store.append({ ...ack, witness: witness(), replica, cseq: asked.cseq, name: nameInLog(asked), args, context, unnamed: running.unnamed })
  return ack
}

/** Runs one mutation once (idempotent by id): a second time it returns the first acknowledgement. */
export const apply = (store: Decider, asked: QueuedMutation, replica: string, context: Context, witness: () => string): Ack =>
  store.logged([asked.id]).get(asked.id) ?? run(store, asked, replica, context, witness)

/**
 * The same for all that the dashboard asks for at once, in order. It has no outbox: beyond the person's rate limit a mutation is neither run nor recorded, and the
 * same one may be asked for again later.
 */
export const applyWithin = (store: Decider, mutations: readonly QueuedMutation[], context: Context, witness: () => string): Ack[] => {
  // Looked up together: each look of its own would write the log first, one row at a time.
  const logged = store.logged(mutations.map(({ id }) => id))
  return mutations.map((asked) => {
    const before = logged.get(asked.id)
    if (before) return before
    const later = store.spend(asked, context)
    if (later) return refusedAck(asked.id, store.head(), 'later', laterMessage(later))
    const ack = run(store, asked, '', context, witness)
    logged.set(asked.id, ack)
    return ack
  })
}

const lost = (store: Decider, cursor: Cursor | undefined, reader: Viewer): 'too-old' | 'diverged' | undefined => {
  if (!cursor || cursor.head === 0) return undefined
  // A resync in pages is anchored where it started; else it could never finish below the retention horizon.
  if ((cursor.start ?? cursor.seq) < store.horizon()) return 'too-old'
  if (cursor.head > store.head()) return 'diverged'
  // Somebody who may see more names than before, or fewer, holds rows in the wrong form.
  if (cursor.view !== undefined && cursor.view !== viewerClass(reader)) return 'too-old'
  // The history id (`witness`) is that of the head when the page was computed: rows are latest state, so a page also says what is not there.
  return cursor.head >= store.horizon() && store.witness(cursor.head) !== cursor.witness ? 'diverged' : undefined
}

interface Pushed {
  acks: Ack[]
  mark: ReplicaMark
  stopped?: 'forked' | 'gap'
  /** Milliseconds for which the rest was deferred. */
  later?: number
}

/**
 * Runs what is new, in the replica's order; stops where the order has a fork or a gap, keeping what was run before it. Where the person's allowance
 * is used up the rest is put off: the order stays, and nothing is acknowledged that was not run.
 */
const push = (store: Decider, { replica, mutations }: SyncRequest, context: Context, witness: () => string): Pushed => {
  const logged = store.logged(mutations.map(({ id }) => id))
  const acks: Ack[] = []
  let mark = store.replica({ id: replica, person: context.person })
  for (const asked of mutations) {
    const known = logged.get(asked.id)
    if (known) acks.push(known)
    if (known && asked.cseq !== mark.cseq + 1) continue
    if (!known && asked.cseq <= mark.cseq) return { acks, mark, stopped: 'forked' }
    if (!known && asked.cseq > mark.cseq + 1)
      // A device that sends ahead has sent what comes behind a mutation that was put off: its order has no gap.
      return store.wasPutOff(context) ? { acks, mark, later: soonest } : { acks, mark, stopped: 'gap' }
    if (!known) {
      const putOff = store.spend(asked, context)
      if (putOff) return { acks, mark, later: putOff.later }
      const ack = run(store, asked, replica, context, witness)
      logged.set(asked.id, ack)
      acks.push(ack)
    }
    mark = { cseq: asked.cseq, last: asked.id }
  }
  return { acks, mark }
}

const placeOf = (cursor: Cursor | undefined): FeedPlace => ({ seq: cursor?.seq ?? 0, ...(cursor?.row ? { row: cursor.row } : {}) })

/** The acknowledgements of a page that ends at `end`, or as many as one page holds; then it ends at `upTo`. */
const answersFor = (
  store: Decider,
  replica: Replica | undefined,
  pushed: readonly Ack[],
  after: number,
  end: number,
): { acks: Ack[]; upTo: number } => {
  const own = replica === undefined ? { acks: [], upTo: end } : store.acks(replica, after, end, caps.pageBytes)
  const all = new Map(own.acks.map((ack) => [ack.id, ack]))
  // Sent again under a new replica id, a mutation is not among that replica's own.
  for (const ack of pushed) if (ack.seq <= own.upTo) all.set(ack.id, ack)
  const acks = [...all.values()].toSorted((one, other) => one.seq - other.seq)
  const count = fitting(
    acks.map((ack) => bytesOf(JSON.stringify(ack))),
    caps.pageBytes,
  )
  const left = acks[count]
  return { acks: acks.slice(0, count), upTo: left ? Math.max(after, left.seq - 1) : own.upTo }
}

/** What a request changes and answers. The caller runs it inside one transaction. */
export const serve = <Row>(store: ServerStore<Row>, request: SyncRequest, context: Context, witness: () => string): SyncReply<Row> => {
  const head = { p: protocol, columns: true, rid: request.rid, gen: request.gen } as const
  const cursor = readCursor(request.cursor)
  const replica = { id: request.replica, person: context.person }
  const before = store.replica(replica)
  const control = (kind: ControlReply['control'], you: ReplicaMark): ControlReply => ({ ...head, control: kind, head: store.head(), you })
  if (request.cursor !== null && !cursor) return control('diverged', before)
  const reset = lost(store, cursor, context)
  if (reset) return control(reset, before)
  const { acks: pushed, mark, stopped, later } = push(store, request, context, witness)
  if (mark.cseq !== before.cseq) store.markReplica(replica, mark)
  if (stopped) return control(stopped, mark)
  const [after, now] = [placeOf(cursor), store.head()]
  // Whoever was sent a row is sent its tombstone.
  const fresh = after.seq === 0 && after.row === undefined
  const read = (upTo: number) => store.page(after, { rows: request.limit, bytes: caps.pageBytes, upTo }, fresh, context)
  let page = read(now)
  const shown = answersFor(store, mark.cseq === 0 ? undefined : replica, pushed, after.seq, page.seq)
  // What is acknowledged is shown, and what is shown acknowledged: with less of one there is less of the other.
  if (shown.upTo < page.seq) page = read(shown.upTo)
  const { rows, ...end } = page
  const start = fresh ? now : cursor?.start
  const anchor = end.seq < now && start !== undefined ? { start } : {}
  const next = { ...end, head: now, witness: store.witness(now) ?? '', ...anchor, view: viewerClass(context) }
  return {
    ...head,
    base: request.cursor,
    cursor: writeCursor(next),
    more: end.seq < now,
    rows,
    acks: shown.acks,
    ...(later ? { later } : {}),
  }
}
