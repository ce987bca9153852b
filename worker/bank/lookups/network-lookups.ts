import { RpcTarget } from 'cloudflare:workers'
import type { AskedReply, ListedClipsReply, LookupsReply } from '../../../shared/api/lookups.ts'
import type { AskedService } from '../../../shared/lookups/assertion.ts'
import { decide, isRefusal } from '../../../shared/mutations/engine/mutation.ts'
import { recordLookup } from '../../../shared/mutations/record-lookup.ts'
import { apply } from '../../../shared/sync/server-engine.ts'
import { askingOf } from '../../lookups/asking.ts'
import type { Asking } from '../../lookups/services.ts'
import type { NetworkStore } from '../storage/store.ts'
import { lookUpSome, silentOf } from './look-up-some.ts'
import { type Answers, itemOf, watched } from './lookup-items.ts'
import { listedClips } from './listed-clips.ts'
import { guardedOutcome, outcomeFor } from './lookup-outcome.ts'
import { serviceStates } from './service-state.ts'

/** In milliseconds: the pause between two parts of the work, and how long a new clip may wait. */
const pause = 500

export type Transact = (work: (witness: () => string) => string) => unknown

/** The object's alarm (bank/alarm-clock.ts): rings at that time or before, in milliseconds since 1970. */
interface AlarmClock {
  by: (at: number | null) => void
}

/** What members see of their network's look-ups. */
export class LookupDesk extends RpcTarget {
  readonly #sql: SqlStorage
  readonly #asked: () => { services: readonly AskedService[]; asking: Asking | undefined }

  /** @param asked who is asked now, and in whose name; nobody while look-ups are off. */
  constructor(sql: SqlStorage, asked: () => { services: readonly AskedService[]; asking: Asking | undefined }) {
    super()
    this.#sql = sql
    this.#asked = asked
  }

  /** How each service does, and what is watched. */
  state(): LookupsReply {
    const now = Date.now()
    return { allowed: this.#asked().asking !== undefined, services: serviceStates(this.#sql, now), ...watched(this.#sql, now) }
  }

  /** Identifiers of the network's clips, for whoever looks them up in a list of their own. */
  clips(after: number): ListedClipsReply {
    return listedClips(this.#sql, after)
  }

  /** Who was asked about the item of a clip, when, and who has not answered; `null` where nobody was. */
  asked(clip: string): AskedReply | null {
    const [known, { services, asking }] = [itemOf(this.#sql, clip), this.#asked()]
    return known
      ? {
          next: known.due,
          silent: asking ? silentOf(known, services, asking, Date.now()) : [],
          services: Object.entries(known.answers).map(([service, { at, record }]) => ({
            service: service as AskedService,
            at,
            knows: record !== null,
          })),
        }
      : null
  }
}

/** Keeps with a clip what was answered about its item, as an entry of the log where something of it is new. */
export const recordAnswers = (store: NetworkStore, transact: Transact, clip: string, answers: Answers): void => {
  transact((witness) => {
    const item = store.network.evidence(clip)
    if (!item) return ''
    const [args, at] = [guardedOutcome(outcomeFor(item, answers)), Date.now()]
    const context = { person: '', role: 'admin', site: '', at, system: true } as const
    const decision = decide(recordLookup, store.network, args, context)
    // What is as it was is no entry of the log.
    if (isRefusal(decision) || decision.length === 0) return ''
    apply(store, { id: crypto.randomUUID(), name: 'recordLookup', args, cseq: 0, at }, '', context, witness)
    return ''
  })
}

/** The look-ups of one network's object, off unless its admins switched them on and the operator says who asks. */
export class NetworkLookups {
  readonly #storage: DurableObjectStorage
  readonly #store: NetworkStore
  readonly #clock: AlarmClock
  readonly #env: Env
  readonly #transact: Transact
  #running: Promise<void> | undefined
  readonly desk: LookupDesk

  /** @param transact runs work in one transaction, and tells who watches. */
  constructor(storage: DurableObjectStorage, store: NetworkStore, clock: AlarmClock, env: Env, transact: Transact) {
    this.#storage = storage
    this.#store = store
    this.#clock = clock
    this.#env = env
    this.#transact = transact
    this.desk = new LookupDesk(storage.sql, () => {
      store.begin()
      return { services: this.#services(), asking: askingOf(env) }
    })
  }

  /** Services that are asked; none while look-ups are off. */
  #services(): readonly AskedService[] {
    const setting = this.#store.network.framework().lookups
    return setting?.on && askingOf(this.#env) ? setting.services : []
  }

  /** Something was written to the log: a clip that came is looked up soon. */
  heard(now: number): void {
    if (this.#services().length > 0) this.#clock.by(now + pause)
  }

  /** One part of the work, one at a time; then the alarm is set for the next. */
  async run(): Promise<void> {
    this.#running ??= this.#run().finally(() => (this.#running = undefined))
    await this.#running
  }

  async #run(): Promise<void> {
    this.#store.begin()
    const [services, asking] = [this.#services(), askingOf(this.#env)]
    if (services.length === 0 || !asking) return
    const next = await lookUpSome({
      sql: this.#storage.sql,
      asking,
      services,
      reserve: (service) => this.#env.LOOKUP_GATE.getByName(service).reserve(service, Boolean(service === 'pubmed' && asking.ncbiKey)),
      record: (clip, { answers }) => recordAnswers(this.#store, this.#transact, clip, answers),
      now: () => Date.now(),
    })
    if (next !== undefined) this.#clock.by(Math.max(next, Date.now() + pause))
  }
}
