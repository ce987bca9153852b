/** What a rate limit counts, and the length of its window. */
export interface RateLimitWindow {
  name: string
  /** Milliseconds. */
  stretch: number
}

/** So many expired counts are deleted with each new one, so the table holds little more than the counts of current windows. */
const sweptAtOnce = 4
/** Above so many current counts, new sources are not counted: counting does not stop somebody with so many addresses. */
const mostSources = 200_000

/**
 * Counts one more of `name`, before anything is done, so that ten at once are ten; answers how many there were in this stretch, or `undefined` where
 * it `mayOverflow` and very many others are counted already.
 */
export const countAttempt = async (
  db: D1Database,
  { name, stretch }: RateLimitWindow,
  now: number,
  mayOverflow = false,
): Promise<number | undefined> => {
  const begun = Math.floor(now / stretch)
  // Two ends of an index, not a count: row numbers grow, and the oldest are swept.
  const room = '(SELECT max(rowid) FROM brake) - (SELECT min(rowid) FROM brake) < ?5'
  const [counted] = await db.batch<{ count: number }>([
    db
      .prepare(
        `INSERT INTO brake (name, stretch, count, until) SELECT ?1, ?2, 1, ?3
         WHERE ?4 = 0 OR COALESCE(${room}, 1) OR EXISTS (SELECT 1 FROM brake WHERE name = ?1 AND stretch = ?2)
         ON CONFLICT (name, stretch) DO UPDATE SET count = count + 1 RETURNING count`,
      )
      .bind(name, begun, (begun + 1) * stretch, mayOverflow ? 1 : 0, mostSources),
    db.prepare('DELETE FROM brake WHERE rowid IN (SELECT rowid FROM brake WHERE until <= ? ORDER BY until LIMIT ?)').bind(now, sweptAtOnce),
  ])
  return counted?.results[0]?.count
}

/** The rate limit: counts one more of `name` in this window; true while there were at most `most`. */
export const withinRateLimit = async (db: D1Database, name: string, most: number, stretch: number, now: number): Promise<boolean> =>
  ((await countAttempt(db, { name, stretch }, now)) ?? 0) <= most
