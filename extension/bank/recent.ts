import type { Message } from '../../shared/i18n/message.ts'
import type { Table } from 'dexie'
import type { Context } from '../../shared/domain/actor.ts'
import type { Idea } from '../../shared/domain/entities.ts'
import { argsOf } from '../../shared/mutations/device-mutations.ts'
import type { QueuedMutation } from '../../shared/sync/protocol.ts'
import type { Archived, PendingMutation } from '../../shared/sync/client-engine.ts'
import { newestArchived } from '../outbox/archive.ts'
import { argumentTexts } from '../outbox/argument-texts.ts'
import { ideasOf } from '../outbox/count-clips.ts'
import type { RefusedMutation, GleanerDatabase } from '../store/db.ts'
import { readRows, type StoredRow } from '../store/rows.ts'
import type { OptimisticView } from '../store/optimistic-view.ts'
import { readsOf, optimisticView } from '../store/optimistic-view.ts'
import { takenBackBy } from '../store/taken-back.ts'

/** What this device holds of what was clipped with it, as read in one go. */
export interface RecentSource {
  waiting: PendingMutation[]
  refused: RefusedMutation[]
  done: Archived[]
  rows: StoredRow[]
}

export type ItemState = 'kept' | 'sent' | 'in-bank' | 'attention'

/** A clip as a line of the list: an idea, or an item without one. A clip that came with an idea is part of the idea's line. */
export interface RecentItem {
  /** The id of the mutation that made it. */
  id: string
  kind: 'idea' | 'evidence' | 'change'
  title: string
  state: ItemState
  /** Where the idea stands now; `undefined` until the bank has it. */
  idea: Idea | undefined
  /** Why not; what was refused by an older server says it in English only. */
  reason: Message | string
  english: string
  code: string
  /** What was typed, where `kind` is `change`: it stands nowhere else. */
  said?: string
  /** Every refused mutation behind this line, to be taken up again or let go together. */
  refused: RefusedMutation[]
  at: number
}

/** Lines of the list. */
const shown = 50

const newest = <Row>(table: Table<Row, number>, order: string): Promise<Row[]> => {
  const ordered = table.orderBy(order)
  // oxlint-disable-next-line unicorn/no-array-reverse -- a query, not an array
  const backwards = ordered.reverse()
  return backwards.limit(shown * 2).toArray()
}

/** Reads what the list needs. Long lists of waiting clips are cut: the count stands elsewhere. */
export const readRecent = (database: GleanerDatabase): Promise<RecentSource> => {
  const { outbox, attention, archive, blocks } = database
  return database.transaction('r', [outbox, attention, archive, blocks], async () => {
    const waiting = await newest(outbox, 'cseq')
    const refused = await attention.toArray()
    const settled = await newestArchived(database, shown * 2)
    const refusedIds = new Set(refused.map(({ id }) => id))
    const done = settled.filter(({ id }) => !refusedIds.has(id))
    const rows = await readRows(database, readsOf([...waiting, ...refused, ...done]))
    return { waiting: waiting.toReversed(), refused, done, rows }
  })
}

const stateOf = (asked: PendingMutation | RefusedMutation | Archived): ItemState => {
  if ('code' in asked) return 'attention'
  if ('ackedAt' in asked) return 'in-bank'
  return asked.done === undefined ? 'kept' : 'sent'
}

/** The idea or the clip that a line of the list is about; `undefined` of what makes no line. */
const madeBy = (asked: QueuedMutation): string | undefined =>
  argsOf(asked, 'proposeIdea')?.idea ?? argsOf(asked, 'clipEvidence')?.evidence ?? argsOf(asked, 'attachEvidence')?.evidence

const itemOf = (asked: PendingMutation | RefusedMutation | Archived, view: OptimisticView, refused: RefusedMutation[]): RecentItem => {
  const [proposal, clip] = [argsOf(asked, 'proposeIdea'), argsOf(asked, 'clipEvidence')]
  const evidence = clip?.evidence ?? argsOf(asked, 'attachEvidence')?.evidence ?? ''
  const cited = clip?.citation ?? view.entity('evidence', evidence)?.citation
  const worst = refused[0]
  return {
    id: asked.id,
    kind: proposal ? 'idea' : 'evidence',
    // What was refused may have another form, and is called by what was typed all the same.
    title: argumentTexts(asked.args, 'change')[0] ?? cited?.title ?? argumentTexts(asked.args, 'citation', 'title')[0] ?? cited?.URL ?? '',
    state: worst ? 'attention' : stateOf(asked),
    idea: proposal?.idea ? view.entity('idea', proposal.idea) : undefined,
    reason: worst?.reason ?? worst?.message ?? '',
    english: worst?.message ?? '',
    code: worst?.code ?? '',
    refused,
    at: asked.at,
  }
}

/** The ideas and clips that were withdrawn since, unless the withdrawal was refused. */
const withdrawnIn = (asked: readonly QueuedMutation[]): Set<string | undefined> =>
  new Set(
    asked.flatMap((one) => [argsOf(one, 'withdrawIdea')?.idea, argsOf(one, 'withdrawEvidence')?.evidence].filter((id) => id !== undefined)),
  )

/** The list, what needs attention first, then the newest; what was withdrawn is not in it. */
export const recentItems = ({ waiting, refused, done, rows }: RecentSource, person: Omit<Context, 'at'>): RecentItem[] => {
  const view = optimisticView(rows, waiting, person)
  const withdrawn = withdrawnIn([...waiting, ...done])
  const back = new Set([...waiting, ...done].flatMap((one) => takenBackBy(one) ?? []))
  const clips = [...waiting, ...refused, ...done].filter((asked) => {
    const made = madeBy(asked)
    return made !== undefined && !withdrawn.has(made) && !back.has(asked.id)
  })
  const ideas = new Set(clips.map((asked) => argsOf(asked, 'proposeIdea')?.idea))
  const withIdea = (asked: QueuedMutation): string | undefined =>
    asked.name === 'proposeIdea' ? undefined : ideasOf(asked).find((id) => ideas.has(id))
  const items = clips
    .filter((asked) => withIdea(asked) === undefined)
    .map((asked) =>
      itemOf(
        asked,
        view,
        refused.filter(
          (other) => other.id === asked.id || (asked.name === 'proposeIdea' && withIdea(other) === argsOf(asked, 'proposeIdea')?.idea),
        ),
      ),
    )
  const urgency = ({ state }: RecentItem): number => (state === 'attention' ? 0 : 1)
  return items.toSorted((one, other) => urgency(one) - urgency(other) || other.at - one.at).slice(0, shown)
}
