/** Whether the log has anything of an idea behind the last entry that took it over from a list. */
export const touchedSinceImport = (sql: SqlStorage, idea: string): boolean =>
  sql
    .exec(
      `SELECT 1 FROM subject s WHERE s.idea = ?1 AND s.seq >
         (SELECT max(i.seq) FROM subject i JOIN log l ON l.seq = i.seq WHERE i.idea = ?1 AND l.name = 'importIdea' AND l.status = 'ok') LIMIT 1`,
      idea,
    )
    .toArray().length > 0
