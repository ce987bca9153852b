import * as v from 'valibot'
import { unsaidKinds } from '../../../shared/api/facets.ts'
import { likeTyped } from './search-expression.ts'

/** Which ideas a list has, and in what order: by their numbers, without reading one. */

/** Counting stops here: "more than 1000" is all that a person needs. */
export const countedAtMost = 1000

const shortText = v.pipe(v.string(), v.maxLength(200))
const whole = (least: number, most: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number), v.minValue(least), v.maxValue(most))

export const ideasQuerySchema = v.object({
  pathway: v.optional(shortText),
  phase: v.optional(shortText),
  disposition: v.optional(v.picklist(['active', 'parked', 'declined', 'abandoned', 'merged', 'all']), 'active'),
  topic: v.optional(shortText),
  site: v.optional(shortText),
  level: v.optional(v.union([whole(1, 5), v.literal(unsaidKinds)])),
  asked: v.optional(v.literal('no')),
  taken: v.optional(shortText),
  q: v.optional(v.pipe(v.string(), v.maxLength(300)), ''),
  sort: v.optional(v.picklist(['newest', 'oldest', 'due', 'moved', 'waiting']), 'newest'),
  after: v.optional(v.pipe(v.string(), v.regex(/^-?\d{1,16}\.\d{1,16}$/))),
  limit: v.optional(whole(1, 200), '50'),
})
export type IdeasQuery = v.InferOutput<typeof ideasQuerySchema>

/** Ideas are numbered as they come in, so newest and oldest need no sorting: the row's number is the order. */
const orders = {
  newest: { column: 'number', direction: 'DESC', beyond: '<' },
  oldest: { column: 'number', direction: 'ASC', beyond: '>' },
  due: { column: 'due', direction: 'ASC', beyond: '>' },
  moved: { column: 'moved_at', direction: 'DESC', beyond: '<' },
  waiting: { column: 'moved_at', direction: 'ASC', beyond: '>' },
} as const

/** The list's conditions as SQL, but for its words; every value a binding. */
export const conditions = (query: IdeasQuery): { sql: string[]; bindings: (string | number)[] } => {
  const sql: string[] = []
  const bindings: (string | number)[] = []
  const add = (condition: string, value: string | number): void => {
    sql.push(condition)
    bindings.push(value)
  }
  if (query.disposition !== 'all') add('disposition = ?', query.disposition)
  if (query.pathway !== undefined) add('pathway = ?', query.pathway === 'none' ? '' : query.pathway)
  if (query.phase !== undefined) add('phase = ?', query.phase)
  if (query.topic !== undefined) add('topic = ?', query.topic)
  if (query.site !== undefined) add('site = ?', query.site)
  if (query.level === unsaidKinds) sql.push('unsaid > 0')
  else if (query.level !== undefined) add('level <= ?', query.level)
  if (query.asked) sql.push('asked IS NULL')
  if (query.taken === 'none') sql.push('taken IS NULL')
  else if (query.taken !== undefined) add('taken = ?', query.taken)
  return { sql, bindings }
}

interface Numbered {
  number: number
  at: number
}

/** The first of a list, one more than it shows, and how many there are in all, counted as far as anybody is told. */
interface Numbers {
  found: Numbered[]
  counted: number
}

type Conditions = ReturnType<typeof conditions>
const clause = (where: readonly string[]): string => (where.length > 0 ? `WHERE ${where.join(' AND ')}` : '')

/** Behind where the page before ended; `numbers` is how the list's number is called. */
const beyondLast = ({ sort, after }: IdeasQuery, { sql, bindings }: Conditions, numbers = 'number'): Conditions => {
  if (!after) return { sql, bindings }
  const { column, beyond } = orders[sort]
  const [value = 0, number = 0] = after.split('.').map(Number)
  return column === 'number'
    ? { sql: [...sql, `${numbers} ${beyond} ?`], bindings: [...bindings, number] }
    : { sql: [...sql, `(${column}, ${numbers}) ${beyond} (?, ?)`], bindings: [...bindings, value, number] }
}

/** A filter that is no part of the counts that are kept. */
const isUncounted = ({ taken, level }: IdeasQuery): boolean => taken !== undefined || level === unsaidKinds

/** How many ideas a filter leaves, and how many there are of its disposition: from the counts that are kept of each combination. */
const keptCount = (sql: SqlStorage, query: IdeasQuery): { counted: number; all: number } => {
  const { sql: where, bindings } = conditions(query)
  const fits = where.map((one) => one.replace('asked IS NULL', 'asked = 0').replace('level <= ?', 'level > 0 AND level <= ?')).join(' AND ')
  return sql
    .exec<{ counted: number; all: number }>(
      `SELECT coalesce(sum(CASE WHEN ${fits || 'TRUE'} THEN count END), 0) AS counted, coalesce(sum(count), 0) AS "all" FROM cell ${clause(query.disposition === 'all' ? [] : ['disposition = ?'])}`,
      ...bindings,
      ...(query.disposition === 'all' ? [] : [query.disposition]),
    )
    .one()
}

/** Indexes in the order of a list, whatever else it is narrowed by. */
const ordered = {
  newest: 'idea_row_disposition',
  oldest: 'idea_row_disposition',
  due: 'idea_row_order_due',
  moved: 'idea_row_moved',
  waiting: 'idea_row_moved',
} as const

/**
 * The table, by an index in the list's order where that reads fewer rows than sorting what matches: of `all`, one in `all / counted` is shown, so that
 * a page takes `limit * all / counted` rows. What SQLite itself has an index for, in order, is left to it.
 */
const source = (query: IdeasQuery, { counted, all }: { counted: number; all: number }): string => {
  const byNumber = orders[query.sort].column === 'number'
  const isServed = query.pathway !== undefined || (byNumber && (query.topic !== undefined || query.site !== undefined))
  if (isServed || query.disposition === 'all' || query.limit * all >= counted * counted) return 'idea_row'
  return `idea_row INDEXED BY ${ordered[query.sort]}`
}

const listed = (sql: SqlStorage, query: IdeasQuery): Numbers => {
  const { column, direction } = orders[query.sort]
  const own = conditions(query)
  const kept = isUncounted(query) ? undefined : keptCount(sql, query)
  const counted =
    kept?.counted ??
    Number(
      sql
        .exec(`SELECT count(*) AS count FROM (SELECT 1 FROM idea_row ${clause(own.sql)} LIMIT ${countedAtMost + 1})`, ...own.bindings)
        .one()['count'],
    )
  const { sql: where, bindings } = beyondLast(query, own)
  const found = sql
    .exec<Numbered & Record<string, number>>(
      `SELECT number, ${column} AS at FROM ${kept ? source(query, kept) : 'idea_row'} ${clause(where)} ORDER BY ${column} ${direction}, number ${direction} LIMIT ?`,
      ...bindings,
      query.limit + 1,
    )
    .toArray()
  return { found, counted }
}

/** Where a filter leaves one idea in so many or fewer, each of them is looked up among the words: that costs some fifty times what one more does in order. */
const fewOf = 100

/** The words' table and the list's, in the order in which they are read: the ideas that a filter leaves first where they are few and words are whole. */
export const searchSource = (sql: SqlStorage, query: IdeasQuery, words: string): string => {
  const isNarrowed = [query.pathway, query.phase, query.topic, query.site, query.level, query.asked].some((wanted) => wanted !== undefined)
  const kept = !isNarrowed || words.includes('*') || isUncounted(query) ? undefined : keptCount(sql, query)
  return kept && kept.counted * fewOf <= kept.all
    ? 'idea_row r CROSS JOIN idea_words w ON w.rowid = r.number'
    : 'idea_words w CROSS JOIN idea_row r ON r.number = w.rowid'
}

/** A search is asked once where its order is that of the words' own table: what is counted begins with what is shown. */
const searched = (sql: SqlStorage, query: IdeasQuery, words: string): Numbers => {
  const { column, direction } = orders[query.sort]
  const [own, from] = [conditions(query), searchSource(sql, query, words)]
  const matching = ({ sql: where }: Conditions): string =>
    `SELECT number, ${column} AS at FROM ${from}
     ${clause(['w.words MATCH ?', ...where])} ORDER BY ${column === 'number' ? 'w.rowid' : `${column} ${direction}, number`} ${direction} LIMIT ?`
  const first = sql
    .exec<Numbered & { counted: number } & Record<string, number>>(
      `WITH found AS MATERIALIZED (${matching(own)}) SELECT number, at, (SELECT count(*) FROM found) AS counted FROM found LIMIT ?`,
      words,
      ...own.bindings,
      countedAtMost + 1,
      query.limit + 1,
    )
    .toArray()
  const counted = first[0]?.counted ?? 0
  if (!query.after) return { found: first, counted }
  const behind = beyondLast(query, own, 'w.rowid')
  const found = sql.exec<Numbered & Record<string, number>>(matching(behind), words, ...behind.bindings, query.limit + 1).toArray()
  return { found, counted }
}

/** The numbers of a list's ideas in its order, and how many it has. */
export const numbersOf = (sql: SqlStorage, query: IdeasQuery): Numbers =>
  likeTyped(
    sql,
    query.q,
    (words) => searched(sql, query, words),
    ({ counted }) => counted === 0,
  ) ?? listed(sql, query)
