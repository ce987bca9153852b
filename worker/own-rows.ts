import type { OwnRows } from '../shared/access.ts'
import { personal } from './news-queries.ts'

/** All that a bank holds of one person. Reads every row once: nobody asks for it often. */
export const ownRows = (sql: SqlStorage, person: string): OwnRows => {
  const rowsBy = (kind: string, field: string): unknown[] =>
    sql
      .exec<{ body: string }>(
        `SELECT body FROM entity WHERE kind = ? AND body IS NOT NULL AND json_extract(body, '$.${field}') = ? ORDER BY id`,
        kind,
        person,
      )
      .toArray()
      .map(({ body }) => JSON.parse(body) as unknown)
  const log = sql
    .exec<{ seq: number; at: number; name: string; args: string; status: string }>(
      'SELECT seq, at, name, args, status FROM log WHERE person = ? ORDER BY seq',
      person,
    )
    .toArray()
  return {
    ideas: rowsBy('idea', 'proposedBy'),
    evidence: rowsBy('evidence', 'clippedBy'),
    stances: rowsBy('stance', 'by'),
    comments: rowsBy('comment', 'by'),
    kept: personal(sql, person),
    log: log.map((entry) => ({ ...entry, args: JSON.parse(entry.args) as unknown })),
  }
}
