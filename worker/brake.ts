/** Counts one more of `name` in this stretch of time; true while there were at most `most`. Counted before anything is done, so that ten at once are ten. */
export const withinBrake = async (db: D1Database, name: string, most: number, stretch: number, now: number): Promise<boolean> => {
  const row = await db
    .prepare(
      'INSERT INTO brake (name, stretch, count, until) VALUES (?1, ?2, 1, ?3) ON CONFLICT (name, stretch) DO UPDATE SET count = count + 1 RETURNING count',
    )
    .bind(name, Math.floor(now / stretch), (Math.floor(now / stretch) + 1) * stretch)
    .first<{ count: number }>()
  return (row?.count ?? 0) <= most
}
