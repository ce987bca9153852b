import { useState } from 'preact/hooks'
import type { Comment } from '../../../shared/domain/entities.ts'
import { draft } from '../data/drafts.ts'
import { TextField } from '../ui/fields.tsx'
import { MutationForm } from '../ui/mutation-form.tsx'
import { messages } from '../i18n/bank.ts'

interface Props {
  comment: Comment
  close: () => void
}

const Edit = ({ comment: { id, idea, text }, close }: Props) => {
  const form = `comment/${id}/`
  const typed = draft(`${form}text`, text)
  return (
    <MutationForm
      name="editComment"
      drafts={form}
      submit={messages.comment.save}
      done={messages.comment.editDone}
      onDone={close}
      onCancel={close}
      args={() => ({ comment: id, idea, text: typed.text.value })}
    >
      <TextField label={messages.comment.editText} draft={typed} long required />
    </MutationForm>
  )
}

const Delete = ({ comment: { id, idea }, close }: Props) => (
  <MutationForm
    name="deleteComment"
    drafts={`comment/${id}/`}
    submit={messages.comment.deleteYes}
    done={messages.comment.deleted}
    tone="danger"
    onDone={close}
    onCancel={close}
    args={() => ({ comment: id, idea })}
  >
    <p>{messages.comment.deleteSure}</p>
  </MutationForm>
)

/** What the author of a comment may do with it. */
export const OwnComment = ({ comment }: { comment: Comment }) => {
  const [open, show] = useState<'edit' | 'delete' | undefined>(undefined)
  const close = (): void => show(undefined)
  if (open === 'edit') return <Edit comment={comment} close={close} />
  if (open === 'delete') return <Delete comment={comment} close={close} />
  return (
    <p class="small">
      <button type="button" class="button plain small" onClick={() => show('edit')}>
        {messages.comment.edit}
      </button>{' '}
      <button type="button" class="button plain small" onClick={() => show('delete')}>
        {messages.comment.delete}
      </button>
    </p>
  )
}
