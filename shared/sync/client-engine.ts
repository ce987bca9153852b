import type { Ack, QueuedMutation, ReplicaMark, SyncReply, SyncRequest } from './protocol.ts'
import { bytesOf } from '../values/page-bytes.ts'
import { caps, protocol } from './protocol.ts'

/** Where one device stands with one network. Lives in the same database as its outbox: wiped together or not at all. */
export interface ClientMeta {
  replica: string
  nextCseq: number
  cursor: string | null
  gen: number
  /** A resync is in progress: rows of older epochs are swept when it ends. */
  resync: boolean
  /** When the last resets were, to notice a loop. */
  resets: number[]
}

/** A pending mutation. `done` is the head at which the server is known to have run it; its effect was not read yet. */
export interface PendingMutation extends QueuedMutation {
  done?: number
}

/** An acknowledged mutation, kept as long as a server may be restored to a time before it. */
export interface Archived extends PendingMutation {
  ackedAt: number
}

export interface ClientState {
  meta: ClientMeta
  outbox: PendingMutation[]
  /** Only needed where `needsArchive` says so. */
  archive: Archived[]
}

/** What one reply changes; the adapter applies it in one transaction together with the reply's rows. */
export interface SyncStep {
  outcome: 'ok' | 'more' | 'stale' | 'reset' | 'renumbered'
  meta: ClientMeta
  /** Acknowledged mutations leave the outbox: to the archive, and those refused to "needs your attention" too. */
  settled: Ack[]
  /** The whole new outbox if it was renumbered or marked. If `archiveTaken`, the archive has moved into it. */
  outbox?: PendingMutation[]
  archiveTaken?: boolean
  /** Delete rows of epochs before this. */
  sweepBefore?: number
}

/** How long acknowledged mutations are kept to be sent again to a restored server. */
export const archiveDays = 35
/** A server that demands more than `resetsAllowed` resyncs within this window (milliseconds) is left alone. */
const resetWindow = 10 * 60 * 1000
const resetsAllowed = 3

export const newMeta = (replica: string): ClientMeta => ({ replica, nextCseq: 1, cursor: null, gen: 0, resync: false, resets: [] })

/** Gives a mutation its sequence number (`cseq`). */
export const enqueue = <One extends Omit<QueuedMutation, 'cseq'>>(
  meta: ClientMeta,
  asked: One,
): { meta: ClientMeta; pending: One & Pick<QueuedMutation, 'cseq'> } => ({
  meta: { ...meta, nextCseq: meta.nextCseq + 1 },
  pending: { ...asked, cseq: meta.nextCseq },
})

const byteBudget = caps.requestBytes - 4096

/** The next request: pending mutations in order, as many as fit. `most` shrinks when the server said "too large". */
export const nextRequest = (
  state: { meta: Pick<ClientMeta, 'replica' | 'gen' | 'cursor'>; outbox: PendingMutation[] },
  rid: string,
  most: number = caps.mutations,
): SyncRequest => {
  const mutations: QueuedMutation[] = []
  let bytes = 0
  for (const { done, ...asked } of state.outbox) {
    if (done !== undefined) continue
    bytes += bytesOf(JSON.stringify(asked)) + 1
    if (mutations.length >= most || (mutations.length > 0 && bytes > byteBudget)) break
    mutations.push(asked)
  }
  const { replica, gen, cursor } = state.meta
  return { p: protocol, rid, replica, gen, cursor, limit: caps.page, mutations }
}

/**
 * The request after this reply, with the mutations behind those that were sent, which may be sent before the reply is applied:
 * should the reply turn out to be stale, so is what comes of this one, and a mutation that comes twice is run once.
 * `undefined` where there is nothing more to read or to say.
 */
export const requestAfter = (
  reply: SyncReply,
  sent: SyncRequest,
  behind: PendingMutation[],
  rid: string,
  most: number = caps.mutations,
): SyncRequest | undefined => {
  if ('control' in reply) return undefined
  // What is behind a mutation that was put off would be taken for a gap.
  const outbox = reply.later === undefined ? behind : []
  if (!reply.more && outbox.length === 0) return undefined
  const meta = { replica: sent.replica, gen: sent.gen, cursor: reply.cursor }
  return nextRequest({ meta, outbox }, rid, most)
}

/** Whether a body is a reply to this request at all: a captive portal answers 200 with a page of its own. */
export const isReplyTo = (body: unknown, sent: SyncRequest): body is SyncReply => {
  if (typeof body !== 'object' || body === null) return false
  const reply = body as Partial<Record<string, unknown>>
  if (reply['p'] !== protocol || reply['rid'] !== sent.rid || reply['gen'] !== sent.gen) return false
  if ('control' in reply) return typeof reply['control'] === 'string' && typeof reply['you'] === 'object'
  return typeof reply['cursor'] === 'string' && Array.isArray(reply['rows']) && Array.isArray(reply['acks'])
}

export const needsArchive = (reply: SyncReply): boolean => 'control' in reply && (reply.control === 'diverged' || reply.control === 'gap')

/** Too many resyncs in a short time: another one would not help. */
export const resetLoop = (meta: ClientMeta, now: number): boolean =>
  meta.resets.filter((at) => now - at < resetWindow).length >= resetsAllowed

const renumber = (meta: ClientMeta, pending: PendingMutation[], replica: string): { meta: ClientMeta; outbox: PendingMutation[] } => ({
  meta: { ...meta, replica, nextCseq: pending.length + 1 },
  outbox: pending.map((mutation, index) => ({ ...mutation, cseq: index + 1 })),
})

/** Everything again under a new name, the archive first; the server knows what it has by the mutations' own ids. */
const requeueAll = (state: ClientState, replica: string): { meta: ClientMeta; outbox: PendingMutation[]; archiveTaken: true } => {
  const all = [...state.archive.map(({ ackedAt: _, ...mutation }) => mutation), ...state.outbox].map(({ done: _, ...mutation }) => mutation)
  return { ...renumber(state.meta, all, replica), archiveTaken: true }
}

const beginResync = (meta: ClientMeta, now: number): ClientMeta => ({
  ...meta,
  gen: meta.gen + 1,
  cursor: null,
  resync: true,
  resets: [...meta.resets.filter((at) => now - at < resetWindow), now],
})

const forked = (state: ClientState, head: number, you: ReplicaMark, replica: string): SyncStep => {
  const mine =
    you.cseq === 0 || [...state.outbox, ...state.archive].some((mutation) => mutation.cseq === you.cseq && mutation.id === you.last)
  if (!mine) return { outcome: 'renumbered', settled: [], ...renumber(state.meta, state.outbox, replica) }
  // Already there, its log row purged: stop sending, keep showing until the effect has been read.
  const outbox = state.outbox.map((mutation) => (mutation.cseq <= you.cseq ? { ...mutation, done: head } : mutation))
  return { outcome: 'renumbered', settled: [], meta: state.meta, outbox }
}

/**
 * What a reply changes. `stale` replies (another identity, resync or cursor than ours) change nothing.
 * `freshReplica` is used only where this device must take a new name.
 */
export const receive = (state: ClientState, reply: SyncReply, sent: SyncRequest, freshReplica: string, now: number): SyncStep => {
  const { meta } = state
  const stale: SyncStep = { outcome: 'stale', meta, settled: [] }
  if (sent.replica !== meta.replica || reply.gen !== meta.gen) return stale
  if ('control' in reply) {
    if (reply.control === 'forked') return forked(state, reply.head, reply.you, freshReplica)
    if (reply.control === 'gap') return { outcome: 'renumbered', settled: [], ...requeueAll(state, freshReplica) }
    const kept = reply.control === 'diverged' ? requeueAll(state, freshReplica) : { meta }
    return { outcome: 'reset', settled: [], ...kept, meta: beginResync(kept.meta, now) }
  }
  if (reply.base !== meta.cursor) return stale
  const acked = new Set(reply.acks.map((ack) => ack.id))
  // A sealed cursor tells no number; what follows is of the last page, and that was computed after the marks were set.
  const told = Number.parseInt(reply.cursor, 10)
  const end = Number.isNaN(told) ? Number.POSITIVE_INFINITY : told
  const alsoDone = reply.more
    ? []
    : state.outbox.filter((mutation) => mutation.done !== undefined && mutation.done <= end && !acked.has(mutation.id))
  const settled: Ack[] = [
    ...reply.acks,
    ...alsoDone.map((mutation) => ({ id: mutation.id, seq: mutation.done ?? 0, status: 'ok' as const })),
  ]
  const finished = meta.resync && !reply.more
  return {
    outcome: reply.more ? 'more' : 'ok',
    meta: { ...meta, cursor: reply.cursor, resync: meta.resync && reply.more },
    settled,
    ...(finished ? { sweepBefore: meta.gen } : {}),
  }
}
