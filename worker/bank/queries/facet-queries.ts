import { type FacetName, facetNames, type FacetsReply, orBetter, unsaidKinds } from '../../../shared/api/facets.ts'
import type { IdeasQuery } from './list-numbers.ts'
import { likeTyped, searchExpression } from './search-expression.ts'

/** So many found ideas are counted one by one; a search that finds more says that it was cut. */
const mostCounted = 20_000

const whole = (name: FacetName, counts: Record<string, number>, unsaid: number): Record<string, number> =>
  name === 'level' ? { ...orBetter(counts), [unsaidKinds]: unsaid } : counts
const keyOf = (name: FacetName, value: string | number | null): string => {
  if (name === 'pathway') return value === '' ? 'none' : String(value)
  return value === null ? '' : String(value)
}

type CellRow = Record<FacetName | 'unsaid' | 'asked' | 'count', string | number | null>

/** From the counts that are kept of each combination. */
const kept = (sql: SqlStorage): CellRow[] =>
  sql
    .exec<CellRow>(
      'SELECT pathway, phase, topic, site, nullif(level, 0) AS level, disposition, unsaid, asked, count FROM cell WHERE count > 0',
    )
    .toArray()

/** Of what somebody takes care of there are no counts, and few such ideas. */
const ofTaken = (sql: SqlStorage, query: IdeasQuery): CellRow[] =>
  sql
    .exec<CellRow>(
      `SELECT pathway, phase, topic, site, level, disposition, unsaid > 0 AS unsaid, asked IS NOT NULL AS asked, count(*) AS count FROM idea_row r
       WHERE TRUE ${takenBy(query)} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`,
      ...takenBindings(query),
    )
    .toArray()

const fits = (row: CellRow, query: IdeasQuery, but: FacetName): boolean =>
  facetNames.every((name) => {
    const wanted = query[name]
    if (name === but || wanted === undefined || wanted === 'all') return true
    if (wanted === unsaidKinds) return Number(row.unsaid) > 0
    if (name === 'level') return row.level !== null && Number(row.level) <= Number(wanted)
    return keyOf(name, row[name]) === wanted
  })

const takenBy = ({ taken }: IdeasQuery): string => (taken === undefined ? '' : taken === 'none' ? 'AND r.taken IS NULL' : 'AND r.taken = ?')

const takenBindings = ({ taken }: IdeasQuery): string[] => (taken === undefined || taken === 'none' ? [] : [taken])

/** A search is run once, and what it finds counted for every facet together. */
const found = (sql: SqlStorage, query: IdeasQuery, words: string): CellRow[] =>
  sql
    .exec<CellRow>(
      `SELECT r.pathway, r.phase, r.topic, r.site, r.level, r.disposition, r.unsaid, r.asked IS NOT NULL AS asked, 1 AS count
       FROM idea_words w CROSS JOIN idea_row r ON r.number = w.rowid WHERE w.words MATCH ? ${takenBy(query)} LIMIT ${mostCounted + 1}`,
      words,
      ...takenBindings(query),
    )
    .toArray()

/** What of them each choice of a facet would leave, under all other filters. */
const counted = (rows: readonly CellRow[], query: IdeasQuery, name: FacetName): Record<string, number> => {
  const [counts, left] = [new Map<string, number>(), rows.filter((row) => fits(row, query, name) && !(query.asked && row.asked))]
  for (const row of left) counts.set(keyOf(name, row[name]), (counts.get(keyOf(name, row[name])) ?? 0) + Number(row.count))
  const unsaid = left.reduce((sum, row) => (Number(row.unsaid) > 0 ? sum + Number(row.count) : sum), 0)
  return whole(name, Object.fromEntries(counts), unsaid)
}

/** For each facet how many ideas each of its choices would leave, under all other filters. */
export const facetsOf = (sql: SqlStorage, query: IdeasQuery): FacetsReply => {
  const words = searchExpression(query.q)
  const rows = words
    ? likeTyped(
        sql,
        query.q,
        words,
        (meant) => found(sql, query, meant),
        ({ length }) => length === 0,
      )
    : query.taken === undefined
      ? kept(sql)
      : ofTaken(sql, query)
  const counts = words ? rows.slice(0, mostCounted) : rows
  return {
    facets: Object.fromEntries(facetNames.map((name) => [name, counted(counts, query, name)])) as FacetsReply['facets'],
    cut: words !== '' && rows.length > mostCounted,
  }
}
