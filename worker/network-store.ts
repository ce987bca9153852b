import type { Framework } from '../shared/framework.ts'
import { defaultFramework } from '../shared/framework.ts'
import type { Context } from '../shared/mutation.ts'
import { type Change, type Entities, frameworkId, type Kind, type Network } from '../shared/network.ts'
import { type Ack, type Asked, caps, type ReplicaMark } from '../shared/protocol.ts'
import { type LogEntry, RowTooLarge, type ServerStore } from '../shared/sync-server.ts'
import { IdeaIndex } from './idea-index.ts'

type PartKind = 'evidence' | 'stance' | 'comment'

/** What the sync engine needs of a store, answered by one network's SQLite. Nothing here loads a whole bank. */
export class NetworkStore implements ServerStore {
  readonly #storage: DurableObjectStorage
  readonly #sql: SqlStorage
  readonly #index: IdeaIndex
  readonly network: Network
  /** Ideas that the writes so far concern, for the hint to watchers. */
  readonly touched = new Set<string>()
  /** Read at every mutation, so remembered; only within one transaction, for another may undo what it says. */
  #head: number | undefined
  #framework: Framework | undefined

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage
    this.#sql = storage.sql
    this.network = {
      framework: () => (this.#framework ??= this.#body('framework', frameworkId) ?? defaultFramework),
      idea: (id) => this.#body('idea', id),
      evidence: (id) => this.#body('evidence', id),
      comment: (id) => this.#body('comment', id),
      evidenceOf: (idea) => this.partsOf('evidence', idea),
      stancesOf: (idea) => this.partsOf('stance', idea),
    }
    this.#index = new IdeaIndex(this.#sql, this.network)
  }

  /** To be called when a transaction begins. */
  begin(): void {
    this.touched.clear()
    this.#head = undefined
    this.#framework = undefined
  }

  #body<K extends Kind>(kind: K, id: string): Entities[K] | undefined {
    const row = this.#sql.exec<{ body: string | null }>('SELECT body FROM entity WHERE kind = ? AND id = ?', kind, id).toArray()[0]
    return row?.body ? (JSON.parse(row.body) as Entities[K]) : undefined
  }

  partsOf<K extends PartKind>(kind: K, idea: string): Entities[K][] {
    return this.#sql
      .exec<{ body: string }>('SELECT e.body FROM part p JOIN entity e ON e.kind = p.kind AND e.id = p.id WHERE p.idea = ? AND p.kind = ? ORDER BY e.id', idea, kind)
      .toArray()
      .map((row) => JSON.parse(row.body) as Entities[K])
  }

  all<K extends Kind>(kind: K): Entities[K][] {
    return this.#sql
      .exec<{ body: string }>('SELECT body FROM entity WHERE kind = ? AND body IS NOT NULL', kind)
      .toArray()
      .map((row) => JSON.parse(row.body) as Entities[K])
  }

  person(id: string): Entities['person'] | undefined {
    return this.#body('person', id)
  }

  head(): number {
    return (this.#head ??= Number(this.#sql.exec('SELECT coalesce(max(seq), 0) AS head FROM log').one()['head']))
  }

  horizon(): number {
    return Number(this.#sql.exec("SELECT coalesce(max(value), 0) AS horizon FROM meta WHERE name = 'horizon'").one()['horizon'])
  }

  witness(seq: number): string | undefined {
    return this.#sql.exec<{ witness: string }>('SELECT witness FROM log WHERE seq = ?', seq).toArray()[0]?.witness
  }

  logged(mutation: string): Ack | undefined {
    const row = this.#sql.exec<AckRow>(`SELECT ${ackColumns} FROM log WHERE mutation = ?`, mutation).toArray()[0]
    return row && ackOf(row)
  }

  replica(id: string): ReplicaMark {
    return this.#sql.exec<{ cseq: number; last: string }>('SELECT cseq, last FROM replica WHERE id = ?', id).toArray()[0] ?? { cseq: 0, last: null }
  }

  markReplica(id: string, person: string, mark: ReplicaMark): void {
    this.#sql.exec('INSERT INTO replica (id, person, cseq, last) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET cseq = excluded.cseq, last = excluded.last', id, person, mark.cseq, mark.last)
  }

  append(entry: LogEntry): void {
    const { id, seq, witness, replica, cseq, context, name, args, status, code, message } = entry
    this.#head = seq
    this.#sql.exec(
      'INSERT INTO log (seq, mutation, witness, replica, cseq, person, role, site, at, name, args, status, code, message) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      seq, id, witness, replica, cseq, context.person, context.role, context.site, context.at, name, JSON.stringify(args ?? null), status, code ?? null, message ?? null,
    )
  }

  write(changes: Change[], seq: number): void {
    const ideas = new Set<string>()
    for (const change of changes) {
      const body = change.value === null ? null : JSON.stringify(change.value)
      if (body !== null && body.length > caps.rowBytes) throw new RowTooLarge()
      if (change.kind === 'framework') this.#framework = undefined
      for (const idea of this.#relate(change)) ideas.add(idea)
      this.#sql.exec('INSERT INTO entity (kind, id, seq, body) VALUES (?, ?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET seq = excluded.seq, body = excluded.body', change.kind, change.id, seq, body)
    }
    for (const idea of ideas) {
      this.#sql.exec('INSERT OR IGNORE INTO subject (idea, seq) VALUES (?, ?)', idea, seq)
      this.#index.refresh(idea)
      this.touched.add(idea)
    }
  }

  /** Keeps `part` (which entities belong to which idea) and answers the ideas that this change concerns. */
  #relate(change: Change): string[] {
    if (change.kind === 'idea') return [change.id]
    if (change.kind === 'framework' || change.kind === 'person') return []
    const before = this.#body(change.kind, change.id)
    const [was, is] = [ideasOf(before), ideasOf(change.value ?? undefined)]
    for (const idea of was) if (!is.includes(idea)) this.#sql.exec('DELETE FROM part WHERE idea = ? AND kind = ? AND id = ?', idea, change.kind, change.id)
    for (const idea of is) if (!was.includes(idea)) this.#sql.exec('INSERT INTO part (idea, kind, id) VALUES (?, ?, ?)', idea, change.kind, change.id)
    if (change.kind === 'evidence') this.#index.loose(change.id, change.value !== null && is.length === 0)
    return [...new Set([...was, ...is])]
  }

  savepoint<T>(work: () => T): T {
    try {
      return this.#storage.transactionSync(work)
    } catch (error) {
      this.#framework = undefined
      throw error
    }
  }

  page(after: number, limit: number, live: boolean): { rows: Change[]; end: number } {
    const found = this.#sql
      .exec<FeedRow>(`SELECT kind, id, seq, body FROM entity WHERE seq > ? ${live ? 'AND body IS NOT NULL' : ''} ORDER BY seq LIMIT ?`, after, limit)
      .toArray()
    if (found.length < limit) return { rows: found.map(changeOf), end: this.head() }
    const end = found.at(-1)?.seq ?? after
    const rest = this.#sql.exec<FeedRow>('SELECT kind, id, seq, body FROM entity WHERE seq = ?', end).toArray()
    const rows = [...found.filter((row) => row.seq < end), ...rest.filter((row) => !live || row.body !== null)]
    return { rows: rows.map(changeOf), end }
  }

  acks(replica: string, after: number, upTo: number): Ack[] {
    return this.#sql.exec<AckRow>(`SELECT ${ackColumns} FROM log WHERE seq > ? AND seq <= ? AND replica = ? ORDER BY seq`, after, upTo, replica).toArray().map(ackOf)
  }

  failures(mutation: string): number {
    return this.#sql.exec<{ count: number }>('SELECT count FROM failure WHERE mutation = ?', mutation).toArray()[0]?.count ?? 0
  }

  countFailure(mutation: string): void {
    this.#sql.exec('INSERT INTO failure (mutation, count) VALUES (?, 1) ON CONFLICT (mutation) DO UPDATE SET count = count + 1', mutation)
  }

  bury(asked: Asked, context: Context, why: string): void {
    this.#sql.exec('INSERT OR REPLACE INTO dead_letter (mutation, person, at, name, args, why) VALUES (?, ?, ?, ?, ?, ?)', asked.id, context.person, context.at, asked.name, JSON.stringify(asked.args ?? null), why)
  }
}

type FeedRow = { kind: string; id: string; seq: number; body: string | null }
const changeOf = (row: FeedRow): Change => ({ kind: row.kind, id: row.id, value: row.body === null ? null : JSON.parse(row.body) }) as Change

type AckRow = { id: string; seq: number; status: Ack['status']; code: NonNullable<Ack['code']> | null; message: string | null }
const ackColumns = 'mutation AS id, seq, status, code, message'
const ackOf = ({ id, seq, status, code, message }: AckRow): Ack => ({ id, seq, status, ...(code ? { code } : {}), ...(message ? { message } : {}) })

const ideasOf = (value: Entities[PartKind] | undefined): string[] => (value === undefined ? [] : 'ideas' in value ? value.ideas : [value.idea])
