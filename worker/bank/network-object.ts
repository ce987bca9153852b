import * as v from 'valibot'
import type { FurtherPart, FurtherParts, IdeaPage, IdeasReply } from '../../shared/api/bank.ts'
import type { BoardReply, CountsReply, DecisionsReply } from '../../shared/api/board.ts'
import type { EvidenceReply } from '../../shared/api/evidence.ts'
import type { Viewer } from '../../shared/rules/visibility.ts'
import type { Later } from '../../shared/sync/member-limits.ts'
import type { Evidence, Person } from '../../shared/domain/entities.ts'
import { type Ack, type MutateReply, mutateRequestSchema, type SyncReply } from '../../shared/sync/protocol.ts'
import { applyWithin, MutationFault } from '../../shared/sync/server-engine.ts'
import { ArchiveDesk } from './archive/archive-desk.ts'
import { counts } from './queries/count-queries.ts'
import { busy, changedSince, comesTooLate } from './admission.ts'
import { AlarmClock, day, soon } from './alarm-clock.ts'
import { DeviceSync } from './device-sync.ts'
import { ideas } from './queries/bank-queries.ts'
import type { IdeasQuery } from './queries/list-numbers.ts'
import { workOn } from './storage/daily-work.ts'
import { clipsPage, type ExportedClips, ideasPage } from './queries/export-queries.ts'
import { board, decisions } from './queries/board-queries.ts'
import { type ClipsQuery, papersOf } from './queries/clip-queries.ts'
import { furtherParts, ideaPage, partOf, type PartQuery } from './queries/idea-page.ts'
import { TokenCache, type CachedToken } from './token-cache.ts'
import { examine, isFound } from './storage/integrity.ts'
import { migrate } from './storage/schema.ts'
import { syncMember, upsertMember, upsertWaitingMembers } from './newcomers.ts'
import { keepPersonal } from './queries/news-queries.ts'
import type { Actor, ObjectReply, SeenIdea } from './answers.ts'
import { contextOf, faulted, notOfForm, parsed, settingsIn, shortened } from './answers.ts'
import { NetworkStore } from './storage/store.ts'
import type { OwnKind } from '../../shared/archive/own-archive.ts'
import { ownRows } from './queries/own-rows.ts'
import { pendingWork } from './queries/pending-work.ts'
import type { Page } from './rows/read-page.ts'
import { type PastStep, replay } from './replay.ts'
import { ReadingObject } from './reading-object.ts'
import { isStale } from './storage/reindex.ts'
import { lesson, reports } from './queries/report-queries.ts'
import { inTransaction, newWitness } from './storage/transaction.ts'
import { LiveSockets } from './sockets.ts'
import type { HookDesk } from './webhooks/hook-desk.ts'
import { noteHarm } from './harmed-banks.ts'
import { endHarmed } from './recoveries.ts'
import { LaterWork } from './later-work.ts'
import { countOutcomes } from './outcomes.ts'
import { count, sendTo } from '../telemetry/counts.ts'
import { kindOf, log } from '../telemetry/log.ts'

/** One network's bank: its entities, log, counts, search and watchers. No other network's data is in reach of it. */
export class NetworkObject extends ReadingObject {
  // None of them where the bank is harmed: it ends before anything can be asked of it.
  readonly #store!: NetworkStore
  readonly #tokens!: TokenCache
  readonly #watchers!: LiveSockets
  readonly #syncs!: DeviceSync
  readonly #clock!: AlarmClock
  readonly #later!: LaterWork

  constructor(state: DurableObjectState, env: Env) {
    super(state, env)
    sendTo(env.ANALYTICS)
    try {
      migrate(state.storage)
      examine(state.storage)
    } catch (harm) {
      // What SQLite itself cannot read ends the object before it could ask anybody.
      if (!isFound(harm)) throw harm
      void state.blockConcurrencyWhile(() => endHarmed(env, state, harm))
      return
    }
    this.#store = new NetworkStore(state.storage, Number(env.MEMBER_LIMITS) || 1)
    this.#tokens = new TokenCache(state.storage.sql)
    this.#watchers = new LiveSockets(state)
    this.#syncs = new DeviceSync(state.storage.sql, this.#store, (work) => this.#transact(work))
    this.#clock = new AlarmClock(state, Date.now() + (isStale(state.storage.sql) ? soon : day), Date.now())
    this.#later = new LaterWork(state.storage, this.#store, this.#clock, env, (work) => this.#transact(work))
  }

  /** A device's sync by the token cache; `null` if the token is not in it, and the directory has to be asked. */
  async syncKnown(text: string, hash: string, slug: string, receivedAt: number): Promise<ObjectReply<SyncReply> | null> {
    if (comesTooLate(receivedAt, Date.now())) return busy()
    const known = this.#tokens.find(hash, slug, Date.now())
    if (!known) return null
    const { person: id, name, role, site } = known
    return this.sync(text, { id, name, role, site }, receivedAt)
  }

  /** One round trip of a device: its mutations, then a page of the feed with their acknowledgements. `vouched` (what the directory confirmed of the token) goes into the token cache for the next one. */
  async sync(text: string, actor: Actor, receivedAt: number, vouched?: CachedToken): Promise<ObjectReply<SyncReply>> {
    if (comesTooLate(receivedAt, Date.now())) return busy()
    return this.#syncs.answer(text, actor, vouched && (() => this.#tokens.add(vouched, Date.now())))
  }

  /** Mutations from the dashboard or a program: each decided at once, in order, and answered. None of them where an idea is no longer as it was `seen`. */
  mutate(text: string, actor: Actor, receivedAt: number, seen?: SeenIdea): ObjectReply<MutateReply> {
    if (comesTooLate(receivedAt, Date.now())) return busy()
    const request = v.safeParse(mutateRequestSchema, parsed(text))
    if (!request.success) return notOfForm(request.issues[0])
    const ids = request.output.mutations.map(({ id }) => id)
    // What has run already is answered as it was, whatever became of the idea.
    if (seen && this.part({ of: 'idea', id: seen.idea }, actor)?.rows[0] !== seen.text && this.#store.logged(ids).size < ids.length)
      return changedSince()
    let settings: ObjectReply<unknown>['settings']
    let [results, head]: [Ack[], number] = [[], 0]
    const answered = this.#transact((witness, before) => {
      head = before
      const asked = request.output.mutations.map((one) => ({ ...one, args: one.args, cseq: 0, at: Date.now() }))
      results = applyWithin(this.#store.foresee(asked), asked, contextOf(actor), witness)
      upsertMember(this.ctx.storage.sql, this.#store, actor, witness)
      settings = settingsIn(request.output.mutations, results, before, actor)
      return JSON.stringify({ results: shortened(results) } satisfies MutateReply)
    })
    if (answered.status === 200) countOutcomes(request.output.mutations, results, head)
    return settings ? { ...answered, settings } : answered
  }

  /** Runs steps of a story in the past, on a developer's machine only; throws at the first refusal. */
  replay(steps: PastStep[], people: Person[]): void {
    this.#transact((witness) => replay(this.ctx.storage.sql, this.#store, steps, people, witness))
  }

  override async alarm(): Promise<void> {
    this.#clock.rang()
    const more = await workOn(this.ctx, this.#store, () => noteHarm(this.env.DIRECTORY, this.ctx.id.toString(), Date.now()))
    if (!more) this.#transact((witness) => (upsertWaitingMembers(this.ctx.storage.sql, this.#store, witness, Date.now()), ''))
    this.#clock.by(Date.now() + (more ? soon : day))
    await this.#later.run()
  }

  /** Webhooks as its admins see and set them. */
  webhooks(): HookDesk {
    return this.#later.hooks
  }

  lookups() {
    return this.#later.lookups
  }

  newEvidence() {
    return this.#later.newEvidence
  }

  /** The whole bank, as it leaves and as it comes. */
  archive(): ArchiveDesk {
    return new ArchiveDesk(this.ctx.storage, this.#store)
  }

  board(pathway: string, reader: Viewer): BoardReply | null {
    return board(this.ctx.storage.sql, this.#store.begin(), pathway, reader)
  }

  counts(reader: Viewer): CountsReply {
    return counts(this.ctx.storage.sql, this.#store.begin(), reader)
  }

  decisions(reader: Viewer): DecisionsReply {
    return decisions(this.ctx.storage.sql, this.#store.begin(), Date.now(), reader)
  }

  ideas(query: IdeasQuery, actor: Actor): IdeasReply {
    return ideas(this.ctx.storage.sql, query, contextOf(actor))
  }

  exportIdeas(query: IdeasQuery, after: string | null, actor: Actor) {
    return ideasPage(this.ctx.storage.sql, query, after, contextOf(actor))
  }

  exportClips(which: ExportedClips, after: string | null, actor: Actor): Page<Evidence> {
    return clipsPage(this.ctx.storage.sql, which, after, contextOf(actor))
  }

  /** One part of an idea, or one clip, a page at a time, each row as JSON text; `null` if there is no such thing. */
  part(which: PartQuery, actor: Actor): Page<string> | null {
    return partOf(this.ctx.storage.sql, this.#store.begin(), which, contextOf(actor))
  }

  ideaPage(id: string, actor: Actor): IdeaPage | null {
    return ideaPage(this.ctx.storage.sql, this.#store.begin(), id, contextOf(actor))
  }

  furtherParts(which: { id: string; of: FurtherPart; after: string }, actor: Actor): FurtherParts | null {
    return furtherParts(this.ctx.storage.sql, this.#store.begin(), which, contextOf(actor))
  }

  framework() {
    return this.#store.begin().network.framework()
  }

  reports(days: Parameters<typeof reports>[2], reader: Viewer): ReturnType<typeof reports> {
    return reports(this.ctx.storage.sql, this.#store.begin().network.framework(), days, Date.now(), reader)
  }

  papers(query: ClipsQuery, actor: Actor): EvidenceReply {
    return papersOf(this.ctx.storage.sql, this.#store.begin().network, query, contextOf(actor))
  }

  lesson(reader: Viewer): ReturnType<typeof lesson> {
    return lesson(this.ctx.storage.sql, Date.now(), reader)
  }

  /** `false`: this person keeps too much already. */
  keepPersonal(person: string, name: string, value: string): boolean {
    return keepPersonal(this.ctx.storage.sql, person, name, value, Date.now())
  }

  /** Opens the socket of a page that watches: it receives change hints. 429 if its session has too many. */
  override fetch(request: Request): Response {
    return this.#watchers.accept(request, Date.now())
  }

  /** Takes one export or invitation from this member's rate limit, or says when there will be one. */
  take(bucket: 'exports' | 'invitations', { id, role }: Actor): Later | null {
    return this.#store.begin().allowance.take(id, role, bucket, Date.now())
  }

  /** How much of their share of this network's storage a member has used, from 0 to 1. */
  usedShare({ id, role }: Actor): number {
    return this.#store.begin().allowance.usedShare(id, role, Date.now())
  }

  /** Removes this person's tokens from the token cache, and caches none of them for a minute. */
  invalidateTokens(person: string): void {
    this.#tokens.invalidate(person, Date.now())
  }

  closeSockets(tag: string): void {
    this.#watchers.close(tag)
  }

  /** Takes a member's name, role and site from the directory before they come by themselves. */
  syncMember(actor: Actor): void {
    this.#transact((witness) => (syncMember(this.ctx.storage.sql, this.#store, actor, witness), '{}'))
  }

  /** What waits for a member who is about to go. */
  pendingWork(person: string) {
    return pendingWork(this.ctx.storage.sql, person)
  }

  erasePersonal(person: string): void {
    this.ctx.storage.sql.exec('DELETE FROM personal WHERE person = ?', person)
  }

  /** What this bank holds of one person, one kind and one page at a time, each row as JSON text. */
  ownRows(person: string, kind: OwnKind, after: string | null): Page<string> {
    return ownRows(this.ctx.storage.sql, person, kind, after)
  }

  override webSocketClose(socket: WebSocket): void {
    this.#watchers.left(socket)
  }

  override webSocketError(socket: WebSocket): void {
    this.#watchers.left(socket)
  }

  /** All or nothing: if our own code fails, nothing of the request stays, and the failure is counted in a transaction of its own. */
  #transact(work: (witness: () => string, before: number) => string): ObjectReply<never> {
    let before = 0
    try {
      const body = inTransaction(this.ctx.storage, this.#store, () => work(newWitness, (before = this.#store.head())))
      if (this.#store.head() > before) {
        this.#watchers.tell(this.#store.head(), this.#store.touched, Date.now())
        this.#later.heard(Date.now())
      }
      if (this.#store.leavesWork) this.#clock.by(Date.now() + soon)
      return { status: 200, body }
    } catch (error) {
      if (!(error instanceof MutationFault)) throw error
      this.#store.countFailure(error.mutation)
      count('gleaner_faults_total', { kind: kindOf(error) })
      log('error', 'mutation-fault', { mutation: error.mutation })
      return faulted()
    }
  }
}
