import { env } from 'cloudflare:workers'
import { runInDurableObject } from 'cloudflare:test'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Later } from '../../shared/sync/member-limits.ts'
import type { Context } from '../../shared/domain/actor.ts'
import type { Change } from '../../shared/domain/entities.ts'
import type { QueuedMutation, SyncReply, SyncRequest } from '../../shared/sync/protocol.ts'
import * as client from '../../shared/sync/client-engine.ts'
import * as server from '../../shared/sync/server-engine.ts'
import { IdeaIndex } from '../../worker/bank/indexes/idea-index.ts'
import { NetworkStore } from '../../worker/bank/storage/store.ts'
import { inTransaction } from '../../worker/bank/storage/transaction.ts'
import { type Action, actionsOf, Run } from '../sync/actions.ts'
import { World } from '../sync/world.ts'

const histories = 300
/** What SQLite keeps of a network; lists, counts and search are derived from it. */
const kept = ['entity', 'part', 'log', 'subject', 'replica', 'failure', 'dead_letter', 'meta']
const derived = ['idea_row', 'cell', 'cell_day']

/** The product's store, with the faults of our own that a history plans. */
class FaultyStore extends NetworkStore {
  readonly faults: ReadonlyMap<string, number>
  running: { after: number; mutations: string[] } = { after: 0, mutations: [] }

  constructor(storage: DurableObjectStorage, faults: ReadonlyMap<string, number>) {
    super(storage)
    this.faults = faults
  }

  /** Of the request that is running, as the history has it. */
  pageBytes = 0

  override page(...[after, limits, live, reader]: Parameters<NetworkStore['page']>): ReturnType<NetworkStore['page']> {
    return super.page(after, { ...limits, bytes: this.pageBytes }, live, reader)
  }

  override acks(...[replica, after, upTo]: Parameters<NetworkStore['acks']>): ReturnType<NetworkStore['acks']> {
    return super.acks(replica, after, upTo, this.pageBytes)
  }

  override write(changes: Change[], seq: number): void {
    super.write(changes, seq)
    const running = this.running.mutations[seq - this.running.after - 1] ?? ''
    if (this.failures(running) < (this.faults.get(running) ?? 0)) throw new Error('a fault of our own')
  }

  /** What people may still do, as it was before this request; a transaction that is done again begins with it again. */
  allowed = new Map<string, number>()
  putOff = new Set<string>()
  #left = new Map<string, number>()

  override begin(together?: boolean): this {
    this.#left = new Map(this.allowed)
    return super.begin(together)
  }

  override spend(_: QueuedMutation, { person }: Context): Later | undefined {
    const left = this.#left.get(person) ?? Infinity
    this.#left.set(person, left - 1)
    return left > 0 ? undefined : { later: 60_000, short: 'mutations' }
  }

  override wasPutOff({ person }: Context): boolean {
    return this.putOff.has(person)
  }

  expect(mutations: string[]): void {
    this.begin()
    const logged = this.logged(mutations)
    this.running = { after: this.head(), mutations: mutations.filter((id) => !logged.has(id)) }
  }
}

type Copy = Map<string, Record<string, SqlStorageValue>[]>

/** Local workerd has no point-in-time recovery, so a backup is a copy of the tables. */
const copyOf = (sql: SqlStorage): Copy => new Map(kept.map((table) => [table, sql.exec(`SELECT * FROM ${table}`).toArray()]))

const restore = (sql: SqlStorage, store: NetworkStore, copy: Copy): void => {
  for (const table of [...kept, ...derived]) sql.exec(`DELETE FROM ${table}`)
  sql.exec("INSERT INTO idea_words (idea_words) VALUES ('delete-all')")
  for (const [table, rows] of copy) {
    for (const row of rows) {
      const columns = Object.keys(row)
      sql.exec(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`, ...Object.values(row))
    }
  }
  store.begin()
  const ideas = sql.exec<{ id: string }>("SELECT id FROM entity WHERE kind = 'idea'").toArray()
  new IdeaIndex(sql, store.network).refresh(ideas.map(({ id }) => id))
}

const parsedRows = (reply: SyncReply<string>): SyncReply =>
  'rows' in reply ? { ...reply, rows: reply.rows.map((row) => JSON.parse(row) as Change) } : reply
const inOrder = (reply: SyncReply): SyncReply =>
  'rows' in reply ? { ...reply, rows: reply.rows.toSorted((one, other) => (one.kind + one.id < other.kind + other.id ? -1 : 1)) } : reply

const byText = (one: unknown, other: unknown): number => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)

/** Every table that both sides have, in words that compare. */
const stateOf = (world: World): unknown => {
  const { rows, log, replicas, failures, dead } = world.server.tables
  return {
    rows: [...rows.values()].map(({ seq, change }) => [`${change.kind} ${change.id}`, seq, change.value]).toSorted(byText),
    log: [...log.values()]
      .map(({ seq, id, witness, replica, cseq, status, code }) => [seq, id, witness, replica, cseq, status, code ?? null])
      .toSorted(([one], [other]) => Number(one) - Number(other)),
    replicas: [...replicas].map(([id, { cseq, last }]) => [id, cseq, last]).toSorted(byText),
    failures: [...failures].toSorted(byText),
    dead: dead.toSorted(byText),
  }
}
const stateIn = (sql: SqlStorage): unknown => {
  const all = (query: string): SqlStorageValue[][] => [...sql.exec(query).raw()]
  return {
    rows: all("SELECT kind || ' ' || id, seq, body FROM entity")
      .map(([key, seq, body]) => [key, seq, body === null ? null : (JSON.parse(body as string) as unknown)])
      .toSorted(byText),
    log: all('SELECT seq, mutation, witness, replica, cseq, status, code FROM log ORDER BY seq'),
    replicas: all("SELECT id || ' ' || person, cseq, last FROM replica").toSorted(byText),
    failures: all('SELECT mutation, count FROM failure').toSorted(byText),
    dead: all('SELECT mutation FROM dead_letter').flat().toSorted(byText),
  }
}

const replay = (storage: DurableObjectStorage, history: readonly Action[]): number => {
  let served = 0
  const serve: typeof server.serve = (store, request, context, witness) => {
    const marks: string[] = []
    object.allowed = new Map(world.server.left)
    object.putOff = new Set(world.server.putOff)
    const outcome = attempted(() =>
      server.serve(store, structuredClone(request), context, () => (marks.push(witness()), marks.at(-1) ?? '')),
    )
    object.expect(request.mutations.map(({ id }) => id))
    object.pageBytes = world.pageBytes
    expect(onObject(request, context, marks)).toEqual(
      'reply' in outcome ? inOrder(outcome.reply as SyncReply) : { fault: outcome.fault.mutation },
    )
    served += 1
    if ('fault' in outcome) throw outcome.fault
    return outcome.reply
  }
  const onObject = (request: SyncRequest, context: Parameters<typeof server.serve>[2], marks: string[]): unknown => {
    const outcome = attempted(() => {
      return inTransaction(storage, object, () => {
        let next = 0
        return server.serve(object, structuredClone(request), context, () => marks[next++] ?? 'none')
      })
    })
    if ('reply' in outcome) return inOrder(parsedRows(outcome.reply))
    object.countFailure(outcome.fault.mutation)
    return { fault: outcome.fault.mutation }
  }
  const world = new World({ client, server: { ...server, serve } }, 3)
  const object = new FaultyStore(storage, world.faults)
  const [run, copies] = [new Run(world), [] as Copy[]]
  for (const action of history) {
    run.do(action)
    if (action.does === 'snapshot') copies.push(copyOf(storage.sql))
    const copy = action.does === 'restore' ? copies[action.which % copies.length] : undefined
    if (copy) restore(storage.sql, object, copy)
    expect(stateIn(storage.sql)).toEqual(stateOf(world))
  }
  return served
}

const attempted = <Reply>(work: () => Reply): { reply: Reply } | { fault: server.MutationFault } => {
  try {
    return { reply: work() }
  } catch (error) {
    if (error instanceof server.MutationFault) return { fault: error }
    throw error
  }
}

test(
  `[S15] ${histories} histories replayed on the Durable Object's SQLite leave it as the pure engine says, after every step, restores and faults included`,
  { timeout: 300_000 },
  async () => {
    const generated = [true, false].flatMap((limits) =>
      fc.sample(actionsOf({ name: '', collects: false, limits }, 40), { numRuns: limits ? 60 : histories - 60, seed: 20261125 }),
    )
    let served = 0
    for (const [number, history] of generated.entries()) {
      served += await runInDurableObject(env.NETWORKS.get(env.NETWORKS.idFromName(`history ${number}`)), (_, state) =>
        replay(state.storage, history),
      )
    }
    expect(served).toBeGreaterThan(histories)
  },
)
