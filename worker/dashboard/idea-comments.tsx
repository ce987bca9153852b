import type { Comment } from '../../shared/network.ts'
import { CommentForm } from './comment-form.tsx'
import { personName } from './framework-reply.ts'
import { may } from './session.ts'
import { words } from './strings.ts'
import { When } from './when.tsx'

/** The talk, oldest first. */
export const Comments = ({ comments }: { comments: readonly Comment[] }) => (
  <ol class="comments">
    {comments.map((comment) => (
      <li key={comment.id} class={comment.question ? 'question' : ''}>
        <p class="small">
          <b>{personName(comment.by)}</b> {comment.question && <span class="badge">{words.comment.questionBadge}</span>}{' '}
          <span class="soft">
            <When at={comment.at} />
          </span>
        </p>
        <p class="said">{comment.text}</p>
      </li>
    ))}
  </ol>
)

export const IdeaComments = ({ idea, comments }: { idea: string; comments: readonly Comment[] }) => (
  <>
    {comments.length === 0 ? <p class="soft">{words.comment.none}</p> : <Comments comments={comments} />}
    {may('commentIdea') && <CommentForm idea={idea} />}
  </>
)
