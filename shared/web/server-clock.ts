/** A clock that is less than this apart from the server's is right, in milliseconds: a reply may have been on its way so long. */
const near = 60_000

/**
 * How far a computer's clock is behind the server's, from the `Date` of a reply; below 0 it is ahead, 0 where they agree
 * or the reply does not say. Milliseconds, as `now` is.
 */
export const behindServer = (date: string | null, now: number): number => {
  const behind = date === null ? Number.NaN : Date.parse(date) - now
  return Number.isFinite(behind) && Math.abs(behind) > near ? behind : 0
}
