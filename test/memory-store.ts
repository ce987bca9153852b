import { defaultFramework } from '../shared/domain/framework.ts'
import { changeAsSeenBy, type Viewer } from '../shared/rules/visibility.ts'
import type { Later } from '../shared/sync/member-limits.ts'
import type { Context } from '../shared/domain/actor.ts'
import { type Change, type Entities, frameworkId, type Kind, type Network } from '../shared/domain/entities.ts'
import { bytesOf, fitting } from '../shared/values/page-bytes.ts'
import { type Ack, type QueuedMutation, type Replica, type ReplicaMark, rowKey } from '../shared/sync/protocol.ts'
import type { LogEntry, PageLimits, FeedPlace, ServerStore } from '../shared/sync/server-store.ts'

type Row = { seq: number; change: Change }

interface Tables {
  rows: Map<string, Row>
  log: Map<number, LogEntry>
  bySeq: Map<string, number>
  replicas: Map<string, ReplicaMark>
  failures: Map<string, number>
  dead: string[]
  horizon: number
  head: number
}

const empty = (): Tables => ({
  rows: new Map(),
  log: new Map(),
  bySeq: new Map(),
  replicas: new Map(),
  failures: new Map(),
  dead: [],
  horizon: 0,
  head: 0,
})
const copy = (from: Tables): Tables => ({
  ...from,
  rows: new Map(from.rows),
  log: new Map(from.log),
  bySeq: new Map(from.bySeq),
  replicas: new Map(from.replicas),
  failures: new Map(from.failures),
  dead: [...from.dead],
})

/** The server engine's store over plain maps: what the Durable Object must agree with, and what the simulator runs on. */
export class MemoryStore implements ServerStore {
  tables = empty()
  readonly network: Network = {
    framework: () => this.value('framework', frameworkId) ?? defaultFramework,
    idea: (id) => this.value('idea', id),
    evidence: (id) => this.value('evidence', id),
    comment: (id) => this.value('comment', id),
    series: (id) => this.value('series', id),
    person: (id) => this.value('person', id),
    evidenceOf: (idea) => this.all('evidence').filter((item) => item.ideas.includes(idea)),
    stancesOf: (idea) => this.all('stance').filter((stance) => stance.idea === idea),
  }

  value<K extends Kind>(kind: K, id: string): Entities[K] | undefined {
    return (this.tables.rows.get(`${kind} ${id}`)?.change.value as Entities[K] | null) ?? undefined
  }

  all<K extends Kind>(kind: K): Entities[K][] {
    return [...this.tables.rows.values()]
      .filter((row) => row.change.kind === kind && row.change.value !== null)
      .toSorted((one, other) => (one.change.id < other.change.id ? -1 : 1))
      .map((row) => row.change.value as Entities[K])
  }

  snapshot(): Tables {
    return copy(this.tables)
  }

  restore(tables: Tables): void {
    this.tables = copy(tables)
  }

  head(): number {
    return this.tables.head
  }

  horizon(): number {
    return this.tables.horizon
  }

  witness(seq: number): string | undefined {
    return this.tables.log.get(seq)?.witness
  }

  answered(mutation: string): Ack | undefined {
    const entry = this.tables.log.get(this.tables.bySeq.get(mutation) ?? -1)
    return entry && ackOf(entry)
  }

  logged(mutations: readonly string[]): Map<string, Ack> {
    const acks = mutations.map((mutation) => this.answered(mutation)).filter((ack) => ack !== undefined)
    return new Map(acks.map((ack) => [ack.id, ack]))
  }

  replica({ id, person }: Replica): ReplicaMark {
    return this.tables.replicas.get(`${id} ${person}`) ?? { cseq: 0, last: null }
  }

  markReplica({ id, person }: Replica, mark: ReplicaMark): void {
    this.tables.replicas.set(`${id} ${person}`, mark)
  }

  append(entry: LogEntry): void {
    this.tables.log.set(entry.seq, entry)
    this.tables.bySeq.set(entry.id, entry.seq)
    this.tables.head = entry.seq
  }

  write(changes: Change[], seq: number): void {
    for (const change of changes) this.tables.rows.set(`${change.kind} ${change.id}`, { seq, change })
  }

  savepoint<T>(work: () => T): T {
    const before = this.snapshot()
    try {
      return work()
    } catch (error) {
      this.tables = before
      throw error
    }
  }

  page(after: FeedPlace, limits: PageLimits, live: boolean, reader: Viewer): { rows: Change[] } & FeedPlace {
    const { rows, ...end } = this.#rowsAfter(after, limits, live)
    return { rows: rows.map((change) => changeAsSeenBy(reader, change)), ...end }
  }

  #rowsAfter(after: FeedPlace, { rows: most, bytes, upTo }: PageLimits, live: boolean): { rows: Change[] } & FeedPlace {
    const begins = after.seq + 1
    const feed = [...this.tables.rows.values()]
      .filter(({ seq, change }) => seq > begins || (seq === begins && rowKey(change) > (after.row ?? '')))
      .filter(({ seq, change }) => seq <= upTo && !(live && change.value === null))
      .toSorted((one, other) => one.seq - other.seq || (rowKey(one.change) < rowKey(other.change) ? -1 : 1))
    const sizes = feed.map(({ change }) =>
      bytes === Number.MAX_SAFE_INTEGER || change.value === null ? 150 : 150 + bytesOf(JSON.stringify(change.value)),
    )
    const count = Math.min(fitting(sizes, bytes), most)
    const [last, next] = [feed[count - 1], feed[count]]
    const rows = feed.slice(0, count).map(({ change }) => change)
    if (!last) return upTo > after.seq ? { rows, seq: upTo } : { rows, ...after }
    if (!next) return { rows, seq: upTo }
    return next.seq === last.seq ? { rows, seq: last.seq - 1, row: rowKey(last.change) } : { rows, seq: last.seq }
  }

  acks(replica: Replica, after: number, upTo: number, bytes: number): { acks: Ack[]; upTo: number } {
    const acks: Ack[] = []
    for (let seq = after + 1; seq <= upTo; seq += 1) {
      const entry = this.tables.log.get(seq)
      if (entry?.replica === replica.id && entry.context.person === replica.person) acks.push(ackOf(entry))
    }
    const jsonBytes = (value: unknown): number => (value === undefined ? 0 : bytesOf(JSON.stringify(value)))
    const sizes = acks.map(({ message = '', reason, overwrote }) => 150 + bytesOf(message) + jsonBytes(reason) + jsonBytes(overwrote))
    const count = fitting(sizes, bytes)
    return { acks: acks.slice(0, count), upTo: count < acks.length ? (acks[count - 1]?.seq ?? upTo) : upTo }
  }

  failures(mutation: string): number {
    return this.tables.failures.get(mutation) ?? 0
  }

  /** How many more mutations a person may do; whoever is not in it, as many as they like. */
  readonly left = new Map<string, number>()
  readonly putOff = new Set<string>()

  spend(_asked: QueuedMutation, { person }: Context): Later | undefined {
    const left = this.left.get(person)
    if (left === undefined) return undefined
    this.left.set(person, Math.max(0, left - 1))
    if (left > 0) return undefined
    this.putOff.add(person)
    return { later: 60_000, short: 'mutations' }
  }

  wasPutOff({ person }: Context): boolean {
    return this.putOff.has(person)
  }

  bury(asked: Pick<QueuedMutation, 'id'>, _context: Context, _why: string): void {
    this.tables.dead.push(asked.id)
  }
}

const ackOf = ({ id, seq, status, code, reason, message, overwrote }: LogEntry): Ack => ({
  ...(overwrote ? { overwrote } : {}),
  id,
  seq,
  status,
  ...(code ? { code } : {}),
  ...(reason ? { reason } : {}),
  ...(message ? { message } : {}),
})
