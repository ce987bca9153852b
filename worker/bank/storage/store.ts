import { defaultFramework } from '../../../shared/domain/framework.ts'
import type { Viewer } from '../../../shared/rules/visibility.ts'
import { costsOf, type Later } from '../../../shared/sync/member-limits.ts'
import type { Context } from '../../../shared/domain/actor.ts'
import { type Change, type Entities, frameworkId, type Kind, type Network } from '../../../shared/domain/entities.ts'
import { bytesOf } from '../../../shared/values/page-bytes.ts'
import { type Ack, type QueuedMutation, caps, type Replica, type ReplicaMark } from '../../../shared/sync/protocol.ts'
import { type FeedPlace, type LogEntry, type PageLimits, RowTooLarge, type ServerStore } from '../../../shared/sync/server-store.ts'
import { acksOf, acksPage } from './ack-row.ts'
import { bury, countFailure, failuresOf } from './failures.ts'
import { feedPage } from './feed-page.ts'
import { type Witnessed, witnessAt, writeLog } from './log-row.ts'
import { IdeaIndex } from '../indexes/idea-index.ts'
import { recountSiteDays } from '../indexes/site-days.ts'
import { insertMany } from '../rows/insert-many.ts'
import { MemberAllowance } from './member-allowance.ts'
import { leanBody } from '../rows/lean-body.ts'
import { WrittenWords } from '../indexes/merge-words.ts'
import { markStale } from './reindex.ts'
import { readReplica, writeReplica } from './replica-marks.ts'
import { allOf, bodiesOf, bodyOf, namedIn } from './row-bodies.ts'
import { type CachedRow, ideasOf, RowCache } from './row-cache.ts'
import { touchedSinceImport } from './since-import.ts'
import { UndoLog } from './undo-log.ts'

type PartKind = 'evidence' | 'stance' | 'comment' | 'series'

/**
 * What the sync engine needs of a store, answered by one network's SQLite. Nothing here loads a whole bank.
 * Writes are gathered and go to SQLite together. A page hands rows out as JSON text, ready for the reply.
 */
export class NetworkStore implements ServerStore<string> {
  readonly #storage: DurableObjectStorage
  readonly #sql: SqlStorage
  readonly #index: IdeaIndex
  readonly #rows: RowCache
  readonly #undo: UndoLog
  readonly network: Network
  /** Ideas that the writes so far concern, for the hint to watchers. */
  readonly touched = new Set<string>()
  /** Ideas whose row in the lists is out of date. */
  readonly #stale = new Set<string>()
  /** Clips of ideas as they were read to be weighed, once for all gates, until something is written. */
  readonly #weighed = new Map<string, Entities['evidence'][]>()
  #log: LogEntry[] = []
  #subjects: [string, number][] = []
  /** The log's last number, and the witness asked for or made last; only within one transaction, for another may undo what they say. */
  #head: number | undefined
  #witness: Witnessed | undefined
  #together = true
  frameworkChanged = false
  /** Whether something is left for the alarm to do. */
  leavesWork = false
  readonly #words = new WrittenWords()
  readonly allowance: MemberAllowance
  /** Whether somebody has said something under their name in this transaction. */
  spoken = false
  #writes = 0
  /** A write to SQLite is under way, or was cut off by a failure: then nothing of this transaction may be kept. */
  #writing = false

  constructor(storage: DurableObjectStorage, factor = 1) {
    this.allowance = new MemberAllowance(storage.sql, factor)
    this.#storage = storage
    this.#sql = storage.sql
    this.#undo = new UndoLog(storage.sql)
    this.#rows = new RowCache((kind, id) => bodyOf(this.#sql, kind, id))
    this.network = {
      framework: () => this.#rows.get('framework', frameworkId) ?? defaultFramework,
      idea: (id) => this.#rows.get('idea', id),
      evidence: (id) => this.#rows.get('evidence', id),
      comment: (id) => this.#rows.get('comment', id),
      series: (id) => this.#rows.get('series', id),
      person: (id) => this.person(id),
      evidenceOf: (idea) => this.partsOf('evidence', idea),
      weighedEvidenceOf: (idea) => {
        const known = this.#weighed.get(idea) ?? this.partsOf('evidence', idea, leanBody)
        return (this.#weighed.set(idea, known), known)
      },
      stancesOf: (idea) => this.partsOf('stance', idea),
      touchedSinceImport: (idea) => (this.#flushRows(), this.#flushLog(), touchedSinceImport(this.#sql, idea)),
      undoable: (mutation) => (this.#flushRows(), this.#flushLog(), this.#undo.find(mutation)),
    }
    this.#index = new IdeaIndex(this.#sql, this.network)
  }

  /**
   * To be called when a transaction begins. `together`: all of a request's writes go to SQLite at its end, which is quick,
   * but SQLite's failure on one of them is then the whole request's. Else each savepoint writes for itself.
   */
  begin(together = true): this {
    this.allowance.begin()
    this.touched.clear()
    this.#stale.clear()
    this.#weighed.clear()
    this.#rows.forget()
    this.#undo.drop()
    this.#log = []
    this.#subjects = []
    this.#head = this.#witness = undefined
    this.#together = together
    this.frameworkChanged = false
    this.leavesWork = false
    this.spoken = false
    this.#writing = false
    return this
  }

  partsOf<K extends PartKind>(kind: K, idea: string, body = 'e.body'): Entities[K][] {
    if (this.#rows.partsWait()) this.#flushRows()
    return this.#sql
      .exec<{ body: string }>(
        `SELECT ${body} FROM part p JOIN entity e ON e.kind = p.kind AND e.id = p.id WHERE p.idea = ? AND p.kind = ? ORDER BY e.id`,
        idea,
        kind,
      )
      .toArray()
      .map((row) => JSON.parse(row.body) as Entities[K])
  }

  all<K extends Kind>(kind: K): Entities[K][] {
    return allOf(this.#sql, kind)
  }

  /** What a request's mutations are about, read with one statement instead of one each. */
  foresee(asked: readonly Pick<QueuedMutation, 'args'>[]): this {
    for (const kind of ['idea', 'evidence'] as const)
      this.#rows.foresee(kind, namedIn(asked, kind), (ids) => bodiesOf(this.#sql, kind, ids))
    return this
  }

  person(id: string): Entities['person'] | undefined {
    return this.#rows.get('person', id)
  }

  head(): number {
    return (this.#head ??= Number(this.#sql.exec('SELECT coalesce(max(seq), 0) AS head FROM log').one()['head']))
  }

  horizon(): number {
    return Number(this.#sql.exec("SELECT coalesce(max(value), 0) AS horizon FROM meta WHERE name = 'horizon'").one()['horizon'])
  }

  witness(seq: number): string | undefined {
    if (this.#witness?.seq !== seq) {
      this.#flushLog()
      this.#witness = witnessAt(this.#sql, seq)
    }
    return this.#witness?.witness
  }

  logged(mutations: readonly string[]): Map<string, Ack> {
    this.#flushLog()
    return acksOf(this.#sql, mutations)
  }

  replica(of: Replica): ReplicaMark {
    return readReplica(this.#sql, of)
  }

  markReplica(of: Replica, mark: ReplicaMark): void {
    writeReplica(this.#sql, of, mark)
  }

  append(entry: LogEntry): void {
    if (entry.status === 'ok' && !entry.unnamed) this.spoken = true
    this.#head = entry.seq
    this.#witness = entry
    this.#undo.append(entry)
    this.#log.push(entry)
  }

  write(changes: Change[], seq: number): void {
    const bodies = changes.map((change) => (change.value === null ? null : JSON.stringify(change.value)))
    if (bodies.some((body) => body !== null && bytesOf(body) > caps.rowBytes)) throw new RowTooLarge()
    this.#undo.note(changes, seq, (kind, id) => this.#rows.get(kind, id))
    this.#writes += 1
    this.#weighed.clear()
    // Rows of ideas say topics' words and what gates need, so it concerns them all.
    if (changes.some(({ kind }) => kind === 'framework')) this.frameworkChanged = this.leavesWork = true
    const ideas = new Set(changes.flatMap((change, index) => this.#rows.set(change, bodies[index] ?? null, seq)))
    for (const idea of ideas) {
      this.#subjects.push([idea, seq])
      this.#stale.add(idea)
      this.touched.add(idea)
    }
  }

  savepoint<T>(work: () => T): T {
    if (this.#together) return this.#watched(work)
    try {
      return this.#storage.transactionSync(() => {
        const result = work()
        this.flush()
        return result
      })
    } catch (error) {
      this.#rows.forget()
      this.#stale.clear()
      this.#weighed.clear()
      this.#subjects = []
      this.#writing = false
      throw error
    }
  }

  /** A refusal comes before anything is written; whatever else cuts a write off spoils the whole. */
  #watched<T>(work: () => T): T {
    const before = this.#writes
    try {
      return work()
    } catch (error) {
      if (this.#writes !== before) this.#writing = true
      throw error
    }
  }

  /** Writes all that waits, and what lists, counts and search derive from it. */
  flush(): void {
    this.#flushRows()
    this.#flushLog()
    this.allowance.flush()
    this.#writing = true
    this.#index.refresh([...this.#stale])
    if (this.#words.add(this.#sql, this.#stale.size)) this.leavesWork = true
    if (this.frameworkChanged) markStale(this.#sql)
    this.#writing = false
    this.#stale.clear()
  }

  /** Recomputes the rows of these ideas in the lists, and of these clips. */
  refresh(ideas: readonly string[], clips: readonly string[] = []): void {
    for (const id of clips) this.#index.clip(id, this.network.evidence(id) ?? null)
    this.#index.refresh(ideas)
  }

  #flushRows(): void {
    if (this.#writing) throw new Error('A write failed before')
    this.#writing = true
    const rows = this.#rows.take()
    insertMany(
      this.#sql,
      'INSERT INTO entity (kind, id, seq, body)',
      rows.map(({ kind, id, waits }) => [kind, id, waits?.seq ?? 0, waits?.body ?? null]),
      'ON CONFLICT (kind, id) DO UPDATE SET seq = excluded.seq, body = excluded.body',
    )
    for (const row of rows) this.#relate(row)
    insertMany(this.#sql, 'INSERT OR IGNORE INTO subject (idea, seq)', this.#subjects)
    this.#subjects = []
    this.#writing = false
  }

  /** Keeps `part`: which entities belong to which idea. */
  #relate(row: CachedRow): void {
    const { kind, id, value, belonged } = row
    const belongs = ideasOf(kind, value)
    for (const idea of belonged)
      if (!belongs.includes(idea)) this.#sql.exec('DELETE FROM part WHERE idea = ? AND kind = ? AND id = ?', idea, kind, id)
    for (const idea of belongs)
      if (!belonged.includes(idea)) this.#sql.exec('INSERT OR IGNORE INTO part (idea, kind, id) VALUES (?, ?, ?)', idea, kind, id)
    if (kind === 'evidence') this.#index.clip(id, value as Entities['evidence'] | null)
    row.belonged = belongs
  }

  #flushLog(): void {
    writeLog(this.#sql, this.#log)
    this.#log = []
    recountSiteDays(this.#sql, this.#undo.flush())
  }

  page(after: FeedPlace, limits: PageLimits, live: boolean, reader: Viewer): { rows: string[] } & FeedPlace {
    this.flush()
    return feedPage(this.#sql, after, limits, live, reader)
  }

  acks(replica: Replica, after: number, upTo: number, bytes: number): { acks: Ack[]; upTo: number } {
    this.#flushLog()
    return acksPage(this.#sql, { replica, after, upTo, bytes })
  }

  spend(asked: QueuedMutation, { person, role, at }: Context): Later | undefined {
    return this.allowance.spend(person, role, costsOf(asked), at)
  }

  wasPutOff({ person, at }: Context): boolean {
    return this.allowance.wasPutOff(person, at)
  }

  failures(mutation: string): number {
    return failuresOf(this.#sql, mutation)
  }

  countFailure(mutation: string): void {
    countFailure(this.#sql, mutation)
  }

  bury(asked: Parameters<ServerStore['bury']>[0], context: Context, why: string): void {
    bury(this.#sql, asked, context, why)
  }
}
