import { useState } from 'preact/hooks'
import { limits } from '../../../../shared/domain/field-schemas.ts'
import { type Idea, type MeasureKind, measureKinds, type Series } from '../../../../shared/domain/entities.ts'
import { type RunChart as Reading, runChart } from '../../../../shared/rules/run-chart.ts'
import { allowed } from '../../data/allowed.ts'
import { sayDay } from '../../ui/dates.ts'
import { draft } from '../../data/drafts.ts'
import { SelectField, TextField } from '../../ui/fields.tsx'
import { framework, siteLabel } from '../../data/framework.ts'
import { MutationForm } from '../../ui/mutation-form.tsx'
import { Opened } from '../../ui/disclosure.tsx'
import { NumbersPreview } from './numbers-preview.tsx'
import { type Answers, problemWith, readTable } from './read-numbers.ts'
import { RunChart } from './run-chart.tsx'
import { sayNumber } from './say-number.ts'
import './run-charts.css'
import { messages } from '../../i18n/bank.ts'

const baselines = [12, 20]

const Findings = ({ series, reading }: { series: Series; reading: Reading }) => (
  <ul class="chart-says">
    <li>{messages.chart.median({ median: sayNumber(reading.median) })}</li>
    {reading.shifts.length === 0 && <li>{messages.chart.noShift}</li>}
    {reading.shifts.map(({ from, to, side }) => (
      <li key={from} class="shift">
        {(side === 'above' ? messages.chart.shiftAbove : messages.chart.shiftBelow)({
          count: to - from + 1,
          from: sayDay(series.points[from]?.[0] ?? 0),
          to: sayDay(series.points[to]?.[0] ?? 0),
        })}
      </li>
    ))}
  </ul>
)

const Table = ({ series }: { series: Series }) => (
  <details class="older">
    <summary>{messages.chart.table}</summary>
    <table class="numbers">
      <thead>
        <tr>
          <th scope="col">{messages.chart.day}</th>
          <th scope="col">{messages.chart.value}</th>
        </tr>
      </thead>
      <tbody>
        {series.points.map(([day, value]) => (
          <tr key={day}>
            <th scope="row">{sayDay(day)}</th>
            <td>{sayNumber(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
)

const nameOf = (idea: Idea, { measure, site }: Series): string =>
  `${messages.chart.measures[measure]}: ${idea.measures[measure] || messages.chart.unnamed} · ${siteLabel(site)}`

/** One site's numbers of one measure: the chart, what it says in words, and the numbers themselves. */
const OneChart = ({ idea, all }: { idea: Idea; all: readonly Series[] }) => {
  const [chosen, choose] = useState('')
  const [baseline, setBaseline] = useState('')
  const longest = all.toSorted((one, other) => other.points.length - one.points.length)[0]
  const series = all.find(({ id }) => id === chosen) ?? longest
  if (!series) return null
  const values = series.points.map(([, value]) => value)
  const reading = runChart(values, baseline ? Number(baseline) : values.length)
  const from = baselines
    .filter((count) => count < values.length)
    .map((count) => ({ key: String(count), label: messages.chart.firstPoints({ count }) }))
  return (
    <figure class="chart" aria-label={nameOf(idea, series)}>
      <div class="chart-choices">
        <SelectField
          label={messages.chart.measure}
          value={series.id}
          choices={all.map((one) => ({ key: one.id, label: nameOf(idea, one) }))}
          onChange={choose}
        />
        {from.length > 0 && (
          <SelectField
            label={messages.chart.medianOf}
            value={baseline}
            choices={from}
            none={messages.chart.allPoints}
            onChange={setBaseline}
          />
        )}
      </div>
      {reading && (
        <>
          <RunChart series={series} reading={reading} name={nameOf(idea, series)} />
          <Findings series={series} reading={reading} />
        </>
      )}
      <Table series={series} />
    </figure>
  )
}

const largestFile = 200_000

const NumbersForm = ({ idea, series, close }: { idea: Idea; series: readonly Series[]; close: () => void }) => {
  const form = `${idea.id}/numbers/`
  const pasted = draft(`${form}pasted`)
  const sites = recordable(idea)
  const [site, setSite] = useState(sites.length === 1 ? (sites[0]?.key ?? '') : '')
  const [measure, setMeasure] = useState<MeasureKind>('outcome')
  const [problem, setProblem] = useState('')
  const [answers, answer] = useState<Answers>({})
  const read = readTable(pasted.text.value, Date.now(), answers)
  const wrong = problemWith(read)
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
      submit={wrong ? messages.chart.submit : messages.chart.submitMany({ count: read.points.length })}
      done={messages.chart.done}
      onDone={close}
      onCancel={close}
      args={() => wrong || { idea: idea.id, site, measure, points: read.points }}
    >
      <SelectField label={messages.chart.site} value={site} choices={sites} none={messages.form.choose} required onChange={setSite} />
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
      <NumbersPreview
        read={read}
        answers={answers}
        answer={answer}
        before={series.find((one) => one.site === site && one.measure === measure)?.points ?? []}
      />
    </MutationForm>
  )
}

/** The sites whose numbers this person may record. */
const recordable = (idea: Idea): readonly { key: string; label: string }[] =>
  (framework.value?.sites ?? []).filter(({ key }) => allowed({ idea })('recordMeasurements', { site: key }))

/** Numbers over time per site and measure. */
export const RunCharts = ({ idea, series }: { idea: Idea; series: readonly Series[] }) => (
  <>
    {series.length === 0 ? <p class="soft">{messages.chart.none}</p> : <OneChart idea={idea} all={series} />}
    {recordable(idea).length > 0 && (
      <Opened label={messages.chart.add}>{(close) => <NumbersForm idea={idea} series={series} close={close} />}</Opened>
    )}
  </>
)
