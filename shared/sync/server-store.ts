import type { Context } from '../domain/actor.ts'
import type { Change, Network } from '../domain/entities.ts'
import type { Viewer } from '../rules/visibility.ts'
import type { Later } from './member-limits.ts'
import type { Ack, QueuedMutation, Replica, ReplicaMark } from './protocol.ts'

export interface LogEntry extends Ack {
  witness: string
  replica: string
  cseq: number
  name: string
  args: unknown
  context: Context
  unnamed?: boolean
}

/** How far a reader is: every row up to a number, and of the number after it the rows up to one, where they were more than a page holds. */
export interface FeedPlace {
  seq: number
  row?: string
}

/** Where a page ends, whichever comes first; a row larger than `bytes` travels alone. */
export interface PageLimits {
  rows: number
  bytes: number
  /** No row of a later number. */
  upTo: number
}

/**
 * What the server's engine needs of a store; synchronous, because the whole request is one transaction.
 * `Row` is how the store hands out a changed row: as a change, or as the text that will stand in the reply.
 */
export interface ServerStore<Row = Change> {
  network: Network
  head(): number
  /** The retention horizon: tombstones and log rows below this number are purged. */
  horizon(): number
  witness(seq: number): string | undefined
  /** The acknowledgements of those of these mutations that have run already, by id (idempotency); asked once a request. */
  logged(mutations: readonly string[]): Map<string, Ack>
  replica(of: Replica): ReplicaMark
  markReplica(of: Replica, mark: ReplicaMark): void
  append(entry: LogEntry): void
  /** Stores the changes and everything derived from them (aggregates, search) under one number. */
  write(changes: Change[], seq: number): void
  /** Runs the work so that a throw undoes its writes alone. */
  savepoint<T>(work: () => T): T
  /** Rows behind that place in order of number, then of `rowKey`, as that reader may have them; without deleted rows if `live`. */
  page(after: FeedPlace, limits: PageLimits, live: boolean, reader: Viewer): { rows: Row[] } & FeedPlace
  /** Answers to that replica's own mutations in (after, upTo], in order, as many bytes as asked for but one at least; all of them up to the `upTo` answered. */
  acks(replica: Replica, after: number, upTo: number, bytes: number): { acks: Ack[]; upTo: number }
  /** How often a mutation has already made our own code fail. */
  failures(mutation: string): number
  /** Puts a mutation into the dead-letter list with the arguments that may be kept; `null` if the PHI guard did not pass them. */
  bury(mutation: Pick<QueuedMutation, 'id' | 'name'> & { args: object | null }, context: Context, why: string): void
  /** Takes the mutation's cost from its person's rate limit; if it is used up, takes nothing and records the deferral. */
  spend(mutation: QueuedMutation, context: Context): Later | undefined
  /** Whether a mutation of this person was deferred a moment ago. */
  wasPutOff(context: Context): boolean
}

/** A row would be larger than production lets a network keep; only the mutation that made it is refused. */
export class RowTooLarge extends Error {}
