import { useEffect } from 'preact/hooks'
import type { JoinedIdea } from '../../../shared/api/bank.ts'
import type { Comment, Idea } from '../../../shared/domain/entities.ts'
import { CommentForm } from './comment-form.tsx'
import { OwnComment } from './own-comment.tsx'
import { personName } from '../data/framework.ts'
import { allowed } from '../data/allowed.ts'
import { mutate } from '../data/mutate.ts'
import { may, me } from '../data/session.ts'
import { messages } from '../i18n/bank.ts'
import { RelativeTime } from '../ui/relative-time.tsx'

interface Props {
  comments: readonly Comment[]
  /** Ideas whose comments are among these. */
  joined?: readonly JoinedIdea[]
}

/** A member's name behind an @ stands out; everything else is as it was written. */
const Text = ({ text, mentions = [] }: Pick<Comment, 'text' | 'mentions'>) => {
  const names = mentions.map((id) => `@${personName(id)}`)
  const at = names.map((name) => text.toLowerCase().indexOf(name.toLowerCase())).filter((found) => found >= 0)
  const first = Math.min(...at)
  const name = names.find((one) => text.toLowerCase().startsWith(one.toLowerCase(), first))
  if (!name) return <>{text}</>
  return (
    <>
      {text.slice(0, first)}
      <b class="mention">{text.slice(first, first + name.length)}</b>
      <Text text={text.slice(first + name.length)} mentions={mentions} />
    </>
  )
}

/** Whether the sender has had a question before their eyes. */
const ReadState = ({ readAt }: Pick<Comment, 'readAt'>) => (
  <>
    {' · '}
    {readAt === undefined ? (
      messages.comment.unread
    ) : (
      <>
        {messages.comment.read} <RelativeTime at={readAt} />
      </>
    )}
  </>
)

/** The talk, oldest first; what was said of an idea that was joined says so. */
export const Comments = ({ comments, joined = [] }: Props) => (
  <ol class="comments">
    {comments.map((comment) => (
      <li key={comment.id} class={comment.question ? 'question' : ''}>
        <p class="small">
          <b>{personName(comment.by)}</b> {comment.question && <span class="badge">{messages.comment.questionBadge}</span>}{' '}
          <span class="soft">
            <RelativeTime at={comment.at} />
            {comment.question && <ReadState readAt={comment.readAt} />}
            {comment.editedAt !== undefined && ` · ${messages.comment.edited}`}
            {joined.filter(({ id }) => id === comment.idea).map(({ change }) => ` · ${messages.joined.saidOf({ change })}`)}
          </span>
        </p>
        <p class="said">
          <Text text={comment.text} {...(comment.mentions ? { mentions: comment.mentions } : {})} />
        </p>
        {comment.by === me.value?.person && <OwnComment comment={comment} />}
      </li>
    ))}
  </ol>
)

/** Says once of each question that its sender has it before their eyes. */
const useReadMarks = (idea: Idea, comments: readonly Comment[]): void => {
  const may = allowed({ idea, comments: [...comments] })
  const unread = comments.filter(({ id, readAt }) => readAt === undefined && may('markQuestionRead', { comment: id })).map(({ id }) => id)
  useEffect(() => {
    for (const comment of unread) void mutate('markQuestionRead', () => ({ comment, idea: idea.id }))
  }, [unread.join(' ')])
}

export const IdeaComments = ({ idea, ...said }: Props & { idea: Idea }) => {
  useReadMarks(idea, said.comments)
  return (
    <>
      {said.comments.length === 0 ? <p class="soft">{messages.comment.none}</p> : <Comments {...said} />}
      {may('commentIdea') && <CommentForm idea={idea.id} />}
    </>
  )
}
