import { valueTicks } from './chart-scale.ts'
import type { ChartTable } from './chart-table.ts'
import { type Drawing, group, paper, type Shape, shape, words } from './drawing.ts'

/**
 * What all charts of reports share. Colours differ in lightness, so that they can be told apart without seeing hue and in grey print;
 * each area has an outline, and each series its name and its place in the order of the legend.
 */
export const greens = ['#d5e8df', '#aed3c2', '#84bba3', '#5aa184', '#358467', '#1c6350', '#10443a', '#082b25']
export const amber = '#e0a33e'
export const grey = '#b9b4a8'
export const outline = { stroke: paper.ink, 'stroke-width': 0.6, class: 'chart-mark' }

/** About as wide as a letter of 12 pixels is in a wide typeface. */
const letter = 6.6
export const widthOf = (text: string): number => text.length * letter
export const short = (text: string, pixels: number): string => {
  const most = Math.max(2, Math.floor(pixels / letter))
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

const [box, line] = [12, 20]

/** Names of the series with their colours, in as many lines as they need; answers where it ends, too. */
export const legend = (names: readonly string[], colours: readonly string[], width: number): { shapes: Shape[]; bottom: number } => {
  let [x, y] = [0, 4]
  const shapes = names.flatMap((name, at) => {
    const label = short(name, width - box - 8)
    const room = box + 6 + widthOf(label) + 14
    if (x > 0 && x + room > width) [x, y] = [0, y + line]
    const made = [
      shape('rect', { x: x + 0.5, y: y + 0.5, width: box, height: box, fill: colours[at], ...outline }),
      words(x + box + 6, y + 11, label, { fill: paper.ink, class: 'chart-ink' }),
    ]
    x += room
    return made
  })
  return { shapes, bottom: y + line + 6 }
}

/** Whole numbers from nought to the largest, and the lines of the grid at them. */
export const countAxis = (largest: number, left: number, right: number, top: number, bottom: number) => {
  const ticks = valueTicks(0, Math.max(1, largest)).filter((value) => Number.isInteger(value))
  const most = Math.max(1, ticks.at(-1) ?? 1)
  const y = (value: number): number => bottom - (value / most) * (bottom - top)
  const shapes = ticks.flatMap((value) => [
    shape('line', { x1: left, x2: right, y1: y(value), y2: y(value), stroke: paper.line, class: 'chart-line' }),
    words(left - 6, y(value) + 4, String(value), { 'text-anchor': 'end', fill: paper.soft, class: 'chart-text' }),
  ])
  return { y, shapes }
}

/** Labels below places, as many as have room and inside the chart; the last one always, for it is the present. */
export const labelsBelow = (labels: readonly string[], x: (at: number) => number, y: number, width: number): Shape[] => {
  const each = Math.max(1, Math.ceil((Math.max(0, ...labels.map(widthOf)) + 10) / Math.max(1, x(1) - x(0))))
  return labels.flatMap((label, at) => {
    if ((labels.length - 1 - at) % each !== 0) return []
    const inside = Math.min(x(at), width - widthOf(label) / 2)
    return [words(inside, y, label, { 'text-anchor': 'middle', fill: paper.soft, class: 'chart-text' })]
  })
}

export const chartDrawing = ({ title, says }: ChartTable, width: number, height: number, shapes: readonly Shape[]): Drawing => ({
  class: 'report-chart',
  width,
  height: Math.ceil(height),
  name: `${title}. ${says}`,
  fontSize: 12,
  shapes: [group('chart', shapes)],
})

/** A mark with what it stands for, shown where a pointer rests on it. */
export const mark = (tag: 'rect' | 'path', at: Shape['at'], says: string): Shape => ({
  tag,
  at: { ...outline, ...at },
  inside: [{ tag: 'title', at: {}, text: says }],
})
