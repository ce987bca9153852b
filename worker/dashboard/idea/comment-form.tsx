import { useState } from 'preact/hooks'
import { draft } from '../data/drafts.ts'
import { people } from '../data/framework.ts'
import { MentionField } from '../ui/mention-field.tsx'
import { mentionedIn } from '../ui/mentions.ts'
import { MutationForm } from '../ui/mutation-form.tsx'
import { messages } from '../i18n/bank.ts'

interface Props {
  idea: string
  /** A question to the sender only; otherwise the person says which of the two it is. */
  asking?: boolean
  /** A question that is there to be sent as it is, or to be written over. */
  ready?: string
  onDone?: () => void
  onCancel?: () => void
}

export const CommentForm = ({ idea, asking, ready, onDone, onCancel }: Props) => {
  const form = `${idea}/${asking ? 'question' : 'comment'}/`
  const text = draft(`${form}text`, ready)
  const [question, setQuestion] = useState(asking ?? false)
  return (
    <MutationForm
      name="commentIdea"
      drafts={form}
      submit={question ? messages.comment.ask : messages.comment.submit}
      done={question ? messages.comment.asked : messages.comment.done}
      onDone={onDone}
      onCancel={onCancel}
      args={(id) => ({ comment: id, idea, text: text.text.value, question, mentions: mentionedIn(text.text.value, people.value) })}
    >
      <MentionField
        label={question ? messages.comment.question : messages.comment.text}
        hint={question ? messages.comment.questionHint : messages.comment.hint}
        draft={text}
      />
      {asking === undefined && (
        <label class="check">
          <input type="checkbox" checked={question} onChange={(event) => setQuestion(event.currentTarget.checked)} />{' '}
          {messages.comment.isQuestion}
        </label>
      )}
    </MutationForm>
  )
}
