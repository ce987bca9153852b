import type { Comment, Idea } from '../domain/entities.ts'

/**
 * When the question was asked that the sender has not answered yet, in milliseconds since 1970; `null` where none is open.
 * The sender's next comment is the answer, and one without a name counts as theirs, or what follows from it would tell whose it is; until then the idea waits for them and not for the network.
 */
export const openQuestion = (idea: Pick<Idea, 'proposedBy'>, comments: readonly Comment[]): number | null => {
  const asked = comments.filter((comment) => comment.question && (comment.nameHidden || comment.by !== idea.proposedBy))
  const latest = Math.max(0, ...asked.map(({ at }) => at))
  const answered = comments.some((comment) => (comment.nameHidden || comment.by === idea.proposedBy) && comment.at > latest)
  return latest === 0 || answered ? null : latest
}
