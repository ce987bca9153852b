import type { AlarmClock } from './alarm-clock.ts'
import type { EvidenceDesk } from './lookups/evidence-desk.ts'
import { EvidenceSearches } from './lookups/evidence-searches.ts'
import { type LookupDesk, NetworkLookups, type Transact } from './lookups/network-lookups.ts'
import type { NetworkStore } from './storage/store.ts'
import type { HookDesk } from './webhooks/hook-desk.ts'
import { Webhooks } from './webhooks/webhooks.ts'

/** What an object does outside requests and over the network, each by its own alarm: webhooks, look-ups and the searches of ideas. */
export class LaterWork {
  readonly #webhooks: Webhooks
  readonly #lookups: NetworkLookups
  readonly #searches: EvidenceSearches

  /** @param transact runs work in one transaction, and tells who watches. */
  constructor(storage: DurableObjectStorage, store: NetworkStore, clock: AlarmClock, env: Env, transact: Transact) {
    this.#webhooks = new Webhooks(storage, store, clock, env)
    this.#lookups = new NetworkLookups(storage, store, clock, env, transact)
    this.#searches = new EvidenceSearches(storage.sql, store, clock, env)
  }

  /** Something was written to the log. */
  heard(now: number): void {
    this.#webhooks.heard(now)
    this.#lookups.heard(now)
    this.#searches.heard(now)
  }

  /** What the alarm does. */
  async run(): Promise<void> {
    // One after the other: both ask the same services.
    await Promise.all([this.#webhooks.run(), this.#lookups.run().then(() => this.#searches.run())])
  }

  get hooks(): HookDesk {
    return this.#webhooks.desk
  }

  get newEvidence(): EvidenceDesk {
    return this.#searches.desk
  }

  get lookups(): LookupDesk {
    return this.#lookups.desk
  }
}
