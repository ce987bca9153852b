import { useState } from 'preact/hooks'
import type { Idea } from '../../../shared/domain/entities.ts'
import { ideaField, type IdeaFieldName, ideaFieldNames, type TextFieldName, textFields } from '../../../shared/domain/idea-fields.ts'
import { own } from '../../../shared/values/own.ts'
import type { ArgsOf } from '../../../shared/mutations/index.ts'
import { allowed } from '../data/allowed.ts'
import { type Draft, draft, isTouched } from '../data/drafts.ts'
import { LineField, SelectField, TextField } from '../ui/fields.tsx'
import { fieldHint, fieldLabel } from '../ui/field-label.ts'
import { framework } from '../data/framework.ts'
import { MutationForm } from '../ui/mutation-form.tsx'
import { PeopleField } from '../ui/people-field.tsx'
import { messages } from '../i18n/bank.ts'

type Set = ArgsOf<'editIdea'>['set']
type MeasureName = keyof Idea['measures']

const changed = <Name extends string>(drafts: Record<Name, Draft>): Partial<Record<Name, string>> =>
  Object.fromEntries(Object.entries<Draft>(drafts).flatMap(([name, one]) => (isTouched(one) ? [[name, one.text.value]] : []))) as Partial<
    Record<Name, string>
  >

const same = (one: readonly string[], other: readonly string[]): boolean => one.join('\n') === other.join('\n')

/** The fields that are not text, as they are being changed. */
interface Marks {
  topic: string
  leads: string[]
  experts: string[]
  processReliable: boolean
}

const changedMarks = (idea: Idea, marks: Marks): Set => ({
  ...(marks.topic === idea.topic ? {} : { topic: marks.topic }),
  ...(same(marks.leads, idea.leads) ? {} : { leads: marks.leads }),
  ...(same(marks.experts, idea.experts) ? {} : { experts: marks.experts }),
  ...(marks.processReliable === idea.processReliable ? {} : { processReliable: marks.processReliable }),
})

const draftsOf = (idea: Idea, form: string) => {
  const of = (name: TextFieldName | MeasureName, initial: string): Draft => draft(`${form}${name}`, initial)
  const texts = Object.fromEntries(textFields.map((name) => [name, of(name, idea[name] ?? '')])) as Record<TextFieldName, Draft>
  const measures: Record<MeasureName, Draft> = {
    outcome: of('outcome', idea.measures.outcome),
    process: of('process', idea.measures.process),
    balancing: of('balancing', idea.measures.balancing),
  }
  return { texts, measures }
}

const TextOf = ({ name, text }: { name: TextFieldName; text: Draft }) => {
  const { control } = ideaField(name)
  const common = { label: fieldLabel(name), hint: fieldHint(name), draft: text, required: name === 'change' }
  return control === 'address' ? <LineField {...common} keyboard="url" /> : <TextField {...common} long={control === 'text'} />
}

const Measures = ({ measures }: { measures: Record<MeasureName, Draft> }) => (
  <>
    <TextField label={messages.idea.outcome} draft={measures.outcome} />
    <TextField label={messages.idea.process} draft={measures.process} />
    <TextField label={messages.idea.balancing} hint={messages.idea.balancingHint} draft={measures.balancing} />
  </>
)

const Texts = ({ texts, measures, may }: ReturnType<typeof draftsOf> & { may: (name: IdeaFieldName) => boolean }) => (
  <>
    {ideaFieldNames.map((name) => {
      if (name === 'measures') return <Measures key={name} measures={measures} />
      const text = own<Draft>(texts, name)
      return text && may(name) && <TextOf key={name} name={name as TextFieldName} text={text} />
    })}
  </>
)

/** Sends only what this person changed, so that two who edit different fields lose nothing. */
export const EditForm = ({ idea, close }: { idea: Idea; close: () => void }) => {
  const form = `${idea.id}/edit/`
  const { texts, measures } = draftsOf(idea, form)
  const [marks, setMarks] = useState<Marks>({
    topic: idea.topic,
    leads: idea.leads,
    experts: idea.experts,
    processReliable: idea.processReliable,
  })
  const [base] = useState(idea)
  const may = (field: IdeaFieldName): boolean => allowed({ idea })('editIdea', { set: { [field]: idea[field] } })
  return (
    <MutationForm
      name="editIdea"
      drafts={form}
      submit={messages.edit.submit}
      done={messages.edit.done}
      onDone={close}
      onCancel={close}
      args={() => {
        const said = changed(measures)
        const set: Set = { ...changed(texts), ...changedMarks(base, marks), ...(Object.keys(said).length > 0 ? { measures: said } : {}) }
        return Object.keys(set).length > 0 ? { idea: idea.id, set } : messages.edit.nothing
      }}
    >
      <Texts texts={texts} measures={measures} may={may} />
      <SelectField
        label={messages.classify.topic}
        value={marks.topic}
        choices={framework.value?.topics ?? []}
        none={messages.idea.noTopic}
        onChange={(topic) => setMarks({ ...marks, topic })}
      />
      {may('leads') && <PeopleField label={fieldLabel('leads')} chosen={marks.leads} onChange={(leads) => setMarks({ ...marks, leads })} />}
      {may('experts') && (
        <PeopleField label={fieldLabel('experts')} chosen={marks.experts} onChange={(experts) => setMarks({ ...marks, experts })} />
      )}
      {may('processReliable') && (
        <label class="check">
          <input
            type="checkbox"
            checked={marks.processReliable}
            onChange={(event) => setMarks({ ...marks, processReliable: event.currentTarget.checked })}
          />{' '}
          {fieldLabel('processReliable')}
        </label>
      )}
    </MutationForm>
  )
}
