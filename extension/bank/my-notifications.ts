import { type Comment, type Evidence, frameworkId, type Idea, type Kind } from '../../shared/domain/entities.ts'
import { newestOf, newsFrom, type NewsItem } from '../../shared/notifications/notifications.ts'
import { type GleanerDatabase, keyValue } from '../store/db.ts'
import { myComments, myEvidence, myIdeas, ofIdea } from '../store/index-keys.ts'
import { readRows, rowsWith, type StoredRow } from '../store/rows.ts'

export interface NewsSource {
  /** Rows of the ideas that something ties to the person, with what belongs to them. */
  rows: StoredRow[]
  /** The time of the newest one seen on this device, in milliseconds since 1970. */
  seen: number
}

/** The most ideas that are read; with more, the newest. */
const mostIdeas = 1000
const longestChain = 20

const ideasNamed = ({ kind, value }: StoredRow): string[] => {
  if (kind === 'evidence') return (value as Evidence).ideas
  return kind === 'comment' ? [(value as Comment).idea] : []
}

/** The ideas of these names and those that they were joined to, one after the other. */
const withSurvivors = async (database: GleanerDatabase, own: readonly StoredRow[], names: readonly string[]): Promise<StoredRow[]> => {
  const found = new Map(own.map((row) => [row.id, row]))
  let wanted = names.filter((id) => !found.has(id))
  for (let hops = 0; hops < longestChain; hops += 1) {
    for (const row of await readRows(
      database,
      wanted.map((id) => ['idea', id]),
    ))
      found.set(row.id, row)
    wanted = [...found.values()].flatMap(({ value }) => (value as Idea).mergedInto ?? []).filter((id) => !found.has(id))
    if (wanted.length === 0) break
  }
  return [...found.values()].toSorted((one, other) => (other.value as Idea).movedAt - (one.value as Idea).movedAt).slice(0, mostIdeas)
}

const peopleIn = ({ value }: StoredRow): string[] => {
  const { by, hold, ending, step } = value as Partial<Comment & Idea>
  return [by, hold?.by, ending?.by, step?.by].filter((person) => person !== undefined)
}

/** Reads what ties the person to ideas, and these ideas whole. Nothing else of the bank. */
export const readNotificationSource = (database: GleanerDatabase): Promise<NewsSource> => {
  const { blocks, meta } = database
  return database.transaction('r', [blocks, meta], async () => {
    const own = await rowsWith(database, [myIdeas, myEvidence, myComments])
    const ideas = await withSurvivors(
      database,
      own.filter(({ kind }) => kind === 'idea'),
      own.flatMap(ideasNamed),
    )
    const theirs = await rowsWith(
      database,
      ideas.map(({ id }) => ofIdea(id)),
    )
    const all = [...ideas, ...own.filter(({ kind }) => kind !== 'idea'), ...theirs]
    const people = [...new Set(all.flatMap(peopleIn))].map((person): [Kind, string] => ['person', person])
    const found = [...all, ...(await readRows(database, [...people, ['framework', frameworkId]]))]
    return {
      rows: [...new Map(found.map((row) => [`${row.kind} ${row.id}`, row])).values()],
      seen: (await keyValue(database, 'seen')) ?? 0,
    }
  })
}

/** What happened to one idea, told by its latest notification. */
export interface IdeaNews {
  latest: NewsItem
  /** How many came before it. */
  earlier: number
  /** Whether any of it is newer than what was seen on this device. */
  fresh: boolean
}

export interface News {
  /** The newest first. */
  ideas: IdeaNews[]
  items: NewsItem[]
  /** Ideas that went anywhere since, and ideas of which anything else is new. */
  moved: number
  others: number
  nameOf: (person: string) => string
}

/** Ideas of the list. */
const shown = 50
const moves: ReadonlySet<NewsItem['kind']> = new Set([
  'classified',
  'moved',
  'moved-back',
  'reopened',
  'parked',
  'declined',
  'abandoned',
  'merged',
  'held',
])

/** What makes an idea one's own. */
const theirs: ReadonlySet<NewsItem['tie']> = new Set(['sender', 'joined', 'lead'])

const isFresh =
  (seen: number) =>
  ({ at, kind }: NewsItem): boolean =>
    at > seen && kind !== 'received'

const byIdea = (items: readonly NewsItem[], seen: number): IdeaNews[] =>
  [...Map.groupBy(items, ({ into, idea }) => into?.id ?? idea).values()].flatMap((those) => {
    const [latest] = those
    return latest ? [{ latest, earlier: those.length - 1, fresh: those.some(isFresh(seen)) }] : []
  })

/** A person's notifications by idea, the newest first. That an idea arrived is listed, but does not count as unseen. */
export const myNotifications = ({ rows, seen }: NewsSource, person: string): News => {
  const items = newsFrom(rows, person, 0)
  const fresh = items.filter(isFresh(seen))
  const moved = new Set(fresh.filter(({ kind, tie }) => moves.has(kind) && theirs.has(tie)).map(({ idea }) => idea))
  const names = new Map(rows.flatMap(({ kind, id, value }) => (kind === 'person' ? [[id, (value as { name: string }).name]] : [])))
  return {
    ideas: byIdea(items, seen).slice(0, shown),
    items,
    moved: moved.size,
    others: new Set(fresh.filter(({ idea }) => !moved.has(idea)).map(({ idea }) => idea)).size,
    nameOf: (id) => names.get(id) ?? '',
  }
}

/** Stores that these were seen; on this device only. */
export const markSeen = async ({ meta }: GleanerDatabase, items: readonly NewsItem[], before: number): Promise<void> => {
  const newest = newestOf(items, before)
  if (newest > before) await meta.put({ key: 'seen', value: newest })
}
