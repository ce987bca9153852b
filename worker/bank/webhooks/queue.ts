import type { HookEvent } from '../../../shared/webhooks/hook-events.ts'
import { pauseAfter, restAfter, triedFor } from '../../../shared/webhooks/retries.ts'
import type { NetworkStore } from '../storage/store.ts'
import { type Happened, happenedSince, nextToTell } from './event-source.ts'
import { type DeliveryRow, hooksOf } from './hook-rows.ts'
import type { Outcome } from './send.ts'

const cursorOf = (sql: SqlStorage): number =>
  sql.exec<{ value: number }>("SELECT value FROM meta WHERE name = 'hooks'").toArray()[0]?.value ?? 0

const setCursor = (sql: SqlStorage, cursor: number): void => {
  sql.exec("INSERT INTO meta (name, value) VALUES ('hooks', ?1) ON CONFLICT (name) DO UPDATE SET value = ?1", cursor)
}

/** What happens from now on is told; with the first webhook, whatever stands in the log is not. */
export const beginToListen = (sql: SqlStorage): void => {
  setCursor(sql, sql.exec<{ head: number }>('SELECT coalesce(max(seq), 0) AS head FROM log').one().head)
}

const newEventId = (): string => `msg_${crypto.getRandomValues(new Uint8Array(18)).toBase64({ alphabet: 'base64url' })}`

/** Puts an event there for one webhook; returns the delivery's number. `due`: when it is tried first, `null` if somebody else tries it. */
export const enqueue = (sql: SqlStorage, hook: string, { id, at, ...rest }: HookEvent, now: number, due: number | null = now): number => {
  sql.exec('INSERT OR IGNORE INTO hook_event (id, at, body) VALUES (?, ?, ?)', id, at, JSON.stringify({ id, at, ...rest }))
  return sql
    .exec<{ number: number }>(
      "INSERT INTO hook_delivery (hook, event, since, due, state) VALUES (?, ?, ?, ?, 'waiting') RETURNING number",
      hook,
      id,
      now,
      due,
    )
    .one().number
}

/**
 * Tells every webhook that listens for it of these events, from wherever they come; in a transaction of the caller's. What happened
 * before a webhook was made is not for it. One whose receiver is gone is told nothing; one that is paused finds it in its log.
 */
export const tellHooks = (sql: SqlStorage, events: readonly Happened[], now: number): void => {
  const listeners = hooksOf(sql)
    .filter(({ state }) => state !== 'gone')
    .map(({ id, at, events: types }) => ({ id, at, types: new Set(JSON.parse(types) as string[]) }))
  for (const happened of events) {
    const event: HookEvent = { id: newEventId(), ...happened }
    for (const { id, at, types } of listeners) if (types.has(event.type) && event.at >= at) enqueue(sql, id, event, now)
  }
}

/** Takes what happened from the log, in a transaction of the caller's. */
export const gather = (sql: SqlStorage, store: NetworkStore, now: number): void => {
  if (hooksOf(sql).length === 0) return
  const [from, { events, cursor }] = [cursorOf(sql), happenedSince(sql, store, cursorOf(sql), now)]
  tellHooks(sql, events, now)
  if (cursor > from) setCursor(sql, cursor)
}

export const newEvent = (happened: Happened): HookEvent => ({ id: newEventId(), ...happened })

/** The webhooks that something is due for now. */
export const hooksDue = (sql: SqlStorage, now: number): string[] =>
  sql
    .exec<{ id: string }>(
      `SELECT id FROM hook h WHERE state = 'on' AND rest_until <= ?1 AND EXISTS (SELECT 1 FROM hook_delivery d WHERE d.hook = h.id AND d.due <= ?1)
       ORDER BY failures, id`,
      now,
    )
    .toArray()
    .map(({ id }) => id)

/** What this webhook is told next: what was tried least, then what came first, so that one message that a receiver cannot take stops no other. */
export const nextFor = (sql: SqlStorage, hook: string, now: number): DeliveryRow | undefined =>
  sql
    .exec<DeliveryRow>(
      'SELECT * FROM hook_delivery WHERE hook = ? AND due IS NOT NULL AND due <= ? ORDER BY tries, number LIMIT 1',
      hook,
      now,
    )
    .toArray()[0]

/** When something is due next, in milliseconds since 1970; `null` where nothing waits. */
export const nextDue = (sql: SqlStorage): number | null => {
  if (hooksOf(sql).length === 0) return null
  const { due } = sql
    .exec<{ due: number | null }>(
      "SELECT min(max(d.due, h.rest_until)) AS due FROM hook h JOIN hook_delivery d ON d.hook = h.id AND d.due IS NOT NULL WHERE h.state = 'on'",
    )
    .one()
  const told = nextToTell(sql, cursorOf(sql))
  return due === null ? told : told === null ? due : Math.min(due, told)
}

/** A receiver that says that it is gone for good (410) is told nothing more, and what waits for it is not tried. */
const leave = (sql: SqlStorage, hook: string): void => {
  sql.exec("UPDATE hook SET state = 'gone' WHERE id = ?", hook)
  sql.exec("UPDATE hook_delivery SET due = NULL, state = 'failed' WHERE hook = ? AND due IS NOT NULL", hook)
}

/** Records how a try ended, and when the next is due. */
export const record = (sql: SqlStorage, delivery: DeliveryRow, outcome: Outcome, now: number, again: boolean): void => {
  const { hook, number, since } = delivery
  const { status, length, took, problem, asked } = outcome
  const tries = delivery.tries + 1
  const pause = again && problem !== '' && problem !== 'address' && status !== 410 ? pauseAfter(tries, asked, Math.random()) : undefined
  const due = pause !== undefined && now + pause - since < triedFor ? Math.ceil(now + pause) : null
  sql.exec(
    'UPDATE hook_delivery SET tries = ?, due = ?, state = ?, tried_at = ?, status = ?, length = ?, took = ?, problem = ? WHERE number = ?',
    tries,
    due,
    problem === '' ? 'sent' : due === null ? 'failed' : 'waiting',
    now,
    status,
    length,
    took,
    problem,
    number,
  )
  if (status === 410) leave(sql, hook)
  if (problem === '') sql.exec('UPDATE hook SET failures = 0, rest_until = 0 WHERE id = ?', hook)
  else if (again) {
    const { failures } = sql
      .exec<{ failures: number }>('UPDATE hook SET failures = failures + 1 WHERE id = ? RETURNING failures', hook)
      .toArray()[0] ?? { failures: 1 }
    sql.exec('UPDATE hook SET rest_until = ? WHERE id = ?', Math.ceil(now + restAfter(failures, Math.random())), hook)
  }
}

const keptFor = 30 * 24 * 60 * 60 * 1000
const mostKept = 1000

/** Gives up what waited too long (its webhook was paused, or rested), and deletes old lines of the log, with events that no line is about. */
export const tidy = (sql: SqlStorage, now: number): void => {
  sql.exec("UPDATE hook_delivery SET due = NULL, state = 'failed' WHERE due IS NOT NULL AND since < ?", now - triedFor)
  sql.exec('DELETE FROM hook_delivery WHERE due IS NULL AND since < ?', now - keptFor)
  for (const { id } of hooksOf(sql))
    sql.exec(
      `DELETE FROM hook_delivery WHERE hook = ?1 AND due IS NULL AND number <= (SELECT number FROM hook_delivery WHERE hook = ?1 ORDER BY number DESC LIMIT 1 OFFSET ${mostKept})`,
      id,
    )
  sql.exec('DELETE FROM hook_event WHERE NOT EXISTS (SELECT 1 FROM hook_delivery d WHERE d.event = hook_event.id)')
}
