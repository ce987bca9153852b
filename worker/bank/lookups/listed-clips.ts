import type { ListedClip, ListedClipsReply } from '../../../shared/api/lookups.ts'
import type { Assertion } from '../../../shared/lookups/assertion.ts'

const pageLength = 2000

/** Identifiers of the network's clips, and what an uploaded list said of them so far, in pages. */
export const listedClips = (sql: SqlStorage, after: number): ListedClipsReply => {
  const rows = sql
    .exec<{ number: number; id: string; keys: string; said: string | null; day: number | null }>(
      `SELECT c.number, c.id, json_extract(e.body, '$.lookedUp.said') AS said, json_extract(e.body, '$.lookedUp.list.day') AS day,
         (SELECT json_group_array(k.key) FROM clip_key k WHERE k.number = c.number AND (k.key LIKE 'doi:%' OR k.key LIKE 'pmid:%')) AS keys
       FROM clip_row c CROSS JOIN entity e ON e.kind = 'evidence' AND e.id = c.id WHERE c.number > ? AND e.body IS NOT NULL ORDER BY c.number LIMIT ?`,
      after,
      pageLength,
    )
    .toArray()
  const clips = rows.flatMap(({ id, keys, said, day }): ListedClip[] => {
    const all = JSON.parse(keys) as string[]
    const of = (kind: string): string | undefined => all.find((key) => key.startsWith(kind))?.slice(kind.length)
    const [doi, pmid] = [of('doi:'), of('pmid:')]
    const own = (JSON.parse(said ?? '[]') as Assertion[]).filter(({ service }) => service === 'retraction-watch')
    if (!doi && !pmid) return []
    const listed = { ...(own.length > 0 && { said: own }), ...(day !== null && { day }) }
    return [{ evidence: id, ...(doi && { doi }), ...(pmid && { pmid }), ...listed }]
  })
  return { clips, next: rows.length === pageLength ? (rows.at(-1)?.number ?? null) : null }
}
