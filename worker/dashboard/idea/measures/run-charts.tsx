import { useState } from 'preact/hooks'
import { type Idea, type MeasureKind, measureKinds, type Series } from '../../../../shared/domain/entities.ts'
import { medianOf } from '../../../../shared/rules/run-chart.ts'
import { allowed } from '../../data/allowed.ts'
import { sayDay } from '../../ui/dates.ts'
import { SelectField } from '../../ui/fields.tsx'
import { siteLabel } from '../../data/framework.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { runChartCsv, runChartSvg } from './chart-files.ts'
import { SavePicture } from '../../drawing/save-picture.tsx'
import { chartName, Findings, sayValue } from './chart-findings.tsx'
import { ChartForm } from './chart-form.tsx'
import { NumbersForm, recordable } from './numbers-form.tsx'
import { readChart } from './read-chart.ts'
import { RunChart } from './run-chart.tsx'
import { sayNumber } from './say-number.ts'
import './run-charts.css'
import { messages } from '../../i18n/bank.ts'

const Numbers = ({ series: { points, of = [] } }: { series: Series }) => {
  const sizes = new Map(of)
  return (
    <table class="numbers">
      <thead>
        <tr>
          <th scope="col">{messages.chart.day}</th>
          <th scope="col">{messages.chart.value}</th>
          {of.length > 0 && <th scope="col">{messages.chart.of}</th>}
        </tr>
      </thead>
      <tbody>
        {points.map(([day, value]) => (
          <tr key={day}>
            <th scope="row">{sayDay(day)}</th>
            <td>{sayNumber(value)}</td>
            {of.length > 0 && <td>{sizes.has(day) ? sayNumber(sizes.get(day) ?? 0) : ''}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Folded on the screen; on paper whole. */
const Table = ({ series }: { series: Series }) => (
  <>
    <details class="older">
      <summary>{messages.chart.table}</summary>
      <Numbers series={series} />
    </details>
    <div class="printed-table" aria-hidden="true">
      <Numbers series={series} />
    </div>
  </>
)

/** Each site's chart of a measure, small, on one scale. */
const AllSites = ({ idea, all }: { idea: Idea; all: readonly Series[] }) => {
  const points = all.flatMap((series) => series.points)
  const values = points.map(([, value]) => value)
  const days = points.map(([day]) => day)
  const range = { values: [Math.min(...values), Math.max(...values)], days: [Math.min(...days), Math.max(...days)] } as const
  const median = medianOf(values)
  const setting = (all[0] && idea.charts?.[all[0].measure]) ?? {}
  return (
    <figure class="all-sites">
      <figcaption class="small">{messages.chart.sites({ median: sayValue(median, setting) })}</figcaption>
      <div class="small-charts">
        {all.map((series) => (
          <div key={series.id}>
            <p class="small">{siteLabel(series.site)}</p>
            <RunChart content={{ points: series.points, median, range }} reading={undefined} name={chartName(idea, series)} height={140} />
          </div>
        ))}
      </div>
    </figure>
  )
}

/** One site's numbers of one measure: the chart, what it says in words, and the numbers themselves; beside it the other sites. */
const OneChart = ({ idea, all }: { idea: Idea; all: readonly Series[] }) => {
  const [chosen, choose] = useState('')
  const longest = all.toSorted(
    (one, other) => other.points.length - one.points.length || measureKinds.indexOf(one.measure) - measureKinds.indexOf(other.measure),
  )[0]
  const series = all.find(({ id }) => id === chosen) ?? longest
  if (!series) return null
  const read = readChart(idea, series)
  const beside = all.filter(({ measure }) => measure === series.measure)
  return (
    <>
      <figure class="chart" aria-label={chartName(idea, series)}>
        <figcaption class="printed-name">{chartName(idea, series)}</figcaption>
        <div class="chart-choices">
          <SelectField
            label={messages.chart.measure}
            value={series.id}
            choices={all.map((one) => ({ key: one.id, label: chartName(idea, one) }))}
            onChange={choose}
          />
        </div>
        {read.reading && (
          <>
            <RunChart content={read.content} reading={read.reading} name={chartName(idea, series)} />
            <Findings read={read} />
            <SavePicture
              title={chartName(idea, series)}
              name={messages.chart.file}
              svg={() => runChartSvg(read, chartName(idea, series))}
              csv={() => runChartCsv(read)}
            />
          </>
        )}
        <Table series={series} />
      </figure>
      {beside.length > 1 && <AllSites idea={idea} all={beside} />}
      <Settings idea={idea} measure={series.measure} />
    </>
  )
}

const Settings = ({ idea, measure }: { idea: Idea; measure: MeasureKind }) =>
  allowed({ idea })('editIdea', { set: { charts: {} } }) ? (
    <Disclosure label={messages.chart.set}>{(close) => <ChartForm key={measure} idea={idea} measure={measure} close={close} />}</Disclosure>
  ) : null

/** Numbers over time per site and measure. */
export const RunCharts = ({ idea, series }: { idea: Idea; series: readonly Series[] }) => (
  <>
    {series.length === 0 ? <p class="soft">{messages.chart.none}</p> : <OneChart idea={idea} all={series} />}
    {recordable(idea).length > 0 && (
      <Disclosure label={messages.chart.add}>{(close) => <NumbersForm idea={idea} series={series} close={close} />}</Disclosure>
    )}
  </>
)
