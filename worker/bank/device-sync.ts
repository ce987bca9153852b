import * as v from 'valibot'
import { type SyncReply, type SyncRequest, syncRequestSchema } from '../../shared/sync/protocol.ts'
import { serve } from '../../shared/sync/server-engine.ts'
import { type Actor, contextOf, notOfForm, type ObjectReply, parsed, replyText, settingsIn } from './answers.ts'
import { CommitGroup } from './commit-group.ts'
import { upsertMember } from './newcomers.ts'
import { countOutcomes } from './outcomes.ts'
import { SealedCursors } from './sealed-cursor.ts'
import type { NetworkStore } from './storage/store.ts'

/** Runs a request's work, all of it or nothing, with what makes witnesses and the number of the log's last entry before it. */
type Transact = (work: (witness: () => string, before: number) => string) => ObjectReply<never>

/** The syncs of one network's devices: mutations, then a page of the feed with their acknowledgements. */
export class DeviceSync {
  readonly #sql: SqlStorage
  readonly #store: NetworkStore
  readonly #transact: Transact
  readonly #cursors: SealedCursors
  readonly #group = new CommitGroup()

  constructor(sql: SqlStorage, store: NetworkStore, transact: Transact) {
    this.#sql = sql
    this.#store = store
    this.#transact = transact
    this.#cursors = new SealedCursors(sql)
  }

  /** `text` is a SyncRequest as JSON; 400 where it is none. `beside` writes something that goes with it. */
  async answer(text: string, actor: Actor, beside?: () => void): Promise<ObjectReply<SyncReply>> {
    const request = v.safeParse(syncRequestSchema, parsed(text))
    if (!request.success) return notOfForm(request.issues[0])
    const { cursor, mutations } = request.output
    const asked = await this.#cursors.inRequest(request.output, actor.role)
    const run = () => (beside?.(), this.#run(asked, actor))
    // Whoever only reads writes nothing, and waits for nobody.
    const weight = mutations.length + (beside ? 1 : 0)
    const { answered, reply, share } = weight === 0 ? run() : await this.#group.run(weight, run)
    if (answered.status !== 200 || !reply) return answered
    return { ...answered, body: replyText(await this.#cursors.inReply(reply, cursor), share) }
  }

  #run(asked: SyncRequest, actor: Actor): { answered: ObjectReply<never>; reply: SyncReply<string> | undefined; share: number } {
    let settings: ObjectReply<unknown>['settings']
    let reply: SyncReply<string> | undefined
    let [share, head] = [0, 0]
    const answered = this.#transact((witness, before) => {
      head = before
      reply = serve(this.#store.foresee(asked.mutations), asked, contextOf(actor), witness)
      upsertMember(this.#sql, this.#store, actor, witness)
      if ('acks' in reply) settings = settingsIn(asked.mutations, reply.acks, before, actor)
      share = this.#store.allowance.usedShare(actor.id, actor.role, Date.now())
      return ''
    })
    if (answered.status === 200 && reply && 'acks' in reply) countOutcomes(asked.mutations, reply.acks, head)
    return { answered: settings ? { ...answered, settings } : answered, reply, share }
  }
}
