import { draft } from '../data/drafts.ts'
import { TextField } from '../ui/fields.tsx'
import { MutationForm } from '../ui/mutation-form.tsx'
import { messages } from '../i18n/bank.ts'

interface Props {
  idea: string
  close: () => void
}

/** Freezes an idea on a report of harm; anybody may. */
export const HoldForm = ({ idea, close }: Props) => {
  const form = `${idea}/hold/`
  const why = draft(`${form}why`)
  return (
    <MutationForm
      name="holdIdea"
      drafts={form}
      tone="danger"
      submit={messages.hold.submit}
      done={messages.hold.done}
      onDone={close}
      onCancel={close}
      args={() => ({ idea, why: why.text.value })}
    >
      <TextField label={messages.hold.why} hint={messages.hold.whyHint} draft={why} required />
    </MutationForm>
  )
}

export const LiftForm = ({ idea, close }: Props) => {
  const form = `${idea}/lift/`
  const reason = draft(`${form}reason`)
  return (
    <MutationForm
      name="liftHold"
      drafts={form}
      submit={messages.hold.lift}
      done={messages.hold.lifted}
      onDone={close}
      onCancel={close}
      args={() => ({ idea, reason: reason.text.value })}
    >
      <TextField label={messages.hold.liftReason} draft={reason} required />
    </MutationForm>
  )
}
