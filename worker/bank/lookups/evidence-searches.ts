import { askingOf } from '../../lookups/asking.ts'
import type { NetworkStore } from '../storage/store.ts'
import { EvidenceDesk } from './evidence-desk.ts'
import { nextQuestionDue } from './question-rows.ts'
import type { SearchWork } from './search-breaker.ts'
import { searching, searchSome } from './search-some.ts'

/** Milliseconds between two parts of the work. */
const pause = 500

/** The searches of one network's ideas, off unless its admins let searches be sent and the operator says who asks. */
export class EvidenceSearches {
  readonly #sql: SqlStorage
  readonly #store: NetworkStore
  readonly #clock: { by: (at: number | null) => void }
  readonly #env: Env
  #running: Promise<void> | undefined
  readonly desk: EvidenceDesk

  constructor(sql: SqlStorage, store: NetworkStore, clock: { by: (at: number | null) => void }, env: Env) {
    this.#sql = sql
    this.#store = store
    this.#clock = clock
    this.#env = env
    this.desk = new EvidenceDesk(sql, store, () => this.#work())
  }

  /** How services are asked; `undefined` while no search is sent. */
  #work(): SearchWork | undefined {
    const [setting, asking] = [this.#store.network.framework().lookups, askingOf(this.#env)]
    const services = searching(setting?.on && setting.searches ? setting.services : [])
    if (!asking || services.length === 0) return undefined
    return {
      sql: this.#sql,
      asking,
      services,
      reserve: (service) => this.#env.LOOKUP_GATE.getByName(service).reserve(service, Boolean(service === 'pubmed' && asking.ncbiKey)),
      now: () => Date.now(),
    }
  }

  /** Something was written to the log: a question that was asked is searched for soon. */
  heard(now: number): void {
    const due = nextQuestionDue(this.#sql)
    if (due !== undefined && this.#work()) this.#clock.by(Math.max(due, now + pause))
  }

  /** One part of the work, one at a time; then the alarm is set for the next. */
  async run(): Promise<void> {
    this.#running ??= this.#run().finally(() => (this.#running = undefined))
    await this.#running
  }

  async #run(): Promise<void> {
    this.#store.begin()
    const work = this.#work()
    const next = work && (await searchSome(work))
    if (next !== undefined) this.#clock.by(Math.max(next, Date.now() + pause))
  }
}
