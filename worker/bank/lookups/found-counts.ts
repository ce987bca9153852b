import type { Idea } from '../../../shared/domain/entities.ts'
import { dismissedKeys, verdictOf } from '../../../shared/rules/new-evidence.ts'
import { paperOf, type FoundRow } from './found-papers.ts'

/** The DOIs and PMIDs of an idea's clips, as keys (`citationKeys`). */
export const clippedKeys = (sql: SqlStorage, idea: string): Set<string> =>
  new Set(
    sql
      .exec<{ key: string }>(
        `SELECT k.key FROM part p JOIN clip_row c ON c.id = p.id JOIN clip_key k ON k.number = c.number
         WHERE p.idea = ? AND p.kind = 'evidence' AND (k.key LIKE 'doi:%' OR k.key LIKE 'pmid:%')`,
        idea,
      )
      .toArray()
      .map(({ key }) => key),
  )

/** How `offer` stands for a paper: not offered whatever becomes of it, offered, offered and a randomised trial by its design. */
const verdicts = ['never', 'offered', 'randomised'] as const

/** Judges what is not yet: each record once, since all else that decides is no matter of the record. */
const judge = (sql: SqlStorage, idea: string): void => {
  const unjudged = sql.exec<FoundRow>('SELECT * FROM found_paper WHERE idea = ? AND offer IS NULL AND record IS NOT NULL', idea).toArray()
  for (const row of unjudged)
    sql.exec('UPDATE found_paper SET offer = ? WHERE number = ?', verdicts.indexOf(verdictOf(paperOf(row))), row.number)
}

/**
 * How many papers wait for an idea, as the list of them (`offered`) has them, how many of them were found from then on (milliseconds
 * since 1970), and how many of those are randomised trials. No record is read that was counted before.
 */
export const countFound = (sql: SqlStorage, idea: Idea, since: number): { waiting: number; fresh: number; randomised: number } => {
  judge(sql, idea.id)
  return sql
    .exec<{ waiting: number; fresh: number; randomised: number }>(
      `SELECT count(*) AS waiting, count(*) FILTER (WHERE seen >= ?2) AS fresh, count(*) FILTER (WHERE seen >= ?2 AND offer = 2) AS randomised
       FROM found_paper WHERE idea = ?1 AND offer > 0 AND dismissed = 0
         AND (pmid IS NULL OR 'pmid:' || pmid NOT IN (SELECT value FROM json_each(?3)))
         AND (doi IS NULL OR 'doi:' || doi NOT IN (SELECT value FROM json_each(?3)))`,
      idea.id,
      since,
      JSON.stringify([...clippedKeys(sql, idea.id), ...dismissedKeys(idea)]),
    )
    .one()
}
