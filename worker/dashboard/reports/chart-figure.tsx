import { type ChartTable, tableCsv } from '../../../shared/exports/chart-table.ts'
import { drawingSvg } from '../../../shared/exports/drawing.ts'
import { numbers } from '../i18n/locale.ts'
import { reportMessages } from '../i18n/reports.ts'
import { Drawn } from '../drawing/drawn.tsx'
import { SavePicture } from '../drawing/save-picture.tsx'
import { WideAsRoom } from '../drawing/wide-as-room.tsx'
import type { ReportChart } from './chart-tables.ts'

const { charts: messages } = reportMessages.reports

/** The width of a saved picture, in pixels. */
const savedWidth = 900

const savedName = (title: string, days: string): string => `${title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${days}`

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
          <SavePicture
            title={table.title}
            name={savedName(table.title, days)}
            svg={() => drawingSvg(draw(savedWidth))}
            csv={() => tableCsv(table)}
          />
        </>
      )}
    </section>
  )
}
