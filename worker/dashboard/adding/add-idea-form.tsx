import { useRef, useState } from 'preact/hooks'
import { draft } from '../data/drafts.ts'
import { framework } from '../data/framework.ts'
import { navigate } from '../data/router.ts'
import { addingMessages } from '../i18n/adding.ts'
import { messages } from '../i18n/bank.ts'
import { SelectField, TextField } from '../ui/fields.tsx'
import { fieldHint, fieldLabel } from '../ui/field-label.ts'
import { BehalfField, behalfOf } from './behalf-field.tsx'
import { MutationForm } from '../ui/mutation-form.tsx'

interface Props {
  /** A clip that comes before the idea and supports it. */
  evidence?: string
  done: () => void
  cancel: () => void
}

/** Proposes an idea, and goes to it. */
export const AddIdeaForm = ({ evidence, done, cancel }: Props) => {
  const form = `add-idea/${evidence ?? ''}/`
  const [change, problem, behalf] = [draft(`${form}change`), draft(`${form}problem`), draft(`${form}behalf`)]
  const [topic, setTopic] = useState('')
  const made = useRef('')
  return (
    <MutationForm
      name="proposeIdea"
      drafts={form}
      submit={addingMessages.idea.submit}
      done={addingMessages.idea.done}
      onDone={() => {
        done()
        navigate(`/ideas/${made.current}`)
      }}
      onCancel={cancel}
      args={(id) => {
        made.current = id
        return {
          idea: id,
          change: change.text.value,
          problem: problem.text.value,
          details: '',
          topic,
          tags: [],
          site: '',
          evidence: evidence ? [evidence] : [],
          ...behalfOf(behalf.text.value),
        }
      }}
    >
      <TextField label={fieldLabel('change')} draft={change} required />
      <TextField label={fieldLabel('problem')} hint={fieldHint('problem')} draft={problem} required={false} />
      <SelectField
        label={messages.classify.topic}
        value={topic}
        choices={framework.value?.topics ?? []}
        none={messages.idea.noTopic}
        onChange={setTopic}
      />
      <BehalfField draft={behalf} />
    </MutationForm>
  )
}
