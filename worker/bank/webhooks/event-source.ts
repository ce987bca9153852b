import { approvalState } from '../../../shared/domain/approval.ts'
import { undoWithin } from '../../../shared/domain/undo.ts'
import type { Idea, Kind } from '../../../shared/domain/entities.ts'
import type { LoggedArgs } from '../../../shared/mutations/engine/logged.ts'
import { type Mutations, readMutation } from '../../../shared/mutations/index.ts'
import { openQuestion } from '../../../shared/rules/open-question.ts'
import type { HookEvent } from '../../../shared/webhooks/hook-events.ts'
import { shakenBy } from '../../../shared/rules/evidence-standing.ts'
import { numberBefore } from '../rows/log-number.ts'
import type { NetworkStore } from '../storage/store.ts'
import { isUntold } from './told-standings.ts'

/** An event without the id that it gets once it is kept. */
export type Happened = Omit<HookEvent, 'id'>

/** A mutation that is looked at: when and by whom it was asked for, and the bank as it stands by now. */
interface Seen {
  sql: SqlStorage
  store: NetworkStore
  at: number
  person: string
  /** Whether this mutation wrote that row: `last` as nobody has since, `since` where somebody may have written over it, `never` where it found what it asked for. */
  wrote: (kind: Kind, id: string) => 'last' | 'since' | 'never'
}
type Tells = { readonly [Name in keyof Mutations]?: (args: LoggedArgs<Mutations, Name>, seen: Seen) => Happened[] }

/** About an idea that is there still; of one that was withdrawn nothing is told. */
const ofIdea = (
  id: string | undefined,
  { store, at }: Seen,
  tell: (idea: Idea) => Omit<Happened, 'at' | 'idea'> | undefined,
): Happened[] => {
  const idea = id === undefined ? undefined : store.network.idea(id)
  const told = idea && tell(idea)
  return idea && told ? [{ ...told, at, idea: idea.id }] : []
}

/** The same of what changes the idea's own row: asked for what was so already, nothing happened. */
const changing = (id: string | undefined, seen: Seen, tell: (idea: Idea) => Omit<Happened, 'at' | 'idea'> | undefined): Happened[] =>
  ofIdea(id, seen, (idea) => (seen.wrote('idea', idea.id) === 'never' ? undefined : tell(idea)))

/** That an item must not be rested on any more; a notice about another item is no such thing. */
const standingTold = (
  id: string | undefined,
  { sql, store, at }: Seen,
  isHeardNow: (asked: number) => boolean = () => true,
): Happened[] => {
  const clip = id === undefined ? undefined : store.network.evidence(id)
  const standing = clip && shakenBy(clip)
  if (!clip || !standing || standing === 'notice' || !isUntold(sql, clip, standing, isHeardNow)) return []
  return [{ type: 'evidence.standing', at, evidence: clip.id, standing }]
}

/**
 * What is told of each mutation; of the others nothing. Everything is read again from the rows: a comment that was deleted, a
 * word that was taken back or an idea that was withdrawn meanwhile is not told. Nothing here says who did it: a receiver may be a channel that all can read.
 */
const tells: Tells = {
  proposeIdea: ({ idea }, seen) => ofIdea(idea, seen, ({ site }) => ({ type: 'idea.proposed', ...(site ? { site } : {}) })),
  commentIdea: ({ idea, comment }, seen) =>
    ofIdea(idea, seen, (about) => {
      const said = comment === undefined ? undefined : seen.store.network.comment(comment)
      if (!said) return undefined
      const bySender = said.nameHidden === true || said.by === about.proposedBy
      if (said.question && (said.nameHidden || !bySender)) return { type: 'idea.question', comment: said.id }
      const before = seen.store.partsOf('comment', about.id).filter(({ at }) => at < said.at)
      return bySender && openQuestion(about, before) !== null ? { type: 'idea.answer', comment: said.id } : undefined
    }),
  moveIdea: ({ idea, to = '' }, seen) => changing(idea, seen, () => ({ type: 'idea.moved', state: 'moved', to })),
  reopenIdea: ({ idea }, seen) => changing(idea, seen, () => ({ type: 'idea.moved', state: 'reopened' })),
  returnToTriage: ({ idea }, seen) => changing(idea, seen, () => ({ type: 'idea.moved', state: 'returned' })),
  classifyIdea: ({ idea, pathway = '' }, seen) => changing(idea, seen, () => ({ type: 'idea.decided', state: 'classified', to: pathway })),
  endIdea: ({ idea, as = '', reason = '' }, seen) => changing(idea, seen, () => ({ type: 'idea.decided', state: as, reason })),
  mergeIdeas: ({ idea, into = '', reason = '' }, seen) =>
    changing(idea, seen, () => ({ type: 'idea.decided', state: 'merged', into, reason })),
  decideApproval: ({ idea, approval: asked }, seen) =>
    changing(idea, seen, ({ approval }) => {
      // Of several votes the one that decided.
      if (!approval?.decided || approval.id !== asked || approval.votes.at(-1)?.by !== seen.person) return undefined
      const state = { asked: '', approved: 'approved', conditions: 'approved-conditions', declined: 'not-approved' }[
        approvalState(approval)
      ]
      return { type: 'idea.decided', state, to: approval.to }
    }),
  holdIdea: ({ idea }, seen) => changing(idea, seen, () => ({ type: 'idea.held', state: 'held' })),
  liftHold: ({ idea }, seen) => changing(idea, seen, () => ({ type: 'idea.held', state: 'lifted' })),
  expressStance: ({ idea, site, result }, seen) =>
    ofIdea(idea, seen, ({ id }) => {
      const said = seen.store.network.stancesOf(id).find((stance) => stance.site === site)
      if (!said || !result || said.result !== result || seen.wrote('stance', said.id) !== 'last') return undefined
      return { type: 'idea.result', site: said.site, result }
    }),
  clipEvidence: ({ evidence }, seen) => standingTold(evidence, seen),
  recordWatchList: ({ evidence, said = [] }, seen) => (said.length > 0 ? standingTold(evidence, seen) : []),
  // What was heard before this answer is no news of it.
  recordLookup: ({ evidence, said = [] }, seen) => standingTold(evidence, seen, (heard) => said.some(({ asked }) => asked === heard)),
}
const toldNames = Object.keys(tells)

/** How long after it happened something is told, in milliseconds: when nobody can take it back any more. */
export const tellAfter = undoWithin + 1000

const atOnce = 500
const names = toldNames.map(() => '?').join(', ')

/** What happened since that number of the log and cannot be taken back any more, in order, and the number up to which that is all. */
export const happenedSince = (
  sql: SqlStorage,
  store: NetworkStore,
  cursor: number,
  now: number,
): { events: Happened[]; cursor: number } => {
  const settled = numberBefore(sql, now - tellAfter)
  const rows = sql
    .exec<{ seq: number; name: string; args: string; at: number; person: string }>(
      `SELECT seq, name, args, at, person FROM log WHERE seq > ? AND seq <= ? AND status = 'ok' AND taken_back IS NULL AND name IN (${names}) ORDER BY seq LIMIT ${atOnce}`,
      cursor,
      settled,
      ...toldNames,
    )
    .toArray()
  const writtenBy = (kind: Kind, id: string): number =>
    sql.exec<{ seq: number }>('SELECT seq FROM entity WHERE kind = ? AND id = ?', kind, id).toArray()[0]?.seq ?? 0
  const events = rows.flatMap(({ seq, name, args, at, person }) => {
    const wrote: Seen['wrote'] = (kind, id) => {
      const last = writtenBy(kind, id)
      return last === seq ? 'last' : last > seq ? 'since' : 'never'
    }
    const read = readMutation({ name, args: JSON.parse(args) })
    const tell = read && (tells[read.name] as ((args: unknown, seen: Seen) => Happened[]) | undefined)
    return tell ? tell(read.args, { sql, store, at, person, wrote }) : []
  })
  return { events, cursor: rows.length < atOnce ? Math.max(cursor, settled) : (rows.at(-1)?.seq ?? cursor) }
}

/** When the oldest that was not told yet can be told, in milliseconds since 1970; `null` where there is none. */
export const nextToTell = (sql: SqlStorage, cursor: number): number | null => {
  const [row] = sql.exec<{ at: number }>('SELECT at FROM log WHERE seq > ? ORDER BY seq LIMIT 1', cursor).toArray()
  return row ? row.at + tellAfter + 1 : null
}
