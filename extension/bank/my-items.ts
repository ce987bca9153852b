import type { Context } from '../../shared/domain/actor.ts'
import type { Evidence, Idea } from '../../shared/domain/entities.ts'
import { frameworkId } from '../../shared/domain/entities.ts'
import { argsOf } from '../../shared/mutations/device-mutations.ts'
import type { PendingMutation } from '../../shared/sync/client-engine.ts'
import { argumentTexts } from '../outbox/argument-texts.ts'
import { ideasOf } from '../outbox/count-clips.ts'
import type { RefusedMutation, GleanerDatabase } from '../store/db.ts'
import { type ItemState, type RecentItem, recentItems } from './recent.ts'
import { isClip, meant, refusedChanges } from './refused-changes.ts'
import { myEvidence, myIdeas } from '../store/index-keys.ts'
import { readRows, rowsWith, type StoredRow } from '../store/rows.ts'
import { type OptimisticView, readsOf, optimisticView } from '../store/optimistic-view.ts'
import { notTakenBack } from '../store/taken-back.ts'

type Reader = Omit<Context, 'at'>

/** What a person clipped and proposed, on this device or another, as this device knows it. */
export interface MySource {
  rows: StoredRow[]
  waiting: PendingMutation[]
  refused: RefusedMutation[]
}

/** A line of the list: an idea, a clip that belongs to no idea of one's own, or something refused. */
export interface MyItem {
  id: string
  kind: 'idea' | 'evidence' | 'refused'
  title: string
  state: ItemState
  at: number
  idea: Idea | undefined
  evidence: Evidence | undefined
  /** Something more was said of it that is not sent yet. */
  changed: boolean
  /** What the server said no to, where `state` is `attention`. */
  trouble: RecentItem | undefined
}

export const readMine = (database: GleanerDatabase): Promise<MySource> => {
  const { blocks, outbox, attention } = database
  return database.transaction('r', [blocks, outbox, attention], async () => {
    const own = await rowsWith(database, [myIdeas, myEvidence])
    const waiting = notTakenBack(await outbox.orderBy('cseq').toArray())
    const refused = await attention.toArray()
    const all = [...own, ...(await readRows(database, [['framework', frameworkId], ...readsOf([...waiting, ...refused.map(meant)])]))]
    return { rows: [...new Map(all.map((row) => [`${row.kind} ${row.id}`, row])).values()], waiting, refused }
  })
}

/** A refused clip as the recent list has it, and whatever else was refused, in a line of its own. */
const troubles = ({ rows, refused }: MySource, view: OptimisticView, me: Reader): MyItem[] => {
  const clips = recentItems({ waiting: [], refused: refused.filter(isClip), done: [], rows }, me)
  return [...clips, ...refusedChanges(refused, view)].map((trouble) => ({
    id: trouble.id,
    kind: 'refused',
    title: trouble.title,
    state: 'attention',
    at: trouble.at,
    idea: undefined,
    evidence: undefined,
    changed: false,
    trouble,
  }))
}

/** Everything of one person, what needs attention first, then the newest. What they withdrew is not there any more. */
export const myItems = (source: MySource, me: Reader): MyItem[] => {
  const { rows, waiting } = source
  const view = optimisticView(rows, waiting, me)
  const known = new Set(rows.map(({ kind, id }) => `${kind} ${id}`))
  const touched = new Set(waiting.flatMap(({ args }) => [...ideasOf({ args }), ...argumentTexts(args, 'evidence')]))
  const made = (
    kind: 'idea' | 'evidence',
    idOf: (asked: PendingMutation) => string | undefined,
  ): Map<string, PendingMutation | undefined> => {
    const sent = rows.filter((row) => row.kind === kind).map((row): [string, undefined] => [row.id, undefined])
    const begun = waiting.flatMap((one): [string, PendingMutation][] => {
      const id = idOf(one)
      return id === undefined ? [] : [[id, one]]
    })
    return new Map([...begun, ...sent])
  }
  const item = (kind: 'idea' | 'evidence', id: string, asked: PendingMutation | undefined): Omit<MyItem, 'title' | 'at'> => ({
    id,
    kind,
    state: known.has(`${kind} ${id}`) ? 'in-bank' : asked?.done === undefined ? 'kept' : 'sent',
    idea: view.entity('idea', kind === 'idea' ? id : ''),
    evidence: view.entity('evidence', kind === 'evidence' ? id : ''),
    changed: known.has(`${kind} ${id}`) && touched.has(id),
    trouble: undefined,
  })
  const ideas = [...made('idea', (one) => argsOf(one, 'proposeIdea')?.idea)].flatMap(([id, asked]): MyItem[] => {
    const line = item('idea', id, asked)
    // What the server will very likely refuse is not lost before it has.
    if (asked && view.refusals.has(asked.id)) return [{ ...line, title: argsOf(asked, 'proposeIdea')?.change ?? '', at: asked.at }]
    if (line.idea?.proposedBy !== me.person) return []
    return [{ ...line, title: line.idea.change, at: line.idea.proposedAt }]
  })
  const mine = new Set(ideas.map(({ id }) => id))
  const clips = [...made('evidence', (one) => argsOf(one, 'clipEvidence')?.evidence)].flatMap(([id, asked]): MyItem[] => {
    const line = item('evidence', id, asked)
    if (line.evidence?.clippedBy !== me.person || line.evidence.ideas.some((idea) => mine.has(idea))) return []
    const { citation, clippedAt } = line.evidence
    return [{ ...line, title: citation.title ?? citation.URL ?? '', at: clippedAt }]
  })
  return [
    ...troubles(source, view, me).toSorted((one, other) => other.at - one.at),
    ...[...ideas, ...clips].toSorted((one, other) => other.at - one.at),
  ]
}

/** Clips of one's own that support no idea yet. */
export const isLoose = ({ kind, evidence }: MyItem): boolean => kind === 'evidence' && evidence?.ideas.length === 0

export const myFilters = ['all', 'attention', 'unsent', 'unanswered', 'under-way', 'ended', 'evidence'] as const
export type MyFilter = (typeof myFilters)[number]

const stands = ({ idea }: MyItem): 'unanswered' | 'under-way' | 'ended' | '' => {
  if (!idea) return ''
  if (idea.disposition !== 'active') return 'ended'
  return idea.pathway === null ? 'unanswered' : 'under-way'
}

const isOf = (item: MyItem, filter: MyFilter): boolean => {
  if (filter === 'all') return true
  if (filter === 'attention') return item.state === 'attention'
  if (filter === 'unsent') return item.state === 'kept' || item.changed
  return filter === 'evidence' ? item.kind === 'evidence' : item.kind === 'idea' && stands(item) === filter
}

/** Those of that kind in which every typed word begins one. */
export const filterMine = (items: readonly MyItem[], filter: MyFilter, matches: (text: string) => boolean): MyItem[] =>
  items.filter((item) => isOf(item, filter) && matches([item.title, item.idea?.problem ?? '', item.evidence?.note ?? ''].join(' ')))
