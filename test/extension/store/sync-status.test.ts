import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  afterFailure,
  afterSuccess,
  newSyncStatus,
  longestDelay,
  serverTime,
  waitFor,
  withClock,
} from '../../../extension/store/sync-status.ts'

const now = Date.UTC(2026, 0, 1)

test('backoff with full jitter: between zero and twice the last bound, five minutes at most', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.double({ min: 0, max: 0.999, noNaN: true }), (failures, dice) => {
      let notes = newSyncStatus
      for (let count = 0; count < failures; count += 1) notes = afterFailure(notes, 'offline', 0, now, dice)
      const wait = afterFailure(notes, 'offline', 0, now, dice).nextAttemptAt - now
      return wait >= 0 && wait <= Math.min(longestDelay, 1000 * 2 ** failures)
    }),
  )
})

test('[S31] Retry-After is obeyed, also when a person asks; devices with the same time come back spread', () => {
  const waits = [0, 0.25, 0.5, 0.999].map((dice) => waitFor(afterFailure(newSyncStatus, 'server-busy', 60_000, now, dice), now, false))
  expect(waits[0]).toBe(60_000)
  expect(new Set(waits).size).toBe(waits.length)
  expect(Math.max(...waits)).toBeLessThanOrEqual(61_000)
  expect(waitFor(afterFailure(newSyncStatus, 'server-busy', 60_000, now, 0.9), now, true)).toBe(60_000)
  // Sent away time and again, a device spreads over as long again as it was told, and not for longer: it keeps its place.
  let notes = newSyncStatus
  for (let times = 0; times < 20; times += 1) notes = afterFailure(notes, 'server-busy', 5000, now, 0.999)
  expect(waitFor(notes, now, false)).toBeLessThanOrEqual(10_000)
})

test('permanent problems are retried hourly, and at once when a person asks', () => {
  const notes = afterFailure(newSyncStatus, 'connect-again', 0, now, 0.5)
  expect(waitFor(notes, now, false)).toBe(3_600_000)
  expect(waitFor(notes, now, true)).toBe(0)
})

test('a clock that was set back does not stop syncing', () => {
  const notes = afterFailure(newSyncStatus, 'offline', 0, now, 0.9)
  expect(waitFor(notes, now - 365 * 24 * 3_600_000, false)).toBe(0)
})

test('a success forgets the failures', () => {
  const failed = afterFailure(afterFailure(newSyncStatus, 'offline', 0, now, 0.9), 'offline', 5000, now, 0.9)
  expect(afterSuccess(failed, now)).toEqual({ ...newSyncStatus, lastSync: now })
})

test('[V8] a clock that is wrong is put right by the server’s, until it is right again', () => {
  const years = 9 * 365 * 24 * 3_600_000
  const ahead = withClock(newSyncStatus, -years)
  expect(serverTime(ahead, now + years)).toBe(now)
  expect(serverTime(afterFailure(ahead, 'offline', 0, now, 0.5), now + years)).toBe(now)
  expect(serverTime(afterSuccess(ahead, now), now + years)).toBe(now)
  // Seconds of the way there and back are not kept again and again.
  expect(withClock(ahead, -years + 2000)).toBe(ahead)
  expect(withClock(newSyncStatus, 0)).toBe(newSyncStatus)
  expect(withClock(ahead, 0)).toEqual(newSyncStatus)
})
