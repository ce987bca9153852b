import * as v from 'valibot'
import type { EvidenceMapReply, EvidenceReply, ListedClip, MapCell, Paper, SupportedIdea } from '../../../shared/api/evidence.ts'
import { normaliseDoi, normalisePmcid, normalisePmid, normaliseRegistry } from '../../../shared/citations/identifiers.ts'
import { citationKeys } from '../../../shared/citations/citation-keys.ts'
import { evidenceKindSchema } from '../../../shared/domain/evidence-kinds.ts'
import type { Context } from '../../../shared/domain/actor.ts'
import type { Evidence, Network } from '../../../shared/domain/entities.ts'
import { objection } from '../../../shared/mutations/index.ts'
import { evidenceAsSeenBy } from '../../../shared/rules/visibility.ts'
import { caps } from '../../../shared/sync/protocol.ts'
import { leanBody } from '../rows/lean-body.ts'
import { readPage } from '../rows/read-page.ts'
import { searchExpression } from './search-expression.ts'

/** Counting stops here. */
const countedAtMost = 1000
/** Clips of the page's papers that are shown below the newest one of each. */
const mostOthers = 200

const shortText = v.pipe(v.string(), v.maxLength(200))

export const clipsQuerySchema = v.object({
  topic: v.optional(shortText),
  kind: v.optional(v.union([evidenceKindSchema, v.literal('unsaid')])),
  level: v.optional(v.picklist(['1', '2', '3', '4', '5', 'none'])),
  state: v.optional(v.picklist(['loose', 'attached', 'dismissed', 'all'])),
  q: v.optional(v.pipe(v.string(), v.maxLength(300)), ''),
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,16}\.\d{1,16}$/))),
  limit: v.optional(v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(100)), '30'),
})
export type ClipsQuery = v.InferOutput<typeof clipsQuerySchema>

/** Keys of an identifier that was typed in place of words. */
const keysTyped = (typed: string): string[] => {
  const [DOI, PMID, PMCID, number] = [normaliseDoi, normalisePmid, normalisePmcid, normaliseRegistry].map((read) => read(typed))
  const named = { DOI, PMID, PMCID, number: typeof number === 'object' ? number.number : undefined }
  return citationKeys(JSON.parse(JSON.stringify(named)) as Parameters<typeof citationKeys>[0])
}

interface Conditions {
  sql: string[]
  bindings: (string | number)[]
}

/** What a row of that alias has to fit, topic excepted; every value a binding. */
const conditions = (query: ClipsQuery, alias: string): Conditions => {
  const found: Conditions = { sql: [], bindings: [] }
  const add = (condition: string, ...values: (string | number)[]): void => {
    found.sql.push(condition)
    found.bindings.push(...values)
  }
  if (query.state === undefined) add(`${alias}.state <> 'dismissed'`)
  else if (query.state !== 'all') add(`${alias}.state = ?`, query.state)
  if (query.kind !== undefined) add(`${alias}.kind = ?`, query.kind === 'unsaid' ? '' : query.kind)
  if (query.level !== undefined) add(`${alias}.level = ?`, query.level === 'none' ? 0 : Number(query.level))
  const words = searchExpression(query.q)
  if (words)
    add(
      `(${alias}.number IN (SELECT rowid FROM clip_words WHERE clip_words MATCH ?) OR ${alias}.number IN (SELECT k.number FROM json_each(?) j JOIN clip_key k ON k.key = j.value))`,
      words,
      JSON.stringify(keysTyped(query.q)),
    )
  return found
}

const topicKey = (topic: string): string => (topic === 'none' ? '' : topic)

/** The rows that fit, from the index that names fewest of them, and none of an item of which a newer one fits. */
const fitting = (query: ClipsQuery): { from: string; where: Conditions; newestOnly: Conditions } => {
  const [where, newer] = [conditions(query, 'c'), conditions(query, 'o')]
  if (query.topic !== undefined) {
    where.sql.push('s.topic = ?')
    where.bindings.push(topicKey(query.topic))
    newer.sql.push('EXISTS (SELECT 1 FROM clip_spot t WHERE t.topic = ? AND t.at = o.at AND t.number = o.number)')
    newer.bindings.push(topicKey(query.topic))
  }
  const from = query.topic === undefined ? 'clip_row c' : 'clip_spot s CROSS JOIN clip_row c ON c.number = s.number'
  const beyond = ['o.item = c.item', '(o.at, o.number) > (c.at, c.number)', ...newer.sql].join(' AND ')
  return { from, where, newestOnly: { sql: [`NOT EXISTS (SELECT 1 FROM clip_row o WHERE ${beyond})`], bindings: newer.bindings } }
}

const clause = (sql: readonly string[]): string => (sql.length > 0 ? `WHERE ${sql.join(' AND ')}` : '')

type ClipRow = { number: number; item: number; at: number; body: string }

const others = (sql: SqlStorage, heads: readonly ClipRow[]): ClipRow[] =>
  readPage<ClipRow>(sql, {
    columns: `c.number, c.item, c.at, ${leanBody}`,
    texts: ['e.body'],
    from: `FROM json_each(?) j CROSS JOIN clip_row c ON c.item = j.value CROSS JOIN entity e ON e.kind = 'evidence' AND e.id = c.id
      WHERE c.number NOT IN (SELECT value FROM json_each(?)) ORDER BY c.at DESC, c.number DESC`,
    bindings: [JSON.stringify(heads.map(({ item }) => item)), JSON.stringify(heads.map(({ number }) => number))],
    most: mostOthers,
    bytes: caps.pageBytes / 4,
  }).rows

const countsOf = (sql: SqlStorage, items: readonly number[]): Map<number, number> =>
  new Map(
    sql
      .exec<{ item: number; count: number }>(
        'SELECT c.item, count(*) AS count FROM json_each(?) j CROSS JOIN clip_row c ON c.item = j.value GROUP BY c.item',
        JSON.stringify(items),
      )
      .toArray()
      .map(({ item, count }) => [item, count]),
  )

const supported = (sql: SqlStorage, papers: readonly Paper[]): Record<string, SupportedIdea> => {
  const ids = new Set(papers.flatMap(({ clips }) => clips.flatMap(({ item }) => item.ideas)))
  const rows = sql
    .exec<SupportedIdea & { id: string } & Record<string, SqlStorageValue>>(
      "SELECT r.id, json_extract(e.body, '$.change') AS change, r.topic, r.disposition FROM json_each(?) j CROSS JOIN idea_row r ON r.id = j.value CROSS JOIN entity e ON e.kind = 'idea' AND e.id = r.id",
      JSON.stringify([...ids]),
    )
    .toArray()
  return Object.fromEntries(rows.map(({ id, change, topic, disposition }) => [id, { change, topic, disposition }]))
}

/** Ideas of a clip that are asked about, whether it may be taken from them or judged beside them. */
const mostAsked = 20

const listed = (network: Network, item: Evidence, reader: Context): ListedClip => {
  const evidence = item.id
  const [idea, another] = item.ideas
  const first = item.ideas.slice(0, mostAsked)
  const beside = idea !== undefined && another === undefined ? { idea } : {}
  return {
    item: evidenceAsSeenBy(reader, item),
    may: {
      assess: !objection('assessEvidence', network, { evidence, ...beside }, reader),
      dismiss: !objection('dismissEvidence', network, { evidence }, reader),
      detach: first.filter((of) => !objection('detachEvidence', network, { evidence, idea: of }, reader)),
      direction: first.filter((of) => !objection('assessEvidence', network, { evidence, idea: of }, reader)),
    },
  }
}

/**
 * A page of papers, the most recently clipped first; it ends at `limit` papers or at so many bytes. CROSS JOIN keeps the order of the tables: an
 * index of the list is walked, and of the clips themselves only those are read that are shown.
 */
export const papersOf = (sql: SqlStorage, network: Network, query: ClipsQuery, reader: Context): EvidenceReply => {
  const { from, where, newestOnly } = fitting(query)
  const counted = Number(
    sql
      .exec(`SELECT count(*) AS count FROM (SELECT 1 FROM ${from} ${clause(where.sql)} LIMIT ${countedAtMost + 1})`, ...where.bindings)
      .one()['count'],
  )
  const order = query.topic === undefined ? 'c' : 's'
  const [value = 0, number = 0] = (query.after ?? '').split('.').map(Number)
  const beyond: Conditions = query.after
    ? { sql: [`(${order}.at, ${order}.number) < (?, ?)`], bindings: [value, number] }
    : { sql: [], bindings: [] }
  const { rows, more } = readPage<ClipRow>(sql, {
    columns: 'c.number, c.item, c.at, e.body',
    texts: ['e.body'],
    from: `FROM ${from} CROSS JOIN entity e ON e.kind = 'evidence' AND e.id = c.id ${clause([...where.sql, ...newestOnly.sql, ...beyond.sql])}
      ORDER BY ${order}.at DESC, ${order}.number DESC`,
    bindings: [...where.bindings, ...newestOnly.bindings, ...beyond.bindings],
    most: query.limit,
    bytes: caps.pageBytes / 2,
  })
  const [beside, counts] = [
    others(sql, rows),
    countsOf(
      sql,
      rows.map(({ item }) => item),
    ),
  ]
  const clip = ({ body }: ClipRow): ListedClip => listed(network, JSON.parse(body) as Evidence, reader)
  const papers = rows.map((head) => ({
    clips: [head, ...beside.filter(({ item }) => item === head.item)].map(clip),
    count: counts.get(head.item) ?? 1,
  }))
  const last = rows.at(-1)
  return {
    papers,
    ideas: supported(sql, papers),
    total: counted > countedAtMost ? null : counted,
    next: more && last ? `${last.at}.${last.number}` : null,
  }
}

/** The evidence map, from sums that are kept: it costs its cells, not the bank's clips. */
export const evidenceMap = (sql: SqlStorage): EvidenceMapReply => ({
  cells: sql
    .exec<Omit<MapCell, 'kind'> & { kind: string } & Record<string, SqlStorageValue>>(
      `SELECT topic, kind, sum(count) AS count, sum(count * (tested > 0)) AS tested, sum(count * (tested > 1)) AS improved
       FROM clip_tally GROUP BY topic, kind HAVING sum(count) > 0`,
    )
    .toArray()
    .map(({ kind, topic, count, tested, improved }) => ({ topic, kind: (kind || null) as MapCell['kind'], count, tested, improved })),
})
