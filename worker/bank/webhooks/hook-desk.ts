import { RpcTarget } from 'cloudflare:workers'
import type { HookDelivery, HookDeliveriesReply, HookLine, HookSecretReply, HookSetting } from '../../../shared/api/webhooks.ts'
import { hookTest } from '../../../shared/webhooks/hook-events.ts'
import { type DeliveryRow, deliveryLine, hookLine, hookOf, type HookRow, hooksOf, mostHooks } from './hook-rows.ts'
import { beginToListen, enqueue, newEvent } from './queue.ts'
import { newHookSecret } from './signature.ts'

/** So long the secret before signs as well, in milliseconds. */
const bothSecrets = 24 * 60 * 60 * 1000
const pageLength = 50

interface Back {
  /** Something may be due now. */
  changed: () => void
  send: (hook: HookRow, delivery: DeliveryRow) => Promise<unknown>
}

/** What admins see and set of their network's webhooks. `null` is answered for one that is not there. */
export class HookDesk extends RpcTarget {
  readonly #storage: DurableObjectStorage
  readonly #back: Back

  constructor(storage: DurableObjectStorage, back: Back) {
    super()
    this.#storage = storage
    this.#back = back
  }

  list(): HookLine[] {
    return hooksOf(this.#storage.sql).map((row) => hookLine(this.#storage.sql, row, Date.now()))
  }

  /** `null`: there are as many as there may be. */
  add({ name, address, format, events, words, language }: HookSetting, network: string, origin: string): HookSecretReply | null {
    const { sql } = this.#storage
    const [id, secret, now] = [crypto.randomUUID(), newHookSecret(), Date.now()]
    const present = hooksOf(sql).length
    if (present >= mostHooks) return null
    this.#storage.transactionSync(() => {
      if (present === 0) beginToListen(sql)
      sql.exec(
        "INSERT INTO hook (id, name, address, format, events, words, language, state, secret, network, origin, at) VALUES (?, ?, ?, ?, ?, ?, ?, 'on', ?, ?, ?, ?)",
        id,
        name,
        address,
        format,
        JSON.stringify(events),
        words ? 1 : 0,
        language,
        secret,
        network,
        origin,
        now,
      )
    })
    this.#back.changed()
    return this.#withSecret(id, secret)
  }

  /** A change of the setting, or of whether it is sent to; going on begins at once, whatever failed before. */
  change(
    id: string,
    { name, address, format, events, words, language, state }: Partial<HookSetting & { state: 'on' | 'paused' }>,
  ): HookLine | null {
    const { sql } = this.#storage
    sql.exec(
      `UPDATE hook SET name = coalesce(?2, name), address = coalesce(?3, address), format = coalesce(?4, format), events = coalesce(?5, events),
         words = coalesce(?6, words), language = coalesce(?7, language), state = coalesce(?8, state), failures = 0, rest_until = 0 WHERE id = ?1`,
      id,
      name ?? null,
      address ?? null,
      format ?? null,
      events ? JSON.stringify(events) : null,
      words === undefined ? null : words ? 1 : 0,
      language ?? null,
      state ?? null,
    )
    this.#back.changed()
    return this.#line(id)
  }

  /** Its log goes with it. */
  remove(id: string): HookLine | null {
    const line = this.#line(id)
    this.#storage.transactionSync(() => {
      this.#storage.sql.exec('DELETE FROM hook_delivery WHERE hook = ?', id)
      this.#storage.sql.exec('DELETE FROM hook WHERE id = ?', id)
    })
    this.#back.changed()
    return line
  }

  /** A new secret; the one before signs as well for a day, so that the receiver can change over without missing anything. */
  rotate(id: string): HookSecretReply | null {
    const secret = newHookSecret()
    this.#storage.sql.exec(
      'UPDATE hook SET old_secret = secret, old_until = ?, secret = ? WHERE id = ?',
      Date.now() + bothSecrets,
      secret,
      id,
    )
    return this.#withSecret(id, secret)
  }

  /** Sends a message of no content at once, also while it is paused or rests, and answers how that ended. It is not tried again. */
  async test(id: string): Promise<HookDelivery | null> {
    const { sql } = this.#storage
    const hook = hookOf(sql, id)
    if (!hook) return null
    const number = enqueue(sql, id, newEvent({ type: hookTest, at: Date.now() }), Date.now(), null)
    const delivery = this.#delivery(id, number)
    if (delivery) await this.#back.send(hook, delivery)
    return this.#deliveryLine(id, number)
  }

  /** The newest first, before that number. */
  deliveries(id: string, before: number): HookDeliveriesReply | null {
    const { sql } = this.#storage
    if (!hookOf(sql, id)) return null
    const rows = sql
      .exec<DeliveryRow>('SELECT * FROM hook_delivery WHERE hook = ? AND number < ? ORDER BY number DESC LIMIT ?', id, before, pageLength)
      .toArray()
    const next = rows.length === pageLength ? (rows.at(-1)?.number ?? null) : null
    return { deliveries: rows.map((row) => deliveryLine(sql, row)), next }
  }

  /** Sends one line of the log again, with the same `webhook-id`, as soon as the receiver may be told something. */
  again(id: string, number: number): HookDelivery | null {
    const { sql } = this.#storage
    if (!this.#delivery(id, number)) return null
    const now = Date.now()
    sql.exec("UPDATE hook_delivery SET since = ?, due = ?, tries = 0, state = 'waiting' WHERE number = ?", now, now, number)
    sql.exec('UPDATE hook SET failures = 0, rest_until = 0 WHERE id = ?', id)
    this.#back.changed()
    return this.#deliveryLine(id, number)
  }

  #line(id: string): HookLine | null {
    const row = hookOf(this.#storage.sql, id)
    return row ? hookLine(this.#storage.sql, row, Date.now()) : null
  }

  #withSecret(id: string, secret: string): HookSecretReply | null {
    const hook = this.#line(id)
    return hook && { hook, secret }
  }

  #delivery(hook: string, number: number): DeliveryRow | undefined {
    return this.#storage.sql.exec<DeliveryRow>('SELECT * FROM hook_delivery WHERE hook = ? AND number = ?', hook, number).toArray()[0]
  }

  #deliveryLine(hook: string, number: number): HookDelivery | null {
    const row = this.#delivery(hook, number)
    return row ? deliveryLine(this.#storage.sql, row) : null
  }
}
