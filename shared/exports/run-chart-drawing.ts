import type { RunChart } from '../rules/run-chart.ts'
import { type Drawing, group, paper, type Shape, shape, words } from './drawing.ts'
import type { RunChartPicture } from './run-chart-picture.ts'

/** How the reader's language writes a value, and the month of a day since 1970. */
export interface ChartWords {
  value: (value: number) => string
  month: (day: number) => string
}

const grid = ({ left, right, bottom, values, days }: RunChartPicture, say: ChartWords): Shape =>
  group('run-grid', [
    ...values.flatMap(({ at, value }) => [
      shape('line', { x1: left, x2: right, y1: at, y2: at, stroke: paper.line }),
      words(left - 8, at + 4, say.value(value), { 'text-anchor': 'end', fill: paper.soft }),
    ]),
    ...days.flatMap(({ at, value }) => [
      shape('line', { x1: at, x2: at, y1: bottom, y2: bottom + 5, stroke: paper.soft }),
      words(at, bottom + 19, say.month(value), { 'text-anchor': 'middle', fill: paper.soft }),
    ]),
  ])

/** Things that were done stand as numbers above the chart, phases as a line through it; both are told in words beside it. */
const marksOf = ({ marks, top, bottom }: RunChartPicture): Shape =>
  group(
    'run-marks',
    marks.flatMap(({ x, number, mark }) => [
      shape('line', {
        x1: x,
        x2: x,
        y1: top - 4,
        y2: mark.phase ? bottom : top + 6,
        stroke: paper.soft,
        'stroke-dasharray': mark.phase ? '2 3' : undefined,
      }),
      words(x, top - 8, String(number), { 'text-anchor': 'middle', fill: paper.ink, 'font-weight': 600 }),
    ]),
  )

const across = (
  { left, right }: RunChartPicture,
  y: number | undefined,
  at: { class: string; stroke: string; 'stroke-dasharray': string },
): Shape[] => (y === undefined ? [] : [shape('line', { x1: left, x2: right, y1: y, y2: y, 'stroke-width': 1.5, ...at })])

const linesOf = (picture: RunChartPicture): Shape[] => [
  ...picture.limits.map((d) =>
    shape('path', { class: 'run-limit', d, fill: 'none', stroke: paper.soft, 'stroke-width': 1, 'stroke-dasharray': '1 3' }),
  ),
  ...across(picture, picture.goal, { class: 'run-goal', stroke: paper.accent, 'stroke-dasharray': '10 4' }),
  ...across(picture, picture.median, { class: 'run-median', stroke: paper.ink, 'stroke-dasharray': '5 4' }),
]

/** Values in order of time with their median, goal, limits and marks; those of a shift are ringed. What they say stands beside it in words. */
export const runChartDrawing = (picture: RunChartPicture, reading: RunChart | undefined, name: string, say: ChartWords): Drawing => {
  const { width, height, points } = picture
  const isShift = (at: number): boolean => reading?.shifts.some(({ from, to }) => at >= from && at <= to) ?? false
  const line = points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
  return {
    class: 'run',
    width,
    height,
    name,
    fontSize: 12,
    shapes: [
      grid(picture, say),
      ...linesOf(picture),
      marksOf(picture),
      shape('polyline', { class: 'run-line', points: line, fill: 'none', stroke: paper.accent, 'stroke-width': 2 }),
      ...points.map(({ x, y }, at) =>
        isShift(at)
          ? shape('circle', { class: 'run-point shift', cx: x, cy: y, r: 5, fill: paper.white, stroke: paper.warn, 'stroke-width': 2 })
          : shape('circle', { class: 'run-point', cx: x, cy: y, r: 3, fill: paper.accent, stroke: paper.accent, 'stroke-width': 1 }),
      ),
    ],
  }
}
