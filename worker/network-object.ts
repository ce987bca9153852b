import { DurableObject } from 'cloudflare:workers'
import * as v from 'valibot'
import type { PendingWork } from '../shared/access.ts'
import type { DigestReply, Personal } from '../shared/answers.ts'
import type { DeadLettersReply, FrameworkReply, IdeaPage, IdeasReply, Matrix } from '../shared/bank.ts'
import type { BoardReply, DecisionsReply } from '../shared/board.ts'
import type { Context } from '../shared/mutation.ts'
import type { ExportedIdea } from '../shared/idea-export.ts'
import type { Change, Evidence, Person } from '../shared/network.ts'
import type { NewsItem } from '../shared/news.ts'
import { type Asked, type Hint, mutateRequestSchema, protocol, type SyncReply, syncRequestSchema } from '../shared/protocol.ts'
import { type LessonReply, type ReportsReply, widely } from '../shared/reports.ts'
import { apply, MutationFault, serve } from '../shared/sync-server.ts'
import { deadLetters, type IdeasQuery, ideas, matrix, settingsHistory } from './bank-queries.ts'
import { clipsPage, type ExportedClips, type ExportPage, ideasPage } from './export-queries.ts'
import { board, decisions } from './board-queries.ts'
import { ideaPage } from './idea-page.ts'
import { migrate } from './network-schema.ts'
import { digest, keepPersonal, newsOf, personal } from './news-queries.ts'
import { NetworkStore } from './network-store.ts'
import { pendingWork } from './pending-work.ts'
import { isStale, reindexSome } from './reindex.ts'
import { lesson, reports } from './report-queries.ts'
import { purgeMarkers } from './retention.ts'
import { inTransaction } from './transaction.ts'

/** An answer as the API passes it on: JSON text is made once, here. */
export interface Answer {
  status: number
  body: string
}

/** Who acts, as the directory knows them. */
export type Actor = Person

const answer = (status: number, body: unknown): Answer => ({ status, body: JSON.stringify(body) })
const malformed = (message: string): Answer => answer(400, { error: 'malformed', message })
const day = 24 * 60 * 60 * 1000
/** Between two parts of background work, so that requests come in between. */
const soon = 200
const keysOf = (list: readonly { key: string }[]): string[] => list.map(({ key }) => key)
const newWitness = (): string => crypto.getRandomValues(new Uint8Array(8)).toHex()

/** One network's bank: its entities, log, counts, search and watchers. No other network's data is in reach of it. */
export class NetworkObject extends DurableObject<Env> {
  readonly #store: NetworkStore

  constructor(state: DurableObjectState, env: Env) {
    super(state, env)
    migrate(state.storage)
    this.#store = new NetworkStore(state.storage)
    // One alarm for whatever grows old. Kept by the platform; set again in case it was lost.
    void state.blockConcurrencyWhile(async () => {
      if (isStale(state.storage.sql)) await state.storage.setAlarm(Date.now() + soon)
      else if ((await state.storage.getAlarm()) === null) await state.storage.setAlarm(Date.now() + day)
    })
    state.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'))
  }

  /** One round trip of a device: its mutations, then a page of the feed with their acknowledgements. */
  sync(text: string, actor: Actor): Answer {
    const request = v.safeParse(syncRequestSchema, parsed(text))
    if (!request.success) return malformed(describe(request.issues[0]))
    return this.#transact((witness) => {
      this.#welcome(actor, witness)
      return replyText(serve(this.#store, request.output, contextOf(actor), witness))
    })
  }

  /** Mutations from the dashboard: each decided at once, in order, and answered. */
  mutate(text: string, actor: Actor): Answer {
    const request = v.safeParse(mutateRequestSchema, parsed(text))
    if (!request.success) return malformed(describe(request.issues[0]))
    return this.#transact((witness) => {
      this.#welcome(actor, witness)
      const results = request.output.mutations.map((asked) =>
        apply(this.#store, { ...asked, args: asked.args, cseq: 0, at: Date.now() }, '', contextOf(actor), witness),
      )
      return JSON.stringify({ results })
    })
  }

  /** Runs steps of a story in the past, on a developer's machine only; throws at the first refusal. */
  replay(steps: { asked: Asked; context: Context }[], people: Person[]): void {
    this.#transact((witness) => {
      for (const person of people) this.#welcome(person, witness)
      for (const { asked, context } of steps) {
        const ack = apply(this.#store, asked, '', context, witness)
        if (ack.status === 'refused') throw new Error(`${asked.name}: ${ack.message}`)
      }
      return '{}'
    })
  }

  override async alarm(): Promise<void> {
    this.ctx.storage.transactionSync(() => purgeMarkers(this.ctx.storage.sql, Date.now()))
    this.#store.begin()
    const more = this.ctx.storage.transactionSync(() => reindexSome(this.ctx.storage.sql, this.#store))
    await this.ctx.storage.setAlarm(Date.now() + (more ? soon : day))
  }

  matrix(): Matrix {
    return matrix(this.ctx.storage.sql, Date.now())
  }

  board(pathway: string): BoardReply | null {
    this.#store.begin()
    return board(this.ctx.storage.sql, this.#store, pathway)
  }

  decisions(): DecisionsReply {
    this.#store.begin()
    return decisions(this.ctx.storage.sql, this.#store, Date.now())
  }

  ideas(query: IdeasQuery): IdeasReply {
    return ideas(this.ctx.storage.sql, query)
  }

  exportIdeas(query: IdeasQuery, after: string | null): ExportPage<ExportedIdea> {
    return ideasPage(this.ctx.storage.sql, query, after)
  }

  exportClips(which: ExportedClips, after: string | null): ExportPage<Evidence> {
    return clipsPage(this.ctx.storage.sql, which, after)
  }

  hasIdea(id: string): boolean {
    this.#store.begin()
    return this.#store.network.idea(id) !== undefined
  }

  ideaPage(id: string, actor: Actor): IdeaPage | null {
    this.#store.begin()
    return ideaPage(this.ctx.storage.sql, this.#store, id, contextOf(actor))
  }

  deadLetters(): Answer {
    const reply: DeadLettersReply = { letters: deadLetters(this.ctx.storage.sql) }
    return answer(200, reply)
  }

  framework(): FrameworkReply {
    this.#store.begin()
    return { framework: this.#store.network.framework(), people: this.#store.all('person') }
  }

  news(person: string, since = 0): NewsItem[] {
    return newsOf(this.ctx.storage.sql, person, since)
  }

  digest(from: number, to: number): DigestReply {
    return digest(this.ctx.storage.sql, from, to)
  }

  reports(): ReportsReply {
    this.#store.begin()
    const { sites, phases } = this.#store.network.framework()
    return reports(this.ctx.storage.sql, keysOf(sites), widely(keysOf(phases)), Date.now())
  }

  settingsHistory(): Answer {
    return answer(200, { history: settingsHistory(this.ctx.storage.sql) })
  }

  lesson(): LessonReply {
    return lesson(this.ctx.storage.sql, Date.now())
  }

  personal(person: string): Personal[] {
    return personal(this.ctx.storage.sql, person)
  }

  /** `false`: this person keeps too much already. */
  keepPersonal(person: string, name: string, value: string): boolean {
    return keepPersonal(this.ctx.storage.sql, person, name, value, Date.now())
  }

  /** A watcher: told when something is new, over a socket that survives the object's sleep. */
  override fetch(request: Request): Response {
    const pair = new WebSocketPair()
    this.ctx.acceptWebSocket(pair[1], [
      `person:${request.headers.get('x-person') ?? ''}`,
      `session:${request.headers.get('x-session') ?? ''}`,
    ])
    return new Response(null, { status: 101, webSocket: pair[0] })
  }

  /** Ends the sockets with this tag, `person:` or `session:`, of somebody who was cut off. */
  hangUp(tag: string): void {
    for (const socket of this.ctx.getWebSockets(tag)) socket.close(4403, 'Signed out')
  }

  /** Takes a member's name, role and site from the directory before they come by themselves. */
  meet(actor: Actor): void {
    this.#transact((witness) => {
      this.#welcome(actor, witness)
      return '{}'
    })
  }

  /** What waits for a member who is about to go. */
  pendingWork(person: string): PendingWork {
    return pendingWork(this.ctx.storage.sql, person)
  }

  override webSocketClose(socket: WebSocket): void {
    socket.close()
  }

  /** Everything or nothing: on a fault of our own nothing of the request stays, and the mutation's failures are counted apart. */
  #transact(work: (witness: () => string) => string): Answer {
    this.#store.begin()
    const before = this.#store.head()
    try {
      const body = inTransaction(this.ctx.storage, this.#store, () => work(newWitness))
      if (this.#store.head() > before) this.#tellWatchers()
      if (this.#store.frameworkChanged) void this.ctx.storage.setAlarm(Date.now() + soon)
      return { status: 200, body }
    } catch (error) {
      if (!(error instanceof MutationFault)) throw error
      this.#store.countFailure(error.mutation)
      console.error(`A mutation made the server fail: ${error.mutation}`)
      return answer(503, {
        error: 'fault',
        message: 'The server failed on one of the entries. It is tried again, then set aside; nothing is lost.',
      })
    }
  }

  /** A member whom the bank does not know as they now are becomes a change of its own, with a log row like every number. */
  #welcome(actor: Actor, witness: () => string): void {
    const known = this.#store.person(actor.id)
    if (known && known.name === actor.name && known.role === actor.role && known.site === actor.site) return
    const seq = this.#store.head() + 1
    const change: Change = { kind: 'person', id: actor.id, value: { id: actor.id, name: actor.name, role: actor.role, site: actor.site } }
    this.#store.write([change], seq)
    this.#store.append({
      id: crypto.randomUUID(),
      seq,
      status: 'ok',
      witness: witness(),
      replica: '',
      cseq: 0,
      name: 'welcome',
      args: null,
      context: contextOf(actor),
    })
  }

  #tellWatchers(): void {
    const hint: Hint = { p: protocol, head: this.#store.head(), ideas: [...this.#store.touched].slice(0, 100) }
    const text = JSON.stringify(hint)
    for (const socket of this.ctx.getWebSockets()) socket.send(text)
  }
}

/** The rows are text already; only what stands around them is made here. */
const replyText = (reply: SyncReply<string>): string => {
  if ('control' in reply) return JSON.stringify(reply)
  const { rows, ...around } = reply
  return `${JSON.stringify(around).slice(0, -1)},"rows":[${rows.join(',')}]}`
}

const contextOf = (actor: Actor): Context => ({ person: actor.id, role: actor.role, site: actor.site, at: Date.now() })

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: the schema then says so in words.
    return undefined
  }
}

const describe = (issue: v.BaseIssue<unknown>): string =>
  `The request is not of the expected form: ${v.getDotPath(issue) ?? 'body'}: ${issue.message}`
