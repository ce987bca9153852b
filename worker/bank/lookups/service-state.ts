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
  tried: number
}

const fresh: State = { day: 0, used: 0, failures: 0, rests: 0, tried: 0 }

const stateOf = (sql: SqlStorage, service: AskedService): State =>
  sql.exec<State>('SELECT day, used, failures, rests, tried FROM lookup_service WHERE service = ?', service).toArray()[0] ?? fresh

const keep = (sql: SqlStorage, service: AskedService, { day, used, failures, rests, tried }: State): void => {
  sql.exec(
    'INSERT OR REPLACE INTO lookup_service (service, day, used, failures, rests, tried) VALUES (?, ?, ?, ?, ?, ?)',
    service,
    day,
    used,
    failures,
    rests,
    tried,
  )
}

/** Until when a service is not asked: it rests after failures, or today's budget is used. 0: it may be asked. */
export const notBefore = (sql: SqlStorage, service: AskedService, now: number): number => {
  const { day, used, rests } = stateOf(sql, service)
  const today = Math.floor(now / dayLong)
  if (rests > now) return rests
  return day === today && used >= serviceRules[service].perDay ? (today + 1) * dayLong : 0
}

/** The same with what was used today alone. */
const todaysState = (sql: SqlStorage, service: AskedService, now: number): State => {
  const [state, day] = [stateOf(sql, service), Math.floor(now / dayLong)]
  return state.day === day ? state : { ...state, day, used: 0, tried: 0 }
}

/** Takes one request from the day's budget. */
export const countRequest = (sql: SqlStorage, service: AskedService, now: number): void => {
  const state = todaysState(sql, service, now)
  keep(sql, service, { ...state, used: state.used + 1 })
}

/** Requests of one try: how much there is in all, and of the last year. */
const requestsOfTry = 2

/** Whether a search may be tried at a service, and takes that from the tries of the day: they may use a tenth of its budget. */
export const admitTry = (sql: SqlStorage, service: AskedService, now: number): boolean => {
  const state = todaysState(sql, service, now)
  if (notBefore(sql, service, now) > 0 || state.tried * requestsOfTry >= serviceRules[service].perDay / 10) return false
  keep(sql, service, { ...state, tried: state.tried + 1 })
  return true
}

/** The circuit breaker: after each failure in a row a service rests twice as long; an answer closes it. That it does not have or take one item is no failure of its. */
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
  if (failed === 'missing' || failed === 'refused') return
  const failures = state.failures + 1
  keep(sql, service, { ...state, failures, rests: now + restAfter(failed, wait, failures) * 1000 })
}

/** Whether a service does not answer now, whatever it is asked. */
export const isSilent = (failed: LookupFailure): boolean => failed === 'busy' || failed === 'down'

/** The same of a search: what its own words bring (NCBI tells of its errors with status 200) opens no breaker for what others ask. */
export const noteSearched = (
  sql: SqlStorage,
  service: AskedService,
  failed: LookupFailure | undefined,
  wait: number | undefined,
  now: number,
): void => {
  if (failed === undefined || isSilent(failed)) noteAnswer(sql, service, failed, wait, now)
  else count('gleaner_lookups_total', { service, outcome: failed })
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
