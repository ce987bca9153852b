const [second, minute, hour] = [1000, 60_000, 3_600_000]

/** The pause after each failed try, in milliseconds; together a little less than a day. */
const pauses: readonly number[] = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 8 * hour, 8 * hour]

/** So long an event is tried, in milliseconds; then it stays in the log, from which an admin can send it again. */
export const triedFor = 24 * hour

/**
 * How long to wait after so many failed tries, in milliseconds; `undefined` where it is not tried again.
 * @param asked Seconds that the receiver asked for (`Retry-After`), if it did.
 * @param spread From 0 to 1: receivers that failed together do not come back together.
 */
export const pauseAfter = (tries: number, asked: number, spread: number): number | undefined => {
  const pause = pauses[tries - 1]
  if (pause === undefined) return undefined
  return Math.max(pause * (0.9 + spread / 10), Math.min(asked, 3600) * second)
}

/** How long a receiver that failed so many times in a row is left alone before anything is sent to it. */
export const restAfter = (failures: number, spread: number): number =>
  (pauses[Math.min(failures, 4) - 1] ?? 5 * second) * (0.9 + spread / 10)
