import type { Driver } from '../domain/entities.ts'
import { type Drawing, group, paper, type Shape, shape, words } from './drawing.ts'
import { type Box, driverDiagram, type Line, lineHeight, padding } from './driver-diagram.ts'

const edge = '#868175'
const paint: Record<Box['kind'], { fill: string; stroke: string }> = {
  aim: { fill: paper.accent, stroke: paper.accent },
  driver: { fill: '#e2eee8', stroke: paper.accent },
  intervention: { fill: paper.white, stroke: edge },
}

const boxShape = ({ kind, x, y, width, height, lines }: Box): Shape =>
  group(`kdd-${kind}`, [
    shape('rect', { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1, rx: 6, ...paint[kind] }),
    ...lines.map((line, index) =>
      words(x + padding, y + padding + index * lineHeight + 13, line, {
        fill: kind === 'aim' ? paper.white : paper.ink,
        'font-weight': kind === 'intervention' ? 400 : 600,
      }),
    ),
  ])

const path = ({ from, to }: Line): string => {
  const middle = (from.x + to.x) / 2
  return `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`
}

/** A key driver diagram as it is drawn; its texts stand in it as text. */
export const driverDrawing = (aim: string, drivers: readonly Driver[], name: string): Drawing => {
  const { width, height, boxes, lines } = driverDiagram(aim, drivers)
  const shapes = [
    ...lines.map((line) => shape('path', { d: path(line), fill: 'none', stroke: edge, 'stroke-width': 1.5 })),
    ...boxes.map(boxShape),
  ]
  return {
    class: 'kdd',
    width: width + 2,
    height: height + 2,
    name,
    fontSize: 13,
    // Edges of boxes are as wide as a pixel and stand half outside.
    shapes: [{ tag: 'g', at: { transform: 'translate(1 1)' }, inside: shapes }],
  }
}
