import { type FacetName, facetNames, type FacetsReply, orBetter, unsaidKinds } from '../../../shared/api/facets.ts'
import { conditions, type IdeasQuery } from './bank-queries.ts'
import { searchExpression, vocabularyOf } from './search-expression.ts'

/** So many found ideas are counted one by one; a search that finds more says that it was cut. */
const mostCounted = 20_000

const whole = (name: FacetName, counts: Record<string, number>, unsaid: number): Record<string, number> =>
  name === 'level' ? { ...orBetter(counts), [unsaidKinds]: unsaid } : counts
const keyOf = (name: FacetName, value: string | number | null): string => {
  if (name === 'pathway') return value === '' ? 'none' : String(value)
  return value === null ? '' : String(value)
}

/** The query without what this facet itself says. */
const without = (query: IdeasQuery, name: FacetName): IdeasQuery =>
  name === 'disposition' ? { ...query, disposition: 'all' } : { ...query, [name]: undefined }

/** Each facet by itself over the index that has it; nothing of the rows' texts is read. */
const counted = (sql: SqlStorage, query: IdeasQuery, name: FacetName): Record<string, number> => {
  const { sql: where, bindings } = conditions(sql, without(query, name))
  const rows = sql
    .exec<{ value: string | number | null; count: number }>(
      `SELECT ${name} AS value, count(*) AS count FROM idea_row ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''} GROUP BY ${name}`,
      ...bindings,
    )
    .toArray()
  const counts = Object.fromEntries(rows.map(({ value, count }) => [keyOf(name, value), count]))
  return name === 'level' ? whole(name, counts, unsaidCount(sql, query)) : counts
}

const unsaidCount = (sql: SqlStorage, query: IdeasQuery): number => {
  const { sql: where, bindings } = conditions(sql, { ...query, level: unsaidKinds })
  return Number(sql.exec(`SELECT count(*) AS count FROM idea_row WHERE ${where.join(' AND ')}`, ...bindings).one()['count'])
}

type FoundRow = Record<FacetName | 'unsaid', string | number | null>

const fits = (row: FoundRow, query: IdeasQuery, but: FacetName): boolean =>
  facetNames.every((name) => {
    const wanted = query[name]
    if (name === but || wanted === undefined || wanted === 'all') return true
    if (wanted === unsaidKinds) return Number(row.unsaid) > 0
    if (name === 'level') return row.level !== null && Number(row.level) <= Number(wanted)
    return keyOf(name, row[name]) === wanted
  })

const takenBy = ({ taken }: IdeasQuery): string => (taken === undefined ? '' : taken === 'none' ? 'AND r.taken IS NULL' : 'AND r.taken = ?')

/** A search is run once, and what it finds counted for every facet together. */
const found = (sql: SqlStorage, query: IdeasQuery, words: string): FacetsReply => {
  const rows = sql
    .exec<FoundRow>(
      `SELECT r.pathway, r.phase, r.topic, r.site, r.level, r.disposition, r.unsaid FROM idea_words w JOIN idea_row r ON r.number = w.rowid WHERE w.words MATCH ? ${query.asked ? 'AND r.asked IS NULL' : ''} ${takenBy(query)} LIMIT ${mostCounted + 1}`,
      words,
      ...(query.taken === undefined || query.taken === 'none' ? [] : [query.taken]),
    )
    .toArray()
  const facets = Object.fromEntries(
    facetNames.map((name) => {
      const counts = new Map<string, number>()
      for (const row of rows.slice(0, mostCounted))
        if (fits(row, query, name)) counts.set(keyOf(name, row[name]), (counts.get(keyOf(name, row[name])) ?? 0) + 1)
      const unsaid = rows.slice(0, mostCounted).filter((row) => Number(row.unsaid) > 0 && fits(row, query, name)).length
      return [name, whole(name, Object.fromEntries(counts), unsaid)]
    }),
  ) as FacetsReply['facets']
  return { facets, cut: rows.length > mostCounted }
}

/** For each facet how many ideas each of its choices would leave, under all other filters. */
export const facetsOf = (sql: SqlStorage, query: IdeasQuery): FacetsReply => {
  const words = searchExpression(query.q, vocabularyOf(sql))
  if (words) return found(sql, query, words)
  return { facets: Object.fromEntries(facetNames.map((name) => [name, counted(sql, query, name)])) as FacetsReply['facets'], cut: false }
}
