/** Codes of the reasons why sync is paused. Their texts are `paused.problems` of the messages. */
export type SyncProblem =
  | 'offline'
  | 'server-busy'
  | 'later'
  | 'connect-again'
  | 'not-member'
  | 'update-extension'
  | 'update-server'
  | 'reset-loop'
  | 'malformed'
  | 'disk-full'
  | 'fault'

/** The sync status; kept in the database, so that it outlives the service worker. Times are milliseconds since 1970. */
export interface SyncStatus {
  /** Failures in a row. */
  attempt: number
  /** When sync retries without being asked. */
  nextAttemptAt: number
  /** From `Retry-After`: no request is sent earlier, even if a person asks. */
  notBefore: number
  lastSync: number | null
  problem: SyncProblem | null
  /** How much of the person's share of the network's storage is used, from 0 to 1; absent while there is plenty. */
  share?: number
  /** How far this computer's clock is behind the server's, in milliseconds; absent while it is right. */
  behind?: number
}

export const newSyncStatus: SyncStatus = { attempt: 0, nextAttemptAt: 0, notBefore: 0, lastSync: null, problem: null }

/** Milliseconds. */
const second = 1000
const minute = 60 * second
export const longestDelay = 300 * second
const hour = 3600 * second

/** Problems that trying again soon does not mend. */
const slow = new Set<SyncProblem>(['connect-again', 'not-member', 'update-extension', 'update-server', 'reset-loop', 'malformed'])

/**
 * Exponential backoff with full jitter: `random(0, min(300 s, 1 s × 2^attempt))`; behind a `retryAfter` at most as long again as that, so that those who
 * were all told the same do not all come back at once. Times in milliseconds; `dice` in [0, 1).
 */
export const afterFailure = (notes: SyncStatus, problem: SyncProblem, retryAfter: number, now: number, dice: number): SyncStatus => {
  const bound = Math.min(longestDelay, second * 2 ** notes.attempt, retryAfter > 0 ? Math.max(second, retryAfter) : longestDelay)
  const jittered = slow.has(problem) ? hour : dice * bound
  return {
    ...notes,
    attempt: Math.min(notes.attempt + 1, 20),
    nextAttemptAt: now + retryAfter + jittered,
    // What was put off waits; reading does not, when somebody asks.
    notBefore: retryAfter > 0 && problem !== 'later' ? now + retryAfter : 0,
    problem,
  }
}

export const afterSuccess = ({ share: _, ...notes }: SyncStatus, now: number, share?: number): SyncStatus => ({
  ...notes,
  ...(share === undefined ? {} : { share }),
  attempt: 0,
  nextAttemptAt: 0,
  notBefore: 0,
  problem: null,
  lastSync: now,
})

/** The status with how far this computer's clock is behind the server's; the same object where that is known already. */
export const withClock = (notes: SyncStatus, behind: number): SyncStatus => {
  const { behind: before = 0, ...others } = notes
  if (behind === before || (behind !== 0 && Math.abs(behind - before) < minute)) return notes
  return behind === 0 ? others : { ...others, behind }
}

/** What time it is by the server, as far as this computer knows: its own clock may be years off. */
export const serverTime = ({ behind = 0 }: SyncStatus, now: number): number => now + behind

/** Milliseconds until the next sync may run. A clock that was set back must not stop it for years. */
export const waitFor = (notes: SyncStatus, now: number, asked: boolean): number => {
  const wait = (asked ? notes.notBefore : notes.nextAttemptAt) - now
  return wait > 2 * hour ? 0 : Math.max(0, wait)
}
