import { type Comment, type Evidence, frameworkId, type Idea, type Kind } from '../shared/network.ts'
import { newestOf, newsFrom, type NewsItem } from '../shared/news.ts'
import type { GleanerDatabase, StoredRow } from './db.ts'
import { myComments, myEvidence, myIdeas, ofIdea } from './row-keys.ts'

export interface NewsSource {
  /** Rows of the ideas that something ties to the person, with what belongs to them. */
  rows: StoredRow[]
  /** The newest that was looked at on this device. */
  seen: number
}

/** More ideas than anybody follows; the newest of them are told of. */
const mostIdeas = 1000
const longestChain = 20

const ideasNamed = ({ kind, value }: StoredRow): string[] => {
  if (kind === 'evidence') return (value as Evidence).ideas
  return kind === 'comment' ? [(value as Comment).idea] : []
}

/** The ideas of these names and those that they were joined to, one after the other. */
const withSurvivors = async ({ rows }: GleanerDatabase, own: readonly StoredRow[], names: readonly string[]): Promise<StoredRow[]> => {
  const found = new Map(own.map((row) => [row.id, row]))
  let wanted = names.filter((id) => !found.has(id))
  for (let hops = 0; hops < longestChain; hops += 1) {
    for (const row of await rows.bulkGet(wanted.map((id): [Kind, string] => ['idea', id]))) if (row) found.set(row.id, row)
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
export const readNews = (database: GleanerDatabase): Promise<NewsSource> => {
  const { rows, meta } = database
  return database.transaction('r', [rows, meta], async () => {
    const own = await rows.where('keys').anyOf([myIdeas, myEvidence, myComments]).distinct().toArray()
    const ideas = await withSurvivors(
      database,
      own.filter(({ kind }) => kind === 'idea'),
      own.flatMap(ideasNamed),
    )
    const theirs = await rows
      .where('keys')
      .anyOf(ideas.map(({ id }) => ofIdea(id)))
      .distinct()
      .toArray()
    const stances = await Promise.all(
      ideas.map(({ id }) =>
        rows
          .where('[kind+id]')
          .between(['stance', `${id}/`], ['stance', `${id}/\uffff`])
          .toArray(),
      ),
    )
    const all = [...ideas, ...own.filter(({ kind }) => kind !== 'idea'), ...theirs, ...stances.flat()]
    const people = await rows.bulkGet([...new Set(all.flatMap(peopleIn))].map((person): [Kind, string] => ['person', person]))
    const framework = await rows.get(['framework', frameworkId])
    const found = [...all, ...people, framework].filter((row) => row !== undefined)
    const seen = await meta.get('seen')
    return {
      rows: [...new Map(found.map((row) => [`${row.kind} ${row.id}`, row])).values()],
      seen: seen?.key === 'seen' ? seen.value : 0,
    }
  })
}

export interface News {
  items: NewsItem[]
  /** Ideas that went anywhere since, and how much else is new. */
  moved: number
  others: number
  nameOf: (person: string) => string
}

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

/** What a person is told, the newest first. That an idea arrived is told, but nobody is called for it. */
export const newsOf = ({ rows, seen }: NewsSource, person: string): News => {
  const items = newsFrom(rows, person, 0).slice(0, shown)
  const fresh = items.filter(({ at, kind }) => at > seen && kind !== 'received')
  const moved = fresh.filter(({ kind, tie }) => moves.has(kind) && theirs.has(tie))
  const names = new Map(rows.flatMap(({ kind, id, value }) => (kind === 'person' ? [[id, (value as { name: string }).name]] : [])))
  return {
    items,
    moved: new Set(moved.map(({ idea }) => idea)).size,
    others: fresh.length - moved.length,
    nameOf: (id) => names.get(id) ?? '',
  }
}

/** Remembers that these were looked at; on this device only. */
export const markSeen = async ({ meta }: GleanerDatabase, items: readonly NewsItem[], before: number): Promise<void> => {
  const newest = newestOf(items, before)
  if (newest > before) await meta.put({ key: 'seen', value: newest })
}
