import type { AskedService } from '../../../shared/lookups/assertion.ts'
import { decide, isRefusal } from '../../../shared/mutations/engine/mutation.ts'
import { guard } from '../../../shared/mutations/engine/phi-guard.ts'
import { recordLookup } from '../../../shared/mutations/record-lookup.ts'
import { apply } from '../../../shared/sync/server-engine.ts'
import { askingOf } from '../../lookups/asking.ts'
import type { NetworkStore } from '../storage/store.ts'
import { lookUpSome } from './look-up-some.ts'
import { outcomeFor } from './lookup-outcome.ts'

/** In milliseconds: the pause between two parts of the work, and how long a new clip may wait. */
const pause = 500

/** The look-ups of one network's object, off unless its admins switched them on and the operator says who asks. */
export class NetworkLookups {
  readonly #storage: DurableObjectStorage
  readonly #store: NetworkStore
  readonly #env: Env
  readonly #transact: (work: (witness: () => string) => string) => unknown
  #running = false

  /** @param transact runs work in one transaction, and tells who watches. */
  constructor(
    storage: DurableObjectStorage,
    store: NetworkStore,
    env: Env,
    transact: (work: (witness: () => string) => string) => unknown,
  ) {
    this.#storage = storage
    this.#store = store
    this.#env = env
    this.#transact = transact
  }

  /** Services that are asked; none while look-ups are off. */
  #services(): readonly AskedService[] {
    const setting = this.#store.network.framework().lookups
    return setting?.on && askingOf(this.#env) ? setting.services : []
  }

  /** When a clip or a setting has come: by when to begin; `null` where nothing is asked. */
  soon(now: number): number | null {
    return this.#services().length > 0 ? now + pause : null
  }

  /** One part of the work; when to come again, `null` where nothing is asked. */
  async run(): Promise<number | null> {
    this.#store.begin()
    const [services, asking] = [this.#services(), askingOf(this.#env)]
    if (services.length === 0 || !asking || this.#running) return null
    this.#running = true
    try {
      const next = await lookUpSome({
        sql: this.#storage.sql,
        asking,
        services,
        reserve: (service) => this.#env.LOOKUP_GATE.getByName(service).reserve(service, Boolean(service === 'pubmed' && asking.ncbiKey)),
        record: (clip, { answers }) => this.#record(clip, answers),
        now: () => Date.now(),
      })
      return next === undefined ? null : Math.max(next, Date.now() + pause)
    } finally {
      this.#running = false
    }
  }

  #record(clip: string, answers: Parameters<typeof outcomeFor>[1]): void {
    this.#transact((witness) => {
      const item = this.#store.network.evidence(clip)
      if (!item) return ''
      const [said, at] = [outcomeFor(item, answers), Date.now()]
      // Texts that the patient guard stops are left at the service.
      const { citation: _, by: __, differs: ___, ...bare } = said
      const args = guard(said) ? bare : said
      const context = { person: '', role: 'admin', site: '', at, system: true } as const
      const decision = decide(recordLookup, this.#store.network, args, context)
      // What is as it was is no entry of the log.
      if (isRefusal(decision) || decision.length === 0) return ''
      apply(this.#store, { id: crypto.randomUUID(), name: 'recordLookup', args, cseq: 0, at }, '', context, witness)
      return ''
    })
  }
}
