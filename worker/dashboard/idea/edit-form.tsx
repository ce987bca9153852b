import { useState } from 'preact/hooks'
import type { Idea } from '../../../shared/domain/entities.ts'
import type { ArgsOf } from '../../../shared/mutations/index.ts'
import { allowed } from '../data/allowed.ts'
import { type Draft, draft, isTouched } from '../data/drafts.ts'
import { LineField, SelectField, TextField } from '../ui/fields.tsx'
import { framework } from '../data/framework.ts'
import { MutationForm } from '../ui/mutation-form.tsx'
import { PeopleField } from '../ui/people-field.tsx'
import { messages } from '../i18n/bank.ts'

type Set = ArgsOf<'editIdea'>['set']
type TextName = 'change' | 'problem' | 'details' | 'theory' | 'aim' | 'driverDiagram' | 'registryGap'
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
  const of = (name: TextName | MeasureName, initial: string): Draft => draft(`${form}${name}`, initial)
  const texts: Record<TextName, Draft> = {
    change: of('change', idea.change),
    problem: of('problem', idea.problem),
    details: of('details', idea.details),
    theory: of('theory', idea.theory),
    aim: of('aim', idea.aim),
    driverDiagram: of('driverDiagram', idea.driverDiagram),
    registryGap: of('registryGap', idea.registryGap),
  }
  const measures: Record<MeasureName, Draft> = {
    outcome: of('outcome', idea.measures.outcome),
    process: of('process', idea.measures.process),
    balancing: of('balancing', idea.measures.balancing),
  }
  return { texts, measures }
}

const Texts = ({ texts, measures, registry }: ReturnType<typeof draftsOf> & { registry: boolean }) => (
  <>
    <TextField label={messages.idea.change} draft={texts.change} required />
    <TextField label={messages.idea.problem} hint={messages.classify.problemHint} draft={texts.problem} />
    <TextField label={messages.idea.details} draft={texts.details} long />
    <TextField label={messages.idea.theory} hint={messages.idea.theoryHint} draft={texts.theory} long />
    <TextField label={messages.idea.aim} hint={messages.idea.aimHint} draft={texts.aim} long />
    <TextField label={messages.idea.outcome} draft={measures.outcome} />
    <TextField label={messages.idea.process} draft={measures.process} />
    <TextField label={messages.idea.balancing} hint={messages.idea.balancingHint} draft={measures.balancing} />
    <LineField label={messages.idea.driverDiagram} keyboard="url" hint={messages.idea.diagramHint} draft={texts.driverDiagram} />
    {registry && <TextField label={messages.idea.registryGap} hint={messages.idea.registryHint} draft={texts.registryGap} />}
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
  const may = (field: keyof Set): boolean => allowed({ idea })('editIdea', { set: { [field]: idea[field] } })
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
      <Texts texts={texts} measures={measures} registry={may('registryGap')} />
      <SelectField
        label={messages.classify.topic}
        value={marks.topic}
        choices={framework.value?.topics ?? []}
        none={messages.idea.noTopic}
        onChange={(topic) => setMarks({ ...marks, topic })}
      />
      {may('leads') && <PeopleField label={messages.idea.leads} chosen={marks.leads} onChange={(leads) => setMarks({ ...marks, leads })} />}
      {may('experts') && (
        <PeopleField label={messages.idea.experts} chosen={marks.experts} onChange={(experts) => setMarks({ ...marks, experts })} />
      )}
      {may('processReliable') && (
        <label class="check">
          <input
            type="checkbox"
            checked={marks.processReliable}
            onChange={(event) => setMarks({ ...marks, processReliable: event.currentTarget.checked })}
          />{' '}
          {messages.idea.reliable}
        </label>
      )}
    </MutationForm>
  )
}
