import { useState } from 'preact/hooks'
import type { Idea, Series } from '../../../../shared/domain/entities.ts'
import { type RunChart as Reading, runChart } from '../../../../shared/rules/run-chart.ts'
import { sayDay } from '../../ui/dates.ts'
import { SelectField } from '../../ui/fields.tsx'
import { siteLabel } from '../../data/framework.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { NumbersForm, recordable } from './numbers-form.tsx'
import { RunChart } from './run-chart.tsx'
import { sayNumber } from './say-number.ts'
import './run-charts.css'
import { messages } from '../../i18n/bank.ts'

const baselines = [12, 20]

/** Said only where the runs are no chance. */
const RunsCounted = ({ runs }: { runs: Reading['runs'] }) => {
  if (!runs || (runs.count >= runs.fewest && runs.count <= runs.most)) return null
  return <li class="shift">{(runs.count < runs.fewest ? messages.chart.fewRuns : messages.chart.manyRuns)({ ...runs })}</li>
}

const Findings = ({ series, reading }: { series: Series; reading: Reading }) => (
  <ul class="chart-says">
    <li>{messages.chart.median({ median: sayNumber(reading.median) })}</li>
    {reading.tooFew && <li>{messages.chart.tooFew({ useful: reading.useful, count: series.points.length })}</li>}
    {!reading.tooFew && reading.shifts.length === 0 && <li>{messages.chart.noShift}</li>}
    {reading.shifts.map(({ from, to, side, points }) => (
      <li key={from} class="shift">
        {(side === 'above' ? messages.chart.shiftAbove : messages.chart.shiftBelow)({
          count: points,
          from: sayDay(series.points[from]?.[0] ?? 0),
          to: sayDay(series.points[to]?.[0] ?? 0),
        })}
      </li>
    ))}
    {reading.trends.map(({ from, to, direction, points }) => (
      <li key={from} class="shift">
        {(direction === 'up' ? messages.chart.trendUp : messages.chart.trendDown)({
          count: points,
          from: sayDay(series.points[from]?.[0] ?? 0),
          to: sayDay(series.points[to]?.[0] ?? 0),
        })}
      </li>
    ))}
    <RunsCounted runs={reading.runs} />
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

/** Numbers over time per site and measure. */
export const RunCharts = ({ idea, series }: { idea: Idea; series: readonly Series[] }) => (
  <>
    {series.length === 0 ? <p class="soft">{messages.chart.none}</p> : <OneChart idea={idea} all={series} />}
    {recordable(idea).length > 0 && (
      <Disclosure label={messages.chart.add}>{(close) => <NumbersForm idea={idea} series={series} close={close} />}</Disclosure>
    )}
  </>
)
