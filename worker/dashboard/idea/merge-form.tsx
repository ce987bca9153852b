import { useEffect, useState } from 'preact/hooks'
import type { IdeaPage, IdeaRow } from '../../../shared/api/bank.ts'
import { stageOf } from '../ui/badges.tsx'
import { draft } from '../data/drafts.ts'
import { LineField, RadioField, SelectField, TextField } from '../ui/fields.tsx'
import { framework, personName } from '../data/framework.ts'
import { MutationForm } from '../ui/mutation-form.tsx'
import { useQuery } from '../data/use-query.ts'
import { messages } from '../i18n/bank.ts'

interface Props {
  page: IdeaPage
  /** Chosen already, from the ideas beside. */
  into?: string
  onDone?: (() => void) | undefined
  onCancel?: (() => void) | undefined
}

const pause = 250
const offered = 8

/** Words that have rested for a moment, so that not every letter is a request. */
const useRested = (text: string): string => {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}

const useTargets = (page: IdeaPage, search: string): { rows: IdeaRow[]; problem: string | undefined } => {
  const words = useRested(search.trim())
  const { reply, problem } = useQuery(words ? 'GET /v1/networks/:network/ideas' : null, { query: { q: words, limit: String(offered) } })
  const alike = page.similar.map(({ row }) => row).filter((row) => row.disposition === 'active')
  const rows = words ? (reply?.rows ?? []) : alike
  return { rows: rows.filter((row) => row.id !== page.idea.id), problem: problem?.message }
}

const choiceOf = (row: IdeaRow) => ({
  key: row.id,
  label: row.change,
  hint: stageOf(row),
})

const Targets = ({ page, into, choose }: { page: IdeaPage; into: string; choose: (id: string) => void }) => {
  const search = draft(`${page.idea.id}/merge/search`)
  const { rows, problem } = useTargets(page, search.text.value)
  return (
    <>
      <LineField label={messages.merge.search} hint={messages.merge.searchHint} draft={search} />
      {problem && <p class="problem">{problem}</p>}
      {rows.length > 0 ? (
        <RadioField legend={messages.merge.into} value={into} choices={rows.map(choiceOf)} onChange={choose} />
      ) : (
        <p class="soft small" role="status">
          {search.text.value ? messages.merge.none : messages.merge.noneAlike}
        </p>
      )}
    </>
  )
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
      <Targets page={page} into={into} choose={setInto} />
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
