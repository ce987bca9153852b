import { chartDrawing, countAxis, labelsBelow, legend, mark } from './chart-frame.ts'
import type { ChartTable } from './chart-table.ts'
import type { Drawing } from './drawing.ts'

const sumOf = (values: readonly number[], column: readonly number[]): number => column.reduce((sum, one) => sum + (values[one] ?? 0), 0)

/**
 * Columns that stand beside each other at each row of the table.
 * @param columns Which series stand in each column, from below.
 */
export const columnChart = (
  table: ChartTable,
  columns: readonly (readonly number[])[],
  colours: readonly string[],
  width: number,
): Drawing => {
  const { rows, series } = table
  const [key, left, right] = [legend(series, colours, width), 36, width - 10]
  const [top, bottom] = [key.bottom, key.bottom + 180]
  const axis = countAxis(
    Math.max(0, ...rows.flatMap(({ values }) => columns.map((column) => sumOf(values, column)))),
    left,
    right,
    top,
    bottom,
  )
  const room = (right - left) / Math.max(1, rows.length)
  const wide = Math.min(28, (room * 0.8) / columns.length)
  const marks = rows.flatMap(({ label, values }, at) =>
    columns.flatMap((column, place) =>
      column.flatMap((one, level) => {
        const value = values[one] ?? 0
        if (value === 0) return []
        const below = sumOf(values, column.slice(0, level))
        const x = left + (at + 0.5) * room + (place - columns.length / 2) * wide
        const [y, height] = [axis.y(below + value), axis.y(below) - axis.y(below + value)]
        return [mark('rect', { x, y, width: wide, height, fill: colours[one] }, `${label}, ${series[one]}: ${value}`)]
      }),
    ),
  )
  const labels = labelsBelow(
    rows.map(({ label }) => label),
    (at) => left + (at + 0.5) * room,
    bottom + 18,
    width,
  )
  return chartDrawing(table, width, bottom + 26, [...key.shapes, ...axis.shapes, ...marks, ...labels])
}
