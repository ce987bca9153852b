import { chartDrawing, labelsBelow, mark, short, widthOf } from './chart-frame.ts'
import type { ChartTable } from './chart-table.ts'
import { heat } from './heat.ts'
import { type Drawing, paper, words } from './drawing.ts'

const [row, gap] = [24, 2]

/** A cell for each number of the table: the more, the darker, with the number in it where there is room. */
export const heatChart = (table: ChartTable, width: number): Drawing => {
  const { rows, series } = table
  const side = Math.min(width * 0.34, Math.max(40, ...rows.map(({ label }) => widthOf(label))) + 8)
  const most = Math.max(1, ...rows.flatMap(({ values }) => values))
  const wide = (width - side) / Math.max(1, series.length)
  const shows = wide - gap >= widthOf(String(most)) + 4
  const cells = rows.flatMap(({ label, values }, at) => [
    words(side - 8, at * row + 16, short(label, side - 8), { 'text-anchor': 'end', fill: paper.ink, class: 'chart-ink' }),
    ...values.flatMap((value, one) => {
      const x = side + one * wide
      const cell = {
        x: x + gap / 2,
        y: at * row + gap / 2,
        width: wide - gap,
        height: row - gap,
        rx: 3,
        fill: heat(value, most),
        stroke: 'none',
        class: 'chart-cell',
      }
      const shown = value === 0 ? '·' : String(value)
      return [
        mark('rect', cell, `${label}, ${series[one]}: ${value}`),
        ...(shows ? [words(x + wide / 2, at * row + 16, shown, { 'text-anchor': 'middle', fill: paper.ink, class: 'chart-figure' })] : []),
      ]
    }),
  ])
  const labels = labelsBelow(series, (at) => side + (at + 0.5) * wide, rows.length * row + 18, width)
  return chartDrawing(table, width, rows.length * row + 28, [...cells, ...labels])
}
