import type { ImportedReply, ImportRun, ImportsReply, KnownClip, KnownClipsReply, KnownReply } from '../../../shared/api/imports.ts'
import type { Evidence } from '../../../shared/domain/entities.ts'

/** Imports in one answer. */
const mostRuns = 50
/** Rows of the log that are looked at for them. */
const mostRows = 100_000
/** Clips that share a key and are looked at, a key: an address of a whole site is shared by many. */
const mostAlike = 8

/** The mutation that brings each, and what it makes. */
const brought = [
  { of: 'ideas', name: 'importIdea', kind: 'idea' },
  { of: 'evidence', name: 'importEvidence', kind: 'evidence' },
] as const

type RunRow = Omit<ImportRun, 'of'> & Record<string, SqlStorageValue>

const runsOf = (sql: SqlStorage, { of, name, kind }: (typeof brought)[number]): ImportRun[] =>
  sql
    .exec<RunRow>(
      `SELECT i.run, i.file, i.person AS by, min(i.at) AS at, count(*) AS made,
         sum(EXISTS (SELECT 1 FROM entity r WHERE r.kind = '${kind}' AND r.id = i.made AND json_extract(r.body, '$.imported.run') = i.run)) AS left
       FROM (SELECT json_extract(args, '$.run') AS run, json_extract(args, '$.file') AS file, json_extract(args, '$.${kind}') AS made, person, at
             FROM log WHERE name = '${name}' AND status = 'ok' ORDER BY seq DESC LIMIT ${mostRows}) i
       GROUP BY i.run ORDER BY at DESC LIMIT ${mostRuns}`,
    )
    .toArray()
    .map((row) => ({ ...row, of }))

/** The last imports, newest first, with what is left of each. */
export const imports = (sql: SqlStorage): ImportsReply => ({
  runs: brought
    .flatMap((one) => runsOf(sql, one))
    .toSorted((one, other) => other.at - one.at)
    .slice(0, mostRuns),
})

const leftOf = (sql: SqlStorage, run: string, { name, kind }: (typeof brought)[number]): string[] =>
  sql
    .exec<{ id: string }>(
      `SELECT e.id FROM log l CROSS JOIN entity e ON e.kind = '${kind}' AND e.id = json_extract(l.args, '$.${kind}')
       WHERE l.name = '${name}' AND l.status = 'ok' AND json_extract(l.args, '$.run') = ?1 AND json_extract(e.body, '$.imported.run') = ?1 ORDER BY l.seq`,
      run,
    )
    .toArray()
    .map(({ id }) => id)

/** What one import made and is still there, in the order in which it came. */
export const importedBy = (sql: SqlStorage, run: string): ImportedReply => ({
  ideas: leftOf(sql, run, brought[0]),
  evidence: leftOf(sql, run, brought[1]),
})

const knownOf = (sql: SqlStorage, kind: 'idea' | 'evidence', ids: readonly string[]): string[] =>
  sql
    .exec<{ id: string }>(
      `SELECT e.id FROM json_each(?) a CROSS JOIN entity e ON e.kind = '${kind}' AND e.id = a.value WHERE e.body IS NOT NULL`,
      JSON.stringify(ids),
    )
    .toArray()
    .map(({ id }) => id)

/** Those of these ideas that are in the bank. */
export const knownIdeas = (sql: SqlStorage, ideas: readonly string[]): KnownReply => ({ known: knownOf(sql, 'idea', ideas) })

/** What tells an item, and no more of it: an author list may be long. */
const tellingOf = ({ citation }: Pick<Evidence, 'citation'>): KnownClip['citation'] => {
  const { DOI, PMID, PMCID, number, URL, title, author } = citation
  return { DOI, PMID, PMCID, number, URL, title, author: author?.slice(0, 1) }
}

/** Those of these clips that are in the bank, and what tells them and the clips that have one of these keys; whether they are the same item is for whoever asks to say. */
export const knownClips = (sql: SqlStorage, evidence: readonly string[], keys: readonly string[]): KnownClipsReply => {
  const clips = new Map<string, KnownClip>()
  for (const key of new Set(keys)) {
    const alike = sql.exec<{ id: string; body: string }>(
      `SELECT c.id, e.body FROM clip_key k CROSS JOIN clip_row c ON c.number = k.number CROSS JOIN entity e ON e.kind = 'evidence' AND e.id = c.id
       WHERE k.key = ? AND e.body IS NOT NULL LIMIT ${mostAlike}`,
      key,
    )
    for (const { id, body } of alike) clips.set(id, { id, citation: tellingOf(JSON.parse(body) as Evidence) })
  }
  const known = knownOf(sql, 'evidence', evidence)
  const bodies = sql.exec<{ id: string; body: string }>(
    "SELECT e.id, e.body FROM json_each(?) a CROSS JOIN entity e ON e.kind = 'evidence' AND e.id = a.value",
    JSON.stringify(known),
  )
  for (const { id, body } of bodies) clips.set(id, { id, citation: tellingOf(JSON.parse(body) as Evidence) })
  return { known, clips: [...clips.values()] }
}
