import type { ImportedReply, ImportsReply, KnownReply } from '../../../shared/api/imports.ts'

/** Imports in one answer. */
const mostRuns = 50
/** Rows of the log that are looked at for them. */
const mostRows = 100_000

/** The last imports, newest first, with what is left of each. */
export const imports = (sql: SqlStorage): ImportsReply => ({
  runs: sql
    .exec<ImportsReply['runs'][number] & Record<string, SqlStorageValue>>(
      `SELECT i.run, i.file, i.person AS by, min(i.at) AS at, count(*) AS made,
         sum(EXISTS (SELECT 1 FROM entity r WHERE r.kind = 'idea' AND r.id = i.idea AND json_extract(r.body, '$.imported.run') = i.run)) AS left
       FROM (SELECT json_extract(args, '$.run') AS run, json_extract(args, '$.file') AS file, json_extract(args, '$.idea') AS idea, person, at
             FROM log WHERE name = 'importIdea' AND status = 'ok' ORDER BY seq DESC LIMIT ${mostRows}) i
       GROUP BY i.run ORDER BY at DESC LIMIT ${mostRuns}`,
    )
    .toArray(),
})

/** The ideas of one import that are still there, in the order in which they came. */
export const importedBy = (sql: SqlStorage, run: string): ImportedReply => ({
  ideas: sql
    .exec<{ id: string }>(
      `SELECT e.id FROM log l CROSS JOIN entity e ON e.kind = 'idea' AND e.id = json_extract(l.args, '$.idea')
       WHERE l.name = 'importIdea' AND l.status = 'ok' AND json_extract(l.args, '$.run') = ?1 AND json_extract(e.body, '$.imported.run') = ?1 ORDER BY l.seq`,
      run,
    )
    .toArray()
    .map(({ id }) => id),
})

/** Those of these ideas that are in the bank. */
export const knownIdeas = (sql: SqlStorage, ideas: readonly string[]): KnownReply => ({
  known: sql
    .exec<{ id: string }>(
      "SELECT e.id FROM json_each(?) a CROSS JOIN entity e ON e.kind = 'idea' AND e.id = a.value WHERE e.body IS NOT NULL",
      JSON.stringify(ideas),
    )
    .toArray()
    .map(({ id }) => id),
})
