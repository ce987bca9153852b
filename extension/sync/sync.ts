import { caps, type SyncReply, type SyncRequest } from '../../shared/sync/protocol.ts'
import {
  type ClientMeta,
  isReplyTo,
  newMeta,
  nextRequest,
  type PendingMutation,
  requestAfter,
  resetLoop,
  type SyncStep,
} from '../../shared/sync/client-engine.ts'
import { applyReply, setAsideTooLarge } from './apply-reply.ts'
import { answered } from '../store/answered.ts'
import { type GleanerDatabase, keyValue, syncStatusOf } from '../store/db.ts'
import { forgetNetwork } from './forget-network.ts'
import { afterFailure, type SyncProblem, waitFor, withClock } from '../store/sync-status.ts'
import type { ServerReply, Post } from '../connection/transport.ts'
import { own } from '../../shared/values/own.ts'

export interface SyncParts {
  database: GleanerDatabase
  post: Post
  /** Milliseconds since 1970. */
  now: () => number
  /** In [0, 1). */
  dice: () => number
  locks: Pick<LockManager, 'request'> | undefined
}

/** `busy`: another context syncs this database. `waiting`: not yet time. `unfinished`: work is left for the next turn. */
export type SyncEnd = 'done' | 'busy' | 'waiting' | 'unfinished' | SyncProblem

/** One sync keeps a service worker alive no longer than this, in milliseconds. */
const longestTurn = 5 * 60 * 1000
/** The last turn may begin at its very end. */
const lastAnswer = 2 * 60 * 1000
/** The most pages in a row that acknowledge nothing although mutations were sent: such a server must not be asked forever. */
const idleRoundsAllowed = 3

/** The next mutations to send, of those behind a number. Those known to be at the server come first in the outbox. */
const unsent = async ({ outbox }: GleanerDatabase, behind: number): Promise<PendingMutation[]> => {
  // Created for each use: Dexie's `first()` would leave the collection limited to one.
  const following = () => outbox.where('cseq').above(behind)
  const first = await following().first()
  // Without a filter IndexedDB reads all of them in one go.
  const waiting = first?.done === undefined ? following() : following().filter(({ done }) => done === undefined)
  return waiting.limit(caps.mutations).toArray()
}

const readMeta = async (database: GleanerDatabase): Promise<ClientMeta> =>
  database.transaction('rw', database.meta, async () => {
    const present = await keyValue(database, 'client')
    if (present) return present
    const made = newMeta(crypto.randomUUID())
    await database.meta.put({ key: 'client', value: made })
    return made
  })

const problems: Record<number, SyncProblem> = {
  400: 'malformed',
  401: 'connect-again',
  403: 'not-member',
  404: 'not-member',
  409: 'update-server',
  426: 'update-extension',
}

const problemOf = (answer: Exclude<ServerReply, { is: 'reply' }>): SyncProblem =>
  answer.is === 'refused' ? (own(problems, String(answer.status)) ?? 'server-busy') : 'offline'

/** One turn: what was said, and what it came to. */
type Turn = { next: 'again' | 'done'; progress: boolean } | { problem: SyncProblem; retryAfter: number }

const fail = (problem: SyncProblem, retryAfter = 0): Turn => ({ problem, retryAfter })

const turnOf = ({ outcome, settled }: SyncStep, reply: SyncReply, sent: SyncRequest, left: boolean): Turn => {
  const moved = settled.length > 0 || ('rows' in reply && (reply.rows.length > 0 || reply.cursor !== sent.cursor))
  if (outcome === 'ok') return { next: left ? 'again' : 'done', progress: moved }
  return { next: 'again', progress: outcome !== 'stale' }
}

const hasUnsent = async (database: GleanerDatabase): Promise<boolean> => {
  const last = await database.outbox.orderBy('cseq').last()
  return last !== undefined && last.done === undefined
}

interface Asking {
  sent: SyncRequest
  answered: Promise<ServerReply>
  /** The last mutation of the present replica that was sent in these turns. */
  said: number
  /** The mutations behind it, read while the server is at work. */
  behind: Promise<PendingMutation[]>
}

const keepClock = async (database: GleanerDatabase, behind: number): Promise<void> => {
  const before = await syncStatusOf(database)
  if (withClock(before, behind) === before) return
  await database.transaction('rw', database.meta, async () => {
    await database.meta.put({ key: 'sync', value: withClock(await syncStatusOf(database), behind) })
  })
}

class SyncTurns {
  readonly parts: SyncParts
  most: number = caps.mutations
  ahead: Asking | undefined
  /** Milliseconds for which the server put off what waits; from then on these turns only read. */
  later = 0

  constructor(parts: SyncParts) {
    this.parts = parts
  }

  async take(): Promise<Turn> {
    const { database, now } = this.parts
    const meta = await readMeta(database)
    if (resetLoop(meta, now())) return fail('reset-loop')
    const asking = await this.next(meta)
    const { sent } = asking
    const answer = await asking.answered
    if (answer.is !== 'reply' && answer.is !== 'offline' && answer.status === 413) return this.shrink(sent, answer)
    if (answer.is === 'refused' && answer.status === 403 && answer.error === 'not-member') await forgetNetwork(database)
    if (answer.is !== 'reply') return fail(problemOf(answer), answer.is === 'refused' ? answer.retryAfter : 0)
    if (!isReplyTo(answer.body, sent)) return fail('offline')
    if ('rows' in answer.body) this.later = Math.max(this.later, answer.body.later ?? 0)
    await this.askAhead(answer.body, asking)
    const step = await applyReply(database, answer.body, sent, now())
    await keepClock(database, answer.behind ?? 0)
    const left = await hasUnsent(database)
    if (this.later > 0 && left && step.outcome === 'ok') return fail('later', this.later)
    return turnOf(step, answer.body, sent, left)
  }

  /** What was asked ahead, if it is still what comes next; else a new request. */
  async next(meta: ClientMeta): Promise<Asking> {
    const { ahead, parts } = this
    this.ahead = undefined
    if (ahead && ahead.sent.cursor === meta.cursor && ahead.sent.gen === meta.gen && ahead.sent.replica === meta.replica) return ahead
    const outbox = this.later > 0 ? [] : await unsent(parts.database, 0)
    return this.ask(nextRequest({ meta, outbox }, crypto.randomUUID(), this.most), 0)
  }

  ask(sent: SyncRequest, before: number): Asking {
    const said = sent.mutations.at(-1)?.cseq ?? before
    const asking = { sent, said, answered: this.parts.post(sent), behind: unsent(this.parts.database, said) }
    // Nobody may come to wait for them; whoever does still gets their failure.
    void Promise.allSettled([asking.answered, asking.behind])
    return asking
  }

  /** The next mutations go and the next page comes while this reply is stored. */
  async askAhead(reply: SyncReply, { sent, said, behind }: Asking): Promise<void> {
    const request = requestAfter(reply, sent, await behind, crypto.randomUUID(), this.most)
    if (request) this.ahead = this.ask(request, said)
  }

  /** "Too large": half as many, and at last the one that is too large by itself is set aside. */
  async shrink(sent: SyncRequest, answer: Extract<ServerReply, { status: number }>): Promise<Turn> {
    const [first] = sent.mutations
    if (sent.mutations.length > 1) {
      this.most = Math.ceil(sent.mutations.length / 2)
      return { next: 'again', progress: true }
    }
    // A proxy in between may say so too; only our server's word sets a mutation aside.
    if (!first || answer.is !== 'refused') return fail('offline')
    await setAsideTooLarge(this.parts.database, first.id, answer, this.parts.now())
    return { next: 'again', progress: true }
  }
}

export const keepFailure = async ({ database, now, dice }: SyncParts, problem: SyncProblem, retryAfter: number): Promise<SyncProblem> => {
  await database.transaction('rw', database.meta, async () => {
    await database.meta.put({ key: 'sync', value: afterFailure(await syncStatusOf(database), problem, retryAfter, now(), dice()) })
  })
  return problem
}

const takeTurns = async (parts: SyncParts): Promise<SyncEnd> => {
  const [turns, start] = [new SyncTurns(parts), parts.now()]
  let idle = 0
  while (parts.now() - start < longestTurn) {
    const turn = await turns.take()
    if ('problem' in turn) return keepFailure(parts, turn.problem, turn.retryAfter)
    if (turn.next === 'done') return 'done'
    idle = turn.progress ? 0 : idle + 1
    if (idle > idleRoundsAllowed) return keepFailure(parts, 'server-busy', 0)
  }
  return 'unfinished'
}

/**
 * Sends the outbox and reads what is new, until both are done. Never rejects for what a network or a server does: that
 * becomes a problem in the sync status. `asked`: a person or a new connection asks, so only `Retry-After` is waited for.
 */
export const sync = async (parts: SyncParts, asked: boolean): Promise<SyncEnd> => {
  const run = async (): Promise<SyncEnd> => {
    if (waitFor(await syncStatusOf(parts.database), parts.now(), asked) > 0) return 'waiting'
    return takeTurns(parts)
  }
  const inTime = (): Promise<SyncEnd> => answered(parts.database, longestTurn + lastAnswer, run())
  // Two contexts at once do no harm (one gets a stale reply); the lock saves the work.
  if (!parts.locks) return inTime()
  return parts.locks.request(`sync:${parts.database.name}`, { ifAvailable: true }, (lock) => (lock ? inTime() : 'busy'))
}
