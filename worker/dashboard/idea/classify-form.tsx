import { useState } from 'preact/hooks'
import type { IdeaPage } from '../../../shared/api/bank.ts'
import type { RequirementState } from '../../../shared/rules/gates.ts'
import { draft } from '../data/drafts.ts'
import { RadioField, SelectField, TextField } from '../ui/fields.tsx'
import { fieldHint, fieldLabel } from '../ui/field-label.ts'
import { framework, pathwayLabel } from '../data/framework.ts'
import { MutationForm } from '../ui/mutation-form.tsx'
import { SuggestionNote } from './suggestion-note.tsx'
import { list } from '../i18n/locale.ts'
import { messages } from '../i18n/bank.ts'
import { translate } from '../i18n/translate.ts'

interface Props {
  page: IdeaPage
  onDone?: (() => void) | undefined
  onCancel?: (() => void) | undefined
}

interface Filled {
  topic: string
  problem: string
}

const isFilledHere = (need: string): need is keyof Filled => need === 'topic' || need === 'problem'

/** What triage still misses once the form is sent; the topic and the problem are filled in right here. */
const stillMissing = (findings: readonly RequirementState[], filled: Filled): RequirementState[] =>
  findings.filter(({ met, requirement: { need } }) => (isFilledHere(need) ? filled[need].trim() === '' : !met))

/** Work that began starts over on another pathway, except for a success that goes on to the next. */
const startsOver = ({ idea }: IdeaPage, pathway: string): boolean => {
  const { phases = [], pathways = [] } = framework.value ?? {}
  const from = pathways.find((entry) => entry.key === idea.pathway)
  if (!from || from.key === pathway || idea.phase === phases[0]?.key) return false
  return !(from.next === pathway && from.lastPhase === idea.phase)
}

const choicesOf = (suggested: string | null) =>
  (framework.value?.pathways ?? []).map(({ key, label, description }) => ({
    key,
    label,
    hint: key === suggested ? `${messages.classify.suggested} · ${description}` : description,
  }))

/** Into an L&I pathway: the program's suggestion is chosen and explained, the coordinator decides. */
export const ClassifyForm = ({ page, onDone, onCancel }: Props) => {
  const { idea, suggestion, triage } = page
  const form = `${idea.id}/classify/`
  const [pathway, setPathway] = useState(idea.pathway ?? suggestion.pathway ?? '')
  const [topic, setTopic] = useState(idea.topic)
  const [problem, override] = [draft(`${form}problem`, idea.problem), draft(`${form}override`)]
  const missing = stillMissing(triage, { topic, problem: problem.text.value })
  const [without, goWithout] = useState(false)
  const over = startsOver(page, pathway)
  const isEmpty = missing.some(({ requirement }) => isFilledHere(requirement.need))
  const needsReason = over || (without && isEmpty) || missing.some(({ requirement }) => !isFilledHere(requirement.need))
  const required = (need: keyof Filled): true | undefined =>
    (!without && triage.some(({ requirement }) => requirement.need === need)) || undefined
  return (
    <MutationForm
      name="classifyIdea"
      drafts={form}
      submit={pathway ? messages.classify.submit({ pathway: pathwayLabel(pathway) }) : messages.classify.submitEmpty}
      done={messages.classify.done({ pathway: pathwayLabel(pathway) })}
      onDone={onDone}
      onCancel={onCancel}
      args={() => ({
        idea: idea.id,
        pathway,
        ...(topic && topic !== idea.topic ? { topic } : {}),
        ...(problem.text.value.trim() && problem.text.value !== idea.problem ? { problem: problem.text.value } : {}),
        ...(needsReason ? { override: override.text.value } : {}),
      })}
    >
      <SuggestionNote suggestion={suggestion} />
      <RadioField legend={messages.classify.pathway} value={pathway} choices={choicesOf(suggestion.pathway)} onChange={setPathway} />
      <SelectField
        label={messages.classify.topic}
        value={topic}
        choices={framework.value?.topics ?? []}
        none={messages.form.choose}
        required={required('topic')}
        onChange={setTopic}
      />
      <TextField label={fieldLabel('problem')} hint={fieldHint('problem')} draft={problem} required={required('problem')} />
      {isEmpty && !without && (
        <button type="button" class="button plain small" onClick={() => goWithout(true)}>
          {messages.classify.without}
        </button>
      )}
      {needsReason && (
        <TextField
          label={messages.classify.override}
          hint={
            over
              ? messages.classify.startsOver
              : messages.classify.missing({ says: list.format(missing.map((finding) => translate(finding.message))) })
          }
          draft={override}
          required
        />
      )}
    </MutationForm>
  )
}
