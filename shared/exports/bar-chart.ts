import { chartDrawing, legend, mark, short, widthOf } from './chart-frame.ts'
import type { ChartTable } from './chart-table.ts'
import { type Drawing, paper, words } from './drawing.ts'

const row = 26

/** A bar for each row of the table, its series one after the other, its sum at the end. */
export const barChart = (table: ChartTable, colours: readonly string[], width: number): Drawing => {
  const { rows, series } = table
  const key = legend(series, colours, width)
  const side = Math.min(width * 0.38, Math.max(40, ...rows.map(({ label }) => widthOf(label))) + 8)
  const totals = rows.map(({ values }) => values.reduce((sum, value) => sum + value, 0))
  const room = width - side - 40
  const wide = (value: number): number => (value / Math.max(1, ...totals)) * room
  const shapes = rows.flatMap(({ label, values }, at) => {
    const y = key.bottom + at * row
    let x = side
    const bars = values.flatMap((value, one) => {
      if (value === 0) return []
      const made = mark(
        'rect',
        { x, y: y + 3, width: wide(value), height: row - 8, fill: colours[one] },
        `${label}, ${series[one]}: ${value}`,
      )
      x += wide(value)
      return [made]
    })
    return [
      words(side - 8, y + 16, short(label, side - 8), { 'text-anchor': 'end', fill: paper.ink, class: 'chart-ink' }),
      ...bars,
      words(x + 6, y + 16, String(totals[at] ?? 0), { fill: paper.soft, class: 'chart-text' }),
    ]
  })
  return chartDrawing(table, width, key.bottom + rows.length * row + 4, [...key.shapes, ...shapes])
}
