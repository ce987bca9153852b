import { limits } from '../../../shared/domain/field-schemas.ts'
import { newId } from '../../../shared/web/new-id.ts'
import { GuardedForm } from '../parts/guarded-form.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useTexts } from '../state/use-texts.ts'
import { homeMessages } from '../../i18n/home.ts'

/** The sender’s answer to what the network asked; a `quiet` one stood there already and takes no focus. */
export const AnswerForm = ({ idea, close, quiet = false }: { idea: string; close: () => void; quiet?: boolean }) => {
  const { typed, type, drop } = useTexts(`answer:${idea}`, { text: '' })
  const { text } = typed
  const end = (): void => {
    drop()
    close()
  }
  return (
    <GuardedForm
      label={homeMessages.answerLabel}
      submit={homeMessages.sendAnswer}
      cancel={end}
      done={end}
      quiet={quiet}
      wanted={() =>
        text.trim() === '' ? homeMessages.needsAnswer : [{ name: 'commentIdea', args: { comment: newId(), idea, text, question: false } }]
      }
    >
      <TextField
        id={`answer-${idea}`}
        label={homeMessages.answerLabel}
        rows={2}
        most={limits.text}
        text={text}
        type={(now) => type({ text: now })}
      />
    </GuardedForm>
  )
}
