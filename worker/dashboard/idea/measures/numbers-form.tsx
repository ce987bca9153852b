import { useState } from 'preact/hooks'
import { limits } from '../../../../shared/domain/field-schemas.ts'
import { type Idea, type MeasureKind, measureKinds, type Series } from '../../../../shared/domain/entities.ts'
import { allowed } from '../../data/allowed.ts'
import { draft } from '../../data/drafts.ts'
import type { ArgsOf } from '../../../../shared/mutations/index.ts'
import { framework, siteLabel } from '../../data/framework.ts'
import { SelectField, TextField } from '../../ui/fields.tsx'
import { MutationForm } from '../../ui/mutation-form.tsx'
import { messages } from '../../i18n/bank.ts'
import { NumbersPreview, Questions } from './numbers-preview.tsx'
import { type Answers, problemWith, readTable } from './read-numbers.ts'
import { eachColumn, hasSites, readSites } from './read-sites.ts'
import { serverNow } from '../../data/clock.ts'

/** The sites whose numbers this person may record. */
export const recordable = (idea: Idea): readonly { key: string; label: string }[] =>
  (framework.value?.sites ?? []).filter(({ key }) => allowed({ idea })('recordMeasurements', { site: key }))

const largestFile = 200_000

/** Numbers of one site and measure, pasted or from a file. */
export const NumbersForm = ({ idea, series, close }: { idea: Idea; series: readonly Series[]; close: () => void }) => {
  const form = `${idea.id}/numbers/`
  const pasted = draft(`${form}pasted`)
  const sites = recordable(idea)
  const [site, setSite] = useState(sites.length === 1 ? (sites[0]?.key ?? '') : '')
  const [measure, setMeasure] = useState<MeasureKind>('outcome')
  const [problem, setProblem] = useState('')
  const [answers, answer] = useState<Answers>({})
  const read = readTable(pasted.text.value, serverNow(), answers)
  const bySite = hasSites(read, sites)
  const several = bySite && answers.column === eachColumn ? readSites(pasted.text.value, serverNow(), answers, sites) : undefined
  const wrong = several ? ('problem' in several ? several.problem : '') : problemWith(read)
  const shown = several ? ('problem' in several ? [] : several) : [{ site, read }]
  const count = shown.reduce((sum, one) => sum + one.read.points.length, 0)
  const args = (): ArgsOf<'recordMeasurements'> | string => {
    const [first, ...also] = shown.map((one) => ({
      site: one.site,
      points: one.read.points,
      ...(one.read.of.length > 0 ? { of: one.read.of } : {}),
    }))
    if (wrong || !first) return wrong || messages.chart.empty
    return { idea: idea.id, measure, ...first, ...(also.length > 0 ? { also } : {}) }
  }
  const load = async (file: File | undefined): Promise<void> => {
    if (!file) return
    if (file.size > largestFile) return setProblem(messages.chart.tooBig)
    setProblem('')
    pasted.text.value = await file.text()
  }
  return (
    <MutationForm
      name="recordMeasurements"
      drafts={form}
      submit={wrong ? messages.chart.submit : messages.chart.submitMany({ count })}
      done={messages.chart.done}
      onDone={close}
      onCancel={close}
      args={args}
    >
      {!several && (
        <SelectField label={messages.chart.site} value={site} choices={sites} none={messages.form.choose} required onChange={setSite} />
      )}
      <SelectField
        label={messages.chart.measure}
        value={measure}
        choices={measureKinds.map((key) => ({
          key,
          label: `${messages.chart.measures[key]}: ${idea.measures[key] || messages.chart.unnamed}`,
        }))}
        onChange={(key) => setMeasure(key as MeasureKind)}
      />
      <TextField label={messages.chart.paste} hint={messages.chart.pasteHint} draft={pasted} long most={limits.points * 24} required />
      <label class="field">
        <span class="small">{messages.chart.upload}</span>
        <input
          type="file"
          accept=".csv,.txt,.tsv,text/plain,text/csv"
          onChange={({ currentTarget }) => void load(currentTarget.files?.[0])}
        />
      </label>
      {(problem || (pasted.text.value && wrong)) && <p class="problem">{problem || wrong}</p>}
      <Questions read={several && 'read' in several ? several.read : read} answers={answers} answer={answer} sites={bySite} />
      {shown.map((one) => (
        <NumbersPreview
          key={one.site}
          read={one.read}
          before={series.find((kept) => kept.site === one.site && kept.measure === measure)?.points ?? []}
          site={several && siteLabel(one.site)}
        />
      ))}
    </MutationForm>
  )
}
