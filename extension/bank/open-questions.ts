import type { Comment, Idea } from '../../shared/domain/entities.ts'
import { openQuestion } from '../../shared/rules/open-question.ts'
import { argumentTexts } from '../outbox/argument-texts.ts'
import type { GleanerDatabase } from '../store/db.ts'
import { myIdeas, ofIdea } from '../store/index-keys.ts'
import type { StoredRow } from '../store/rows.ts'

/** A question of the network that waits for this person's answer. */
export interface OpenQuestion {
  /** The idea, and its sentence. */
  idea: string
  change: string
  /** The comment that asks, and its words. */
  comment: string
  text: string
  /** When it was asked, in milliseconds since 1970, and whether it is known to be read. */
  at: number
  isRead: boolean
}

const questionOf = (idea: Idea, comments: readonly Comment[], read: ReadonlySet<string>): OpenQuestion[] => {
  const at = openQuestion(idea, comments)
  const asked = comments.find((comment) => comment.question && comment.at === at)
  if (!asked) return []
  const { id: comment, text, readAt } = asked
  return [{ idea: idea.id, change: idea.change, comment, text, at: asked.at, isRead: readAt !== undefined || read.has(comment) }]
}

/** Rows that have one of these keys. Outside a transaction Dexie follows one step of a read, not `rowsWith`'s two. */
const rowsOf = async ({ blocks }: GleanerDatabase, keys: readonly string[]): Promise<StoredRow[]> => {
  const wanted = new Set(keys)
  const found = await blocks.where('keys').anyOf(keys).distinct().toArray()
  return found.flatMap(({ rows }) => rows.filter((row) => row.keys.some((key) => wanted.has(key))))
}

/**
 * The questions about one's own ideas that one has not answered, the oldest first; an answer that waits to be sent is one.
 * Costs reading one's own ideas with what belongs to them, not the bank.
 */
export const readOpenQuestions = async (database: GleanerDatabase): Promise<OpenQuestion[]> => {
  const waiting = await database.outbox.toArray()
  const ideas = (await rowsOf(database, [myIdeas])).flatMap(({ value }) =>
    'proposedBy' in value && value.proposedBy === database.person ? [value] : [],
  )
  if (ideas.length === 0) return []
  const parts = await rowsOf(
    database,
    ideas.map(({ id }) => ofIdea(id)),
  )
  const comments = Map.groupBy(
    parts.flatMap(({ kind, value }) => (kind === 'comment' ? [value as Comment] : [])),
    ({ idea }) => idea,
  )
  const about = (name: string, argument: 'idea' | 'comment'): Set<string> =>
    new Set(waiting.flatMap((one) => (one.name === name ? argumentTexts(one.args, argument) : [])))
  const [answered, read] = [about('commentIdea', 'idea'), about('markQuestionRead', 'comment')]
  return ideas
    .filter(({ id }) => !answered.has(id))
    .flatMap((idea) => questionOf(idea, comments.get(idea.id) ?? [], read))
    .toSorted((one, other) => one.at - other.at)
}
