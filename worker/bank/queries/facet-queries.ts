import { type FacetName, facetNames, type FacetsReply, orBetter, unsaidKinds } from '../../../shared/api/facets.ts'
import { conditions, countedAtMost, type IdeasQuery, searchSource } from './list-numbers.ts'
import { likeTyped } from './search-expression.ts'

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

/** Facets that are counted together, for there are few of their combinations. No more: a Durable Object takes five parts of a UNION. */
const parts: readonly (readonly FacetName[])[] = [['pathway', 'phase', 'level', 'disposition'], ['topic'], ['site']]

type PartRow = CellRow & { part: number }
type Counted = { name: FacetName; counts: Record<string, number>; all: number }

/** The newest ideas that have these words and fit all filters, counted for some facets. */
const found = (sql: SqlStorage, query: IdeasQuery, words: string, names: readonly FacetName[]): Counted[] => {
  if (names.length === 0) return []
  const { sql: where, bindings } = conditions(query)
  const each = parts.flatMap((part, number) => {
    if (!names.some((name) => part.includes(name))) return []
    const columns = facetNames.map((name) => (part.includes(name) ? name : `NULL AS ${name}`))
    return [
      `SELECT ${number} AS part, ${columns.join(', ')}, unsaid > 0 AS unsaid, count(*) AS count FROM found GROUP BY ${part.join(', ')}, unsaid > 0`,
    ]
  })
  const rows = sql
    .exec<PartRow>(
      `WITH found AS MATERIALIZED (
         SELECT ${facetNames.join(', ')}, unsaid FROM ${searchSource(sql, query, words)}
         WHERE ${['w.words MATCH ?', ...where].join(' AND ')} ORDER BY w.rowid DESC LIMIT ${countedAtMost}
       ) ${each.join(' UNION ALL ')}`,
      words,
      ...bindings,
    )
    .toArray()
  return names.map((name) => {
    const own = rows.filter(({ part }) => parts[part]?.includes(name))
    return { name, counts: summed(own, name), all: own.reduce((sum, { count }) => sum + Number(count), 0) }
  })
}

/** The same list, as it would be without a filter. */
const without = (query: IdeasQuery, name: FacetName): IdeasQuery =>
  name === 'disposition' ? { ...query, disposition: 'all' } : { ...query, [name]: undefined }

const narrowedBy = (query: IdeasQuery, name: FacetName): boolean => query[name] !== undefined && query[name] !== 'all'

/** What a search finds, counted as far as the list itself is: once for all facets that nothing is chosen of, once for each of the others. */
const ofSearch = (sql: SqlStorage, query: IdeasQuery): FacetsReply | undefined => {
  const [free, set] = [facetNames.filter((name) => !narrowedBy(query, name)), facetNames.filter((name) => narrowedBy(query, name))]
  const each = likeTyped(
    sql,
    query.q,
    (words) => [...found(sql, query, words, free), ...set.flatMap((name) => found(sql, without(query, name), words, [name]))],
    (counted) => counted.every(({ all }) => all === 0),
  )
  return (
    each && {
      facets: Object.fromEntries(each.map(({ name, counts }) => [name, counts])) as FacetsReply['facets'],
      cut: each.filter(({ all }) => all >= countedAtMost).map(({ name }) => name),
    }
  )
}

/** How many there are of each choice of a facet. */
const summed = (rows: readonly CellRow[], name: FacetName): Record<string, number> => {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(keyOf(name, row[name]), (counts.get(keyOf(name, row[name])) ?? 0) + Number(row.count))
  const unsaid = rows.reduce((sum, row) => (Number(row.unsaid) > 0 ? sum + Number(row.count) : sum), 0)
  return whole(name, Object.fromEntries(counts), unsaid)
}

/** What each choice of a facet would leave of them, under all other filters. */
const counted = (rows: readonly CellRow[], query: IdeasQuery, name: FacetName): Record<string, number> =>
  summed(
    rows.filter((row) => fits(row, query, name) && !(query.asked && row.asked)),
    name,
  )

/** For each facet how many ideas each of its choices would leave, under all other filters. */
export const facetsOf = (sql: SqlStorage, query: IdeasQuery): FacetsReply => {
  const searched = ofSearch(sql, query)
  if (searched) return searched
  const rows = query.taken === undefined ? kept(sql) : ofTaken(sql, query)
  return { facets: Object.fromEntries(facetNames.map((name) => [name, counted(rows, query, name)])) as FacetsReply['facets'], cut: [] }
}
