import { useEffect, useState } from 'preact/hooks'
import type { IdeaPage } from '../../../shared/api/bank.ts'
import { draft } from '../data/drafts.ts'
import { SelectField, TextField } from '../ui/fields.tsx'
import { framework, personName } from '../data/framework.ts'
import { IdeaPicker } from '../ui/idea-picker.tsx'
import { MutationForm } from '../ui/mutation-form.tsx'
import { messages } from '../i18n/bank.ts'

interface Props {
  page: IdeaPage
  /** Chosen already, from the ideas beside. */
  into?: string
  onDone?: (() => void) | undefined
  onCancel?: (() => void) | undefined
}

/** Joins this idea to another: evidence and sites' stances come along, and it can be reopened. */
export const MergeForm = ({ page, into: given, onDone, onCancel }: Props) => {
  const form = `${page.idea.id}/merge/`
  const reasons = (framework.value?.endings ?? []).filter((ending) => ending.of === 'merged')
  const [into, setInto] = useState(given ?? '')
  useEffect(() => setInto(given ?? ''), [given])
  const [reason, setReason] = useState(reasons[0]?.key ?? '')
  const sentence = draft(`${form}sentence`)
  return (
    <MutationForm
      name="mergeIdeas"
      drafts={form}
      submit={messages.merge.submit}
      done={messages.merge.done}
      onDone={onDone}
      onCancel={onCancel}
      args={() => (into ? { idea: page.idea.id, into, reason, sentence: sentence.text.value } : messages.merge.chooseFirst)}
    >
      <IdeaPicker
        search={draft(`${form}search`)}
        legend={messages.merge.into}
        offered={page.similar.map(({ row }) => row).filter((row) => row.disposition === 'active')}
        noneYet={messages.merge.noneAlike}
        without={(id) => id === page.idea.id}
        chosen={into}
        choose={setInto}
      />
      {into && (
        <div class="notice quiet small" role="status">
          <p>{messages.joined.goesAlong({ clips: page.evidence.length, sites: page.stances.length, comments: page.comments.length })}</p>
          <p>{messages.joined.credit({ person: personName(page.idea.proposedBy) })}</p>
          <p>{messages.joined.reversible}</p>
        </div>
      )}
      <SelectField label={messages.end.reason} value={reason} choices={reasons} required onChange={setReason} />
      <TextField label={messages.end.sentence} hint={messages.merge.sentenceHint} draft={sentence} required />
    </MutationForm>
  )
}
