/** The last number of the log before that time: times never run back, so halving finds it without an index. */
export const numberBefore = (sql: SqlStorage, at: number): number => {
  let [low, high] = [0, Number(sql.exec('SELECT coalesce(max(seq), 0) AS head FROM log').one()['head'])]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const row = sql
      .exec<{ seq: number; at: number }>('SELECT seq, at FROM log WHERE seq <= ? ORDER BY seq DESC LIMIT 1', middle)
      .toArray()[0]
    if (row && row.at >= at) high = Math.max(low, Math.min(middle, row.seq) - 1)
    else low = middle
  }
  return low
}
