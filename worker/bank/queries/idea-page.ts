import type { FurtherPart, FurtherParts, IdeaPage, Move } from '../../../shared/api/bank.ts'
import { factsOf, findings, gateState, reachable } from '../../../shared/rules/gates.ts'
import {
  commentAsSeenBy,
  evidenceAsSeenBy,
  ideaAsSeenBy,
  type Viewer,
  rowAsSeenBy,
  seriesAsSeenBy,
  stanceAsSeenBy,
} from '../../../shared/rules/visibility.ts'
import type { Context } from '../../../shared/domain/actor.ts'
import { type Comment, type Evidence, type Idea, survivingIdea } from '../../../shared/domain/entities.ts'
import { nextStep } from '../../../shared/rules/next-step.ts'
import { suggestPathway } from '../../../shared/rules/pathways.ts'
import { caps } from '../../../shared/sync/protocol.ts'
import { mostSimilar } from '../../../shared/rules/similarity.ts'
import { alike, history } from './bank-queries.ts'
import type { NetworkStore } from '../storage/store.ts'
import { fittingRows, type Page, readPage } from '../rows/read-page.ts'
import { wordsOf } from './search-expression.ts'

/** Candidates that share words, by the search; how alike they are is then judged as the side panel judges it. */
const candidates = 40

/** Everything that one idea's page shows; `null` if there is no such idea. */
export const ideaPage = (sql: SqlStorage, store: NetworkStore, id: string, context: Context): IdeaPage | null => {
  const { network } = store
  const idea = network.idea(id)
  if (!idea) return null
  const joined = joinedWith(store, idea)
  const together = [idea, ...joined].map((one) => one.id)
  const facts = factsOf(network, idea, context.at)
  const { rows: evidence, next: moreEvidence } = evidencePage(sql, id, null, share)
  const { rows: comments, next: moreComments } = commentsPage(sql, together, null, share)
  return {
    idea: ideaAsSeenBy(context, idea),
    evidence: evidence.map((item) => evidenceAsSeenBy(context, item)),
    stances: fittingRows(facts.stances, share).map((stance) => stanceAsSeenBy(context, stance)),
    comments: comments.map((comment) => commentAsSeenBy(context, comment)),
    series: fittingRows(
      together.flatMap((one) => store.partsOf('series', one)),
      share,
    ).map((series) => seriesAsSeenBy(context, series)),
    joined: joined
      .map((one) => ideaAsSeenBy(context, one))
      .map(({ id, change, proposedBy, site, ending, movedAt }) => ({ id, change, proposedBy, site, at: ending?.at ?? movedAt })),
    step: nextStep(facts),
    history: history(sql, id, share, context),
    moves: moves(store, idea, context),
    triage: findings(network.framework().triage, facts),
    suggestion: suggestPathway(network, idea, context.at),
    similar: similar(sql, store, idea, context),
    more: { evidence: moreEvidence, comments: moreComments },
  }
}

/** Bytes of a page that each of its lists may take. */
const share = caps.pageBytes / 4
const partsAtOnce = 500

const partsPage = <Part>(sql: SqlStorage, from: string, bindings: readonly string[], bytes: number): Page<Part> => {
  const { rows, more } = readPage<{ id: string; body: string }>(sql, {
    columns: 'e.id, e.body',
    texts: ['e.body'],
    from,
    bindings,
    most: partsAtOnce,
    bytes,
  })
  return { rows: rows.map(({ body }) => JSON.parse(body) as Part), next: more ? (rows.at(-1)?.id ?? null) : null }
}

/** Clips of an idea behind one of them, in the order of their ids. */
const evidencePage = (sql: SqlStorage, idea: string, after: string | null, bytes: number): Page<Evidence> =>
  partsPage(
    sql,
    "FROM part p CROSS JOIN entity e ON e.kind = 'evidence' AND e.id = p.id WHERE p.idea = ? AND p.kind = 'evidence' AND p.id > ? ORDER BY p.id",
    [idea, after ?? ''],
    bytes,
  )

/** The last comments of these ideas before one of them, by id (ids grow with time), oldest first. */
const commentsPage = (sql: SqlStorage, ideas: readonly string[], before: string | null, bytes: number): Page<Comment> => {
  const page = partsPage<Comment>(
    sql,
    "FROM json_each(?) i CROSS JOIN part p ON p.idea = i.value AND p.kind = 'comment' CROSS JOIN entity e ON e.kind = 'comment' AND e.id = p.id WHERE p.id < ? ORDER BY p.id DESC",
    [JSON.stringify(ideas), before ?? '\u{10FFFF}'],
    bytes,
  )
  return { ...page, rows: page.rows.toSorted((one, other) => one.at - other.at) }
}

/** Further clips or comments of an idea, behind what its page has of them; `null` if there is no such idea. */
export const furtherParts = (
  sql: SqlStorage,
  store: NetworkStore,
  { id, of, after }: { id: string; of: FurtherPart; after: string },
  context: Context,
): FurtherParts | null => {
  const idea = store.network.idea(id)
  if (!idea) return null
  if (of === 'evidence') {
    const { rows, next } = evidencePage(sql, id, after, caps.pageBytes)
    return { evidence: rows.map((item) => evidenceAsSeenBy(context, item)), comments: [], next }
  }
  const together = [idea, ...joinedWith(store, idea)].map((one) => one.id)
  const { rows, next } = commentsPage(sql, together, after, caps.pageBytes)
  return { evidence: [], comments: rows.map((comment) => commentAsSeenBy(context, comment)), next }
}

/** A part of an idea: its own row, or what belongs to it; or (`clip`) one clip by its id. Evidence, comments, stances and series go on behind `after`. */
export interface PartQuery {
  of: 'idea' | 'history' | 'stances' | 'series' | 'clip' | FurtherPart
  id: string
  after?: string | null
}

/** As many rows behind one of them, in the order of their ids, as go into a page. */
const behind = <Row extends { id: string }>(rows: readonly Row[], after: string | null, asSeen: (row: Row) => object): Page<string> => {
  const left = rows.filter(({ id }) => after === null || id > after).toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const some = fittingRows(left)
  return { rows: some.map((row) => JSON.stringify(asSeen(row))), next: some.length < left.length ? (some.at(-1)?.id ?? null) : null }
}

const wholePart = (rows: readonly object[]): Page<string> => ({ rows: rows.map((row) => JSON.stringify(row)), next: null })

/** That part as this reader may have it, each row as JSON text; `null` if there is no such idea or clip. Comments come newest first. */
export const partOf = (
  sql: SqlStorage,
  store: NetworkStore,
  { of, id, after = null }: PartQuery,
  context: Context,
): Page<string> | null => {
  const { network } = store
  const item = of === 'clip' ? network.evidence(id) : undefined
  if (of === 'clip') return item ? wholePart([evidenceAsSeenBy(context, item)]) : null
  const idea = network.idea(id)
  if (!idea) return null
  if (of === 'idea') return wholePart([ideaAsSeenBy(context, idea)])
  if (of === 'history') return wholePart(history(sql, id, caps.pageBytes, context))
  if (of === 'evidence') {
    const { rows, next } = evidencePage(sql, id, after, caps.pageBytes)
    return { ...wholePart(rows.map((one) => evidenceAsSeenBy(context, one))), next }
  }
  const together = [idea, ...joinedWith(store, idea)].map((one) => one.id)
  if (of === 'comments') {
    const { rows, next } = commentsPage(sql, together, after, caps.pageBytes)
    return { ...wholePart(rows.toReversed().map((comment) => commentAsSeenBy(context, comment))), next }
  }
  if (of === 'stances') return behind(network.stancesOf(id), after, (stance) => stanceAsSeenBy(context, stance))
  const series = together.flatMap((one) => store.partsOf('series', one))
  return behind(series, after, (one) => seriesAsSeenBy(context, one))
}

const mostJoined = 50

/** Ideas that live on in this one, those that were merged into them included; a bound keeps a page small. */
const joinedWith = (store: NetworkStore, idea: Idea): Idea[] => {
  const found: Idea[] = []
  const waiting = [...(idea.joined ?? [])]
  for (let id = waiting.shift(); id !== undefined && found.length < mostJoined; id = waiting.shift()) {
    const one = store.network.idea(id)
    if (!one || found.includes(one) || survivingIdea(store.network, id)?.id !== idea.id) continue
    found.push(one)
    waiting.push(...(one.joined ?? []))
  }
  return found.toSorted((one, other) => other.movedAt - one.movedAt)
}

const moves = (store: NetworkStore, idea: Idea, context: Context): Move[] => {
  const framework = store.network.framework()
  const { phases, pathways } = framework
  const order = phases.map((phase) => phase.key)
  const last = order.indexOf(pathways.find((pathway) => pathway.key === idea.pathway)?.lastPhase ?? '')
  return order
    .slice(order.indexOf(idea.phase) + 1, last + 1)
    .filter((to) => reachable(framework, idea, to))
    .map((to) => {
      const state = gateState(store.network, idea, to, context)
      return { to, allowed: state.allowed, who: state.gate?.who ?? ['coordinator'], findings: state.requirementStates }
    })
}

const similar = (sql: SqlStorage, store: NetworkStore, idea: Idea, reader: Viewer): IdeaPage['similar'] => {
  const words = wordsOf(`${idea.change} ${idea.problem}`)
  if (words.length === 0) return []
  const found = alike(sql, words, candidates).filter((row) => row.id !== idea.id)
  return mostSimilar(idea, found).map(({ item: row }) => ({
    row: rowAsSeenBy(reader, row),
    ending: store.network.idea(row.id)?.ending?.sentence ?? null,
  }))
}
