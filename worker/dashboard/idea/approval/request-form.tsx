import { draft } from '../../data/drafts.ts'
import { approvalMessages as messages } from '../../i18n/approvals.ts'
import { day, dayFromField, toDateField } from '../../ui/dates.ts'
import { DateField, TextField } from '../../ui/fields.tsx'
import { MutationForm } from '../../ui/mutation-form.tsx'
import { serverNow } from '../../data/clock.ts'

const usualWait = 14 * day

/** Asks steering to approve a step until a day, with a sentence. */
export const RequestForm = ({ idea, to, close }: { idea: string; to: string; close: () => void }) => {
  const form = `${idea}/approval/${to}/`
  const [due, says] = [draft(`${form}due`, toDateField(serverNow() + usualWait)), draft(`${form}says`)]
  return (
    <MutationForm
      name="requestApproval"
      drafts={form}
      submit={messages.askSubmit}
      done={messages.askDone}
      onDone={close}
      onCancel={close}
      args={(approval) => ({ approval, idea, to, due: dayFromField(due.text.value) ?? 0, says: says.text.value })}
    >
      <TextField label={messages.says} hint={messages.saysHint} draft={says} required />
      <DateField label={messages.due} least={toDateField(serverNow() + day)} draft={due} required />
    </MutationForm>
  )
}
