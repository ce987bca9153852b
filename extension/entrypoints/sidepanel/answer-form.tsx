import { limits } from '../../../shared/fields.ts'
import { newId } from '../../new-id.ts'
import { words } from '../../strings-home.ts'
import { GuardedForm } from './guarded-form.tsx'
import { TextField } from './text-field.tsx'
import { useTexts } from './use-texts.ts'

/** The sender’s answer to what the network asked. */
export const AnswerForm = ({ idea, close }: { idea: string; close: () => void }) => {
  const { typed, type, drop } = useTexts(`answer:${idea}`, { text: '' })
  const { text } = typed
  const end = (): void => {
    drop()
    close()
  }
  return (
    <GuardedForm
      label={words.answerLabel}
      submit={words.sendAnswer}
      cancel={end}
      done={end}
      wanted={() =>
        text.trim() === '' ? words.needsAnswer : [{ name: 'commentIdea', args: { comment: newId(), idea, text, question: false } }]
      }
    >
      <TextField id="answer" label={words.answerLabel} rows={2} most={limits.text} text={text} type={(now) => type({ text: now })} />
    </GuardedForm>
  )
}
