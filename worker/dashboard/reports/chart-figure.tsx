import { useState } from 'preact/hooks'
import { type ChartTable, tableCsv } from '../../../shared/exports/chart-table.ts'
import { drawingSvg } from '../../../shared/exports/drawing.ts'
import { saveBlob, saveFile } from '../../../shared/web/save-file.ts'
import { numbers } from '../i18n/locale.ts'
import { reportMessages } from '../i18n/reports.ts'
import { Drawn } from '../drawing/drawn.tsx'
import { pngOf } from '../drawing/svg-to-png.ts'
import { WideAsRoom } from '../drawing/wide-as-room.tsx'
import { problemOf } from '../data/use-query.ts'
import type { ReportChart } from './chart-tables.ts'

const { charts: messages } = reportMessages.reports

/** The width of a saved picture, in pixels. */
const savedWidth = 900

const savedName = (title: string, days: string): string => `${title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${days}`

/** Names of formats are the same in every language. */
const formats: readonly (readonly [label: string, save: (chart: ReportChart, name: string) => void | Promise<void>])[] = [
  ['SVG', ({ draw }, name) => saveFile(`${name}.svg`, drawingSvg(draw(savedWidth)), 'image/svg+xml')],
  ['PNG', async ({ draw }, name) => saveBlob(`${name}.png`, await pngOf(drawingSvg(draw(savedWidth))))],
  ['CSV', ({ table }, name) => saveFile(`${name}.csv`, tableCsv(table), 'text/csv')],
]

const Files = ({ chart, days }: { chart: ReportChart; days: string }) => {
  const [problem, setProblem] = useState('')
  const { title } = chart.table
  return (
    <p class="chart-files small">
      {messages.save}
      {formats.map(([label, save]) => (
        <button
          key={label}
          type="button"
          class="button quiet small"
          aria-label={messages.saveAs({ title, format: label })}
          onClick={() =>
            void Promise.resolve(save(chart, savedName(title, days))).then(
              () => setProblem(''),
              (error: unknown) => setProblem(problemOf(error).message),
            )
          }
        >
          {label}
        </button>
      ))}
      <span class="problem" role="alert">
        {problem}
      </span>
    </p>
  )
}

const Numbers = ({ table: { title, head, series, rows } }: { table: ChartTable }) => (
  <div class="scroll" tabIndex={0} role="group" aria-label={messages.tableOf({ title })}>
    <table class="report">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {series.map((name) => (
            <th scope="col" class="number" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, values }, row) => (
          <tr key={row}>
            <th scope="row">{label}</th>
            {values.map((value, at) => (
              <td class="number" key={at}>
                {numbers.format(value)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** A chart with what it says in words, its table, and the ways to take it along. On paper the chart stands, and the table where it is open. */
export const ChartFigure = ({ chart, days }: { chart: ReportChart; days: string }) => {
  const { key, table, hint, draw } = chart
  const isEmpty = table.rows.every(({ values }) => values.every((value) => value === 0))
  return (
    <section class="report-figure" aria-labelledby={`chart-${key}`}>
      <h3 id={`chart-${key}`}>{table.title}</h3>
      <p class="small">{isEmpty ? messages.noneYet : table.says}</p>
      {!isEmpty && (
        <>
          <WideAsRoom least={260} height={200}>
            {(width) => <Drawn drawing={draw(width)} />}
          </WideAsRoom>
          <p class="hint">{hint}</p>
          <details>
            <summary aria-label={messages.tableOf({ title: table.title })}>{messages.table}</summary>
            <Numbers table={table} />
          </details>
          <Files chart={chart} days={days} />
        </>
      )}
    </section>
  )
}
