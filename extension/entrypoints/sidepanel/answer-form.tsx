import { useState } from 'preact/hooks'
import { limits } from '../../../shared/fields.ts'
import { newId } from '../../new-id.ts'
import { words } from '../../strings-home.ts'
import { GuardedForm } from './guarded-form.tsx'
import { TextField } from './text-field.tsx'

/** The sender’s answer to what the network asked. */
export const AnswerForm = ({ idea, close }: { idea: string; close: () => void }) => {
  const [text, type] = useState('')
  return (
    <GuardedForm
      label={words.answerLabel}
      submit={words.sendAnswer}
      cancel={close}
      done={close}
      wanted={() =>
        text.trim() === '' ? words.needsAnswer : [{ name: 'commentIdea', args: { comment: newId(), idea, text, question: false } }]
      }
    >
      <TextField id="answer" label={words.answerLabel} rows={2} most={limits.text} text={text} type={type} />
    </GuardedForm>
  )
}
