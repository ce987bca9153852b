import { useState } from 'preact/hooks'
import type { Citation } from '../../../shared/citations/citation.ts'
import { pastedReference } from '../../../shared/citations/pasted-reference.ts'
import { evidenceKindLabel, evidenceKinds } from '../../../shared/domain/evidence-kinds.ts'
import { draft } from '../data/drafts.ts'
import { useQuery } from '../data/use-query.ts'
import { addingMessages } from '../i18n/adding.ts'
import { messages } from '../i18n/bank.ts'
import { translate } from '../i18n/translate.ts'
import { LineField, SelectField, TextField } from '../ui/fields.tsx'
import { MutationForm } from '../ui/mutation-form.tsx'
import { Reference, webAddress } from '../ui/reference.tsx'
import { BehalfField, behalfOf } from './behalf-field.tsx'

interface Props {
  /** The idea that is looked at: the clip supports it, unless the person says otherwise. */
  idea?: string | undefined
  done: () => void
  cancel: () => void
}

const kinds = evidenceKinds.map(({ key }) => ({ key, label: translate(evidenceKindLabel(key)) }))
const mostPasted = 20_000

/** Whether the bank has clips of it already, by what identifies it. */
const Known = ({ citation }: { citation: Citation }) => {
  const q = citation.DOI ?? (citation.PMID ? `PMID:${citation.PMID}` : (citation.PMCID ?? citation.number))
  const { reply } = useQuery(q ? 'GET /v1/networks/:network/evidence' : null, { query: { q, state: 'all', limit: '1' } })
  const count = reply?.papers[0]?.count ?? 0
  if (count === 0) return null
  return <p class="notice quiet small">{addingMessages.evidence.known({ count })}</p>
}

const AsRead = ({ citation }: { citation: Citation }) => (
  <div role="status">
    <p class="small">
      <span class="soft">{addingMessages.evidence.readAs}</span> <Reference citation={citation} />
    </p>
    <Known citation={citation} />
  </div>
)

/** Adds a clip by what identifies its item, or by a reference that is pasted or typed. */
export const AddEvidenceForm = ({ idea, done, cancel }: Props) => {
  const form = `add-evidence/${idea ?? ''}/`
  const [reference, title, note, behalf] = [draft(`${form}reference`), draft(`${form}title`), draft(`${form}note`), draft(`${form}behalf`)]
  const [kind, setKind] = useState('')
  const [supports, setSupports] = useState(true)
  const read = pastedReference(reference.text.value)
  const typed = title.text.value.trim()
  const citation = read && (typed ? { ...read, title: typed } : read)
  return (
    <MutationForm
      name="clipEvidence"
      drafts={form}
      submit={addingMessages.evidence.submit}
      done={addingMessages.evidence.done}
      onDone={done}
      onCancel={cancel}
      args={(id) => {
        if (!citation) return addingMessages.evidence.nothing
        return {
          evidence: id,
          citation,
          quote: null,
          link: citation.DOI ? `https://doi.org/${encodeURI(citation.DOI)}` : (webAddress(citation.URL) ?? ''),
          kind: evidenceKinds.find(({ key }) => key === kind)?.key ?? null,
          kindSaid: kind !== '',
          note: note.text.value,
          site: '',
          ideas: idea !== undefined && supports ? [idea] : [],
          ...behalfOf(behalf.text.value),
        }
      }}
    >
      <TextField
        label={addingMessages.evidence.reference}
        hint={addingMessages.evidence.referenceHint}
        draft={reference}
        most={mostPasted}
        required
      />
      {citation && <AsRead citation={citation} />}
      {read && !read.title && <LineField label={addingMessages.evidence.title} draft={title} required={false} />}
      <SelectField
        label={messages.evidence.kind}
        word="kind"
        value={kind}
        choices={kinds}
        none={translate(evidenceKindLabel(null))}
        onChange={setKind}
      />
      <TextField label={addingMessages.evidence.note} draft={note} required={false} />
      <BehalfField draft={behalf} />
      {idea !== undefined && (
        <label class="check">
          <input type="checkbox" checked={supports} onChange={(event) => setSupports(event.currentTarget.checked)} />{' '}
          {addingMessages.evidence.supports}
        </label>
      )}
    </MutationForm>
  )
}
