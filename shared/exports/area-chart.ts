import { chartDrawing, countAxis, labelsBelow, legend, mark } from './chart-frame.ts'
import type { ChartTable } from './chart-table.ts'
import type { Drawing } from './drawing.ts'

/** What lies below a series' upper edge, the edge included. */
const upTo = (values: readonly number[], from: number): number => values.slice(from).reduce((sum, value) => sum + value, 0)

/** How counts grew: the series lie on each other, the last at the bottom, from row to row of the table. */
export const areaChart = (table: ChartTable, colours: readonly string[], width: number): Drawing => {
  const { rows, series } = table
  const [key, left, right] = [legend(series, colours, width), 44, width - 24]
  const [top, bottom] = [key.bottom, key.bottom + 200]
  const totals = rows.map(({ values }) => values.reduce((sum, value) => sum + value, 0))
  const axis = countAxis(Math.max(0, ...totals), left, right, top, bottom)
  const x = (at: number): number => (rows.length < 2 ? left + at * (right - left) : left + (at / (rows.length - 1)) * (right - left))
  // One row alone is as wide as the chart, so that it is seen.
  const columns = rows.length === 1 && rows[0] ? [rows[0], rows[0]] : rows
  const edge = (from: number): string[] => columns.map(({ values }, at) => `${x(at).toFixed(1)} ${axis.y(upTo(values, from)).toFixed(1)}`)
  const areas = series.flatMap((name, one) =>
    rows.some(({ values }) => (values[one] ?? 0) > 0)
      ? [
          mark(
            'path',
            {
              d: `M${edge(one).join('L')}L${edge(one + 1)
                .toReversed()
                .join('L')}Z`,
              fill: colours[one],
            },
            `${name}: ${rows.at(-1)?.values[one] ?? 0}`,
          ),
        ]
      : [],
  )
  const labels = labelsBelow(
    rows.map(({ label }) => label),
    x,
    bottom + 18,
    width,
  )
  return chartDrawing(table, width, bottom + 26, [...key.shapes, ...axis.shapes, ...areas, ...labels])
}
