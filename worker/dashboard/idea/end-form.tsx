import { useState } from 'preact/hooks'
import { day, dayFromField, toDateField } from '../ui/dates.ts'
import { draft } from '../data/drafts.ts'
import { DateField, SelectField, TextField } from '../ui/fields.tsx'
import { framework } from '../data/framework.ts'
import { MutationForm } from '../ui/mutation-form.tsx'
import { messages } from '../i18n/bank.ts'
import { serverNow } from '../data/clock.ts'

export type EndingKind = 'parked' | 'declined' | 'abandoned'

interface Props {
  idea: string
  as: EndingKind
  onDone?: (() => void) | undefined
  onCancel?: (() => void) | undefined
}

const usualPause = 90 * day

/** Parks, declines or abandons. The sentence is what the people who sent the idea will read. */
export const EndForm = ({ idea, as, onDone, onCancel }: Props) => {
  const form = `${idea}/${as}/`
  const reasons = (framework.value?.endings ?? []).filter((ending) => ending.of === as)
  const [reason, setReason] = useState('')
  const sentence = draft(`${form}sentence`)
  const again = draft(`${form}again`, toDateField(serverNow() + usualPause))
  return (
    <MutationForm
      name="endIdea"
      drafts={form}
      submit={messages.end.submit[as]}
      done={messages.end.done[as]}
      tone={as === 'parked' ? 'quiet' : 'danger'}
      onDone={onDone}
      onCancel={onCancel}
      args={() => ({
        idea,
        as,
        reason,
        sentence: sentence.text.value,
        ...(as === 'parked' ? { lookAgain: dayFromField(again.text.value) } : {}),
      })}
    >
      <SelectField label={messages.end.reason} value={reason} choices={reasons} none={messages.form.choose} required onChange={setReason} />
      <TextField label={messages.end.sentence} hint={messages.end.sentenceHint} draft={sentence} required />
      {as === 'parked' && <DateField label={messages.end.lookAgain} least={toDateField(serverNow() + day)} draft={again} required />}
    </MutationForm>
  )
}

export const ReopenForm = ({ idea, onDone, onCancel }: Omit<Props, 'as'>) => {
  const form = `${idea}/reopen/`
  const reason = draft(`${form}reason`)
  return (
    <MutationForm
      name="reopenIdea"
      drafts={form}
      submit={messages.end.reopen}
      done={messages.end.reopened}
      onDone={onDone}
      onCancel={onCancel}
      args={() => ({ idea, reason: reason.text.value })}
    >
      <TextField label={messages.end.reopenReason} draft={reason} required />
    </MutationForm>
  )
}
