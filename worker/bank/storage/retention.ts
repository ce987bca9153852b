/** How long the tombstone of a deleted row stays; longer than any device's archive (35 days) and than a restore can reach back (30). */
export const markerDays = 180
const day = 24 * 60 * 60 * 1000

/**
 * Purges tombstones of rows deleted more than `markerDays` ago, and moves the retention horizon, below which a cursor is too old.
 * The log stays: it is the network's audit trail.
 */
export const purgeMarkers = (sql: SqlStorage, now: number): void => {
  const old = sql.exec<{ seq: number | null }>('SELECT max(seq) AS seq FROM log WHERE at < ?', now - markerDays * day).one().seq
  if (old === null) return
  const purged = sql.exec('DELETE FROM entity WHERE seq <= ? AND body IS NULL RETURNING id', old).toArray()
  // The horizon moves only when something was purged: nobody has to resync for nothing.
  if (purged.length > 0)
    sql.exec(
      "INSERT INTO meta (name, value) VALUES ('horizon', ?) ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)",
      old + 1,
    )
}
