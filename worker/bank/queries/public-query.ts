import { type PublicIdea, publicIdea } from '../../../shared/exports/public-idea.ts'
import type { Entities, Kind } from '../../../shared/domain/entities.ts'

/** Clips that are read for one page. */
const mostClips = 300

const bodyOf = <K extends Kind>(sql: SqlStorage, kind: K, id: string): Entities[K] | undefined => {
  const row = sql.exec<{ body: string | null }>('SELECT body FROM entity WHERE kind = ? AND id = ?', kind, id).toArray()[0]
  return row?.body ? (JSON.parse(row.body) as Entities[K]) : undefined
}

const partsOf = <K extends Kind>(sql: SqlStorage, kind: K, idea: string): Entities[K][] =>
  sql
    .exec<{ body: string }>(
      'SELECT e.body FROM part p CROSS JOIN entity e ON e.kind = p.kind AND e.id = p.id WHERE p.idea = ? AND p.kind = ? AND e.body IS NOT NULL ORDER BY p.id LIMIT ?',
      idea,
      kind,
      mostClips,
    )
    .toArray()
    .map(({ body }) => JSON.parse(body) as Entities[K])

/** What everybody may read of that idea, or `null`: whether it is not there or not for everybody is not told. */
export const publicQuery = (sql: SqlStorage, id: string): PublicIdea | null => {
  const idea = bodyOf(sql, 'idea', id)
  if (!idea?.published) return null
  return publicIdea(
    idea,
    {
      evidence: partsOf(sql, 'evidence', id),
      stances: partsOf(sql, 'stance', id),
      series: partsOf(sql, 'series', id),
    },
    (person) => bodyOf(sql, 'person', person)?.name,
  )
}
