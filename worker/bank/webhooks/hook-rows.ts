import type { HookDelivery, HookLine } from '../../../shared/api/webhooks.ts'
import type { HookEvent, HookFormat } from '../../../shared/webhooks/hook-events.ts'
import type { Language } from '../../../shared/i18n/language.ts'

/** Webhooks of one network. */
export const mostHooks = 50

/** A webhook as it is kept. Secrets are kept as they are, for each message is signed with them. */
export interface HookRow extends Record<string, SqlStorageValue> {
  id: string
  name: string
  address: string
  format: HookFormat
  /** JSON: the types of events that it is told of. */
  events: string
  /** 1: its messages may have what people wrote. */
  words: number
  language: Language
  /** `gone`: its receiver answered 410, and nothing is sent until an admin says so. */
  state: 'on' | 'paused' | 'gone'
  secret: string
  /** The secret before, which signs as well until then. */
  old_secret: string
  old_until: number
  /** The network's key and the server's address, for links. */
  network: string
  origin: string
  at: number
  /** Failures in a row, and until when nothing is sent because of them. */
  failures: number
  rest_until: number
}

/** One event for one webhook. `due` is when it is tried next; `null` once it is not tried any more. */
export interface DeliveryRow extends Record<string, SqlStorageValue> {
  number: number
  hook: string
  event: string
  /** Since when it is tried: when it was put here, or when an admin sent it again. */
  since: number
  due: number | null
  tries: number
  state: 'waiting' | 'sent' | 'failed'
  tried_at: number | null
  status: number
  length: number
  took: number
  problem: HookDelivery['problem']
}

export const hookOf = (sql: SqlStorage, id: string): HookRow | undefined =>
  sql.exec<HookRow>('SELECT * FROM hook WHERE id = ?', id).toArray()[0]

export const hooksOf = (sql: SqlStorage): HookRow[] => sql.exec<HookRow>('SELECT * FROM hook ORDER BY at, id').toArray()

export const eventOf = (sql: SqlStorage, id: string): HookEvent | undefined => {
  const body = sql.exec<{ body: string }>('SELECT body FROM hook_event WHERE id = ?', id).toArray()[0]?.body
  return body === undefined ? undefined : (JSON.parse(body) as HookEvent)
}

/** A delivery as admins read it. */
export const deliveryLine = (sql: SqlStorage, row: DeliveryRow): HookDelivery => {
  const { number, since, due, tries, state, tried_at: triedAt, status, length, took, problem } = row
  const { type = '', at = since, id = row.event } = eventOf(sql, row.event) ?? {}
  return { number, event: id, type, at, since, due, tries, state, triedAt, status, length, took, problem }
}

/** A webhook as admins read it: without its secret. */
export const hookLine = (sql: SqlStorage, row: HookRow, now: number): HookLine => {
  const { id, name, address, format, events, words, language, state, at, failures } = row
  const last = sql
    .exec<DeliveryRow>('SELECT * FROM hook_delivery WHERE hook = ? AND tried_at IS NOT NULL ORDER BY tried_at DESC LIMIT 1', id)
    .toArray()[0]
  const waiting = sql
    .exec<{ count: number }>('SELECT count(*) AS count FROM hook_delivery WHERE hook = ? AND due IS NOT NULL', id)
    .one().count
  return {
    id,
    name,
    address,
    format,
    events: JSON.parse(events) as HookLine['events'],
    words: words === 1,
    language,
    state,
    at,
    failures,
    restUntil: row.rest_until > now ? row.rest_until : null,
    oldUntil: row.old_until > now ? row.old_until : null,
    waiting,
    last: last ? deliveryLine(sql, last) : null,
  }
}
