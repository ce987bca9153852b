import { count } from '../../telemetry/counts.ts'
import type { NetworkStore } from '../storage/store.ts'
import { tellAfter } from './event-source.ts'
import { HookDesk } from './hook-desk.ts'
import { type DeliveryRow, eventOf, hookOf, type HookRow } from './hook-rows.ts'
import { gather, hooksDue, nextDue, nextFor, record, tidy } from './queue.ts'
import { receiverFault } from './receiver-address.ts'
import { bodyOf } from './render.ts'
import { type Outcome, send } from './send.ts'
import { signedHeaders } from './signature.ts'

/** Receivers that are told at once: Cloudflare lets one invocation have six requests under way. */
const atOnce = 6
/** No new message is begun after so long, in milliseconds: the alarm has other work too, and rings again. */
const longestRun = 30_000
const day = 24 * 60 * 60 * 1000

/** The object's alarm (bank/alarm-clock.ts): rings at that time or before, in milliseconds since 1970. */
interface AlarmClock {
  by: (at: number | null) => void
}

/**
 * Webhooks of one network: takes what happened from the log and sends it, by the object's alarm and never in a request of the bank. What is sent is
 * kept first, so a message is sent once or more, always with the same `webhook-id`.
 */
export class Webhooks {
  readonly #storage: DurableObjectStorage
  readonly #store: NetworkStore
  readonly #clock: AlarmClock
  readonly #env: Env
  /** Whether anybody listens; `undefined` until it is read. */
  #any: boolean | undefined
  #tidied = 0
  #running: Promise<void> | undefined
  readonly desk: HookDesk

  constructor(storage: DurableObjectStorage, store: NetworkStore, clock: AlarmClock, env: Env) {
    this.#storage = storage
    this.#store = store
    this.#clock = clock
    this.#env = env
    this.desk = new HookDesk(storage, {
      changed: () => {
        this.#any = undefined
        clock.by(nextDue(storage.sql))
      },
      send: (hook, delivery) => this.#try(hook, delivery, false),
    })
  }

  /** Something was written to the log: the object wakes once it can be told. Costs nothing where nobody listens, and a comparison where somebody does. */
  heard(now: number): void {
    this.#any ??= this.#storage.sql.exec('SELECT 1 FROM hook LIMIT 1').toArray().length > 0
    if (this.#any) this.#clock.by(now + tellAfter + 1)
  }

  /** What the alarm does; one run at a time. */
  async run(): Promise<void> {
    this.#running ??= this.#run().finally(() => (this.#running = undefined))
    await this.#running
  }

  async #run(): Promise<void> {
    const { sql } = this.#storage
    const from = Date.now()
    this.#store.begin()
    this.#storage.transactionSync(() => {
      gather(sql, this.#store, from)
      if (from - this.#tidied > day / 24) tidy(sql, from)
    })
    if (from - this.#tidied > day / 24) this.#tidied = from
    const waiting = hooksDue(sql, from)
    const work = async (): Promise<void> => {
      for (let hook = waiting.shift(); hook !== undefined && Date.now() - from < longestRun; hook = waiting.shift())
        await this.#sendAll(hook, from + longestRun)
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    this.#clock.by(nextDue(sql))
  }

  /** In order, until one fails: a receiver that is down is asked once, however much waits for it. */
  async #sendAll(id: string, until: number): Promise<void> {
    while (Date.now() < until) {
      // Read anew each time: an admin may have paused it meanwhile.
      const [hook, delivery] = [hookOf(this.#storage.sql, id), nextFor(this.#storage.sql, id, Date.now())]
      if (hook?.state !== 'on' || hook.rest_until > Date.now() || !delivery) return
      const { problem } = await this.#try(hook, delivery, true)
      if (problem !== '') return
    }
  }

  async #try(hook: HookRow, delivery: DeliveryRow, again: boolean): Promise<Outcome> {
    const outcome = await this.#send(hook, delivery)
    count('gleaner_webhook_deliveries_total', { outcome: outcome.problem === '' ? 'delivered' : outcome.problem })
    this.#storage.transactionSync(() => record(this.#storage.sql, delivery, outcome, Date.now(), again))
    return outcome
  }

  async #send(hook: HookRow, delivery: DeliveryRow): Promise<Outcome> {
    const event = eventOf(this.#storage.sql, delivery.event)
    const where = { development: Boolean(this.#env.DEVELOPMENT_KEY), own: new URL(hook.origin).host }
    // Asked again: what counts as public may have been learned since the address was given.
    if (!event || receiverFault(hook.address, where) !== undefined) return { status: 0, length: 0, took: 0, problem: 'address', asked: 0 }
    const [now, body] = [Date.now(), bodyOf(this.#store, hook, event)]
    const secrets = [hook.secret, ...(hook.old_until > now ? [hook.old_secret] : [])]
    return send(hook.address, await signedHeaders(event.id, now, body, secrets), body)
  }
}
