import type { Comment, Entities, Evidence, Idea, Kind, Stance } from '../domain/entities.ts'

/** A row as a device or the object holds it; other kinds than these four are passed over. */
export interface NewsRow {
  kind: Kind
  value: Entities[Kind] | null
}

/** What connects a person with an idea, the strongest first. */
export type Tie = 'sender' | 'joined' | 'lead' | 'expert' | 'watcher' | 'taker' | 'asked' | 'evidence' | 'talked'

/** The rows by what they are, with what news asks of them. */
export interface NewsRows {
  ideas: Map<string, Idea>
  evidence: Evidence[]
  stances: Stance[]
  /** In order of time. */
  comments: Comment[]
}

export const sorted = (rows: Iterable<NewsRow>): NewsRows => {
  const found: NewsRows = { ideas: new Map(), evidence: [], stances: [], comments: [] }
  for (const { kind, value } of rows) {
    if (value === null) continue
    const idea = kind === 'idea' ? (value as Idea) : undefined
    if (idea) found.ideas.set(idea.id, idea)
    else if (kind === 'evidence') found.evidence.push(value as Evidence)
    else if (kind === 'stance') found.stances.push(value as Stance)
    else if (kind === 'comment') found.comments.push(value as Comment)
  }
  found.comments.sort((one, other) => one.at - other.at)
  return found
}

/** Merges that are followed from one idea; a damaged chain ends there. */
const longestChain = 1000

/** The idea that lives on, as far as the rows tell. */
const survivor = (ideas: Map<string, Idea>, idea: Idea): Idea => {
  let found = idea
  for (let hops = 0; found.mergedInto && hops < longestChain; hops += 1) {
    const next = ideas.get(found.mergedInto)
    if (!next) break
    found = next
  }
  return found
}

const own = (idea: Idea, person: string): Tie | undefined => {
  if (idea.proposedBy === person) return 'sender'
  if (idea.leads.includes(person)) return 'lead'
  if (idea.experts.includes(person)) return 'expert'
  if (idea.watchers?.includes(person)) return 'watcher'
  if (idea.taken?.by === person) return 'taker'
  return idea.approval?.by === person ? 'asked' : undefined
}

/**
 * The ideas that a person is notified of, each with the strongest reason why. Who sent an idea stays tied to the one that it was
 * merged into, and so does whoever clipped evidence for it or took part in its talk.
 */
export const tiesOf = ({ ideas, evidence, comments }: NewsRows, person: string): Map<string, Tie> => {
  const ties = new Map<string, Tie>()
  const rank: readonly Tie[] = ['sender', 'joined', 'lead', 'expert', 'watcher', 'taker', 'asked', 'evidence', 'talked']
  const tie = (idea: string, as: Tie): void => {
    const present = ties.get(idea)
    if (!present || rank.indexOf(as) < rank.indexOf(present)) ties.set(idea, as)
  }
  for (const idea of ideas.values()) {
    const as = own(idea, person)
    if (!as) continue
    tie(idea.id, as)
    const living = survivor(ideas, idea)
    if (living.id !== idea.id) tie(living.id, as === 'sender' ? 'joined' : as)
  }
  for (const item of evidence) if (item.clippedBy === person) for (const id of item.ideas) tie(id, 'evidence')
  for (const comment of comments) if (comment.by === person) tie(comment.idea, 'talked')
  return ties
}
