import { count } from '../../telemetry/counts.ts'
import type { LookupFailure } from '../../../shared/lookups/answer.ts'
import type { AskedService } from '../../../shared/lookups/assertion.ts'
import { restAfter } from '../../lookups/look-up.ts'
import { serviceRules } from '../../lookups/services.ts'

const dayLong = 24 * 60 * 60 * 1000

interface State {
  [column: string]: SqlStorageValue
  day: number
  used: number
  failures: number
  rests: number
}

const fresh: State = { day: 0, used: 0, failures: 0, rests: 0 }

const stateOf = (sql: SqlStorage, service: AskedService): State =>
  sql.exec<State>('SELECT day, used, failures, rests FROM lookup_service WHERE service = ?', service).toArray()[0] ?? fresh

const keep = (sql: SqlStorage, service: AskedService, { day, used, failures, rests }: State): void => {
  sql.exec(
    'INSERT OR REPLACE INTO lookup_service (service, day, used, failures, rests) VALUES (?, ?, ?, ?, ?)',
    service,
    day,
    used,
    failures,
    rests,
  )
}

/** Until when a service is not asked: it rests after failures, or today's budget is used. 0: it may be asked. */
export const notBefore = (sql: SqlStorage, service: AskedService, now: number): number => {
  const { day, used, rests } = stateOf(sql, service)
  const today = Math.floor(now / dayLong)
  if (rests > now) return rests
  return day === today && used >= serviceRules[service].perDay ? (today + 1) * dayLong : 0
}

/** Takes one request from the day's budget. */
export const countRequest = (sql: SqlStorage, service: AskedService, now: number): void => {
  const [state, today] = [stateOf(sql, service), Math.floor(now / dayLong)]
  keep(sql, service, { ...state, day: today, used: state.day === today ? state.used + 1 : 1 })
}

/** The circuit breaker: after each failure in a row a service rests twice as long; an answer closes it. */
export const noteAnswer = (
  sql: SqlStorage,
  service: AskedService,
  failed: LookupFailure | undefined,
  wait: number | undefined,
  now: number,
): void => {
  count('gleaner_lookups_total', { service, outcome: failed ?? 'answered' })
  const state = stateOf(sql, service)
  if (failed === undefined) {
    if (state.failures > 0) keep(sql, service, { ...state, failures: 0, rests: 0 })
    return
  }
  const failures = state.failures + 1
  keep(sql, service, { ...state, failures, rests: now + restAfter(failed, wait, failures) * 1000 })
}

/** For admins: how each service that was asked does. */
export const serviceStates = (sql: SqlStorage, now: number): { service: string; usedToday: number; failures: number; rests: number }[] =>
  sql
    .exec<State & { service: string }>('SELECT service, day, used, failures, rests FROM lookup_service ORDER BY service')
    .toArray()
    .map(({ service, day, used, failures, rests }) => ({
      service,
      usedToday: day === Math.floor(now / dayLong) ? used : 0,
      failures,
      rests: rests > now ? rests : 0,
    }))
