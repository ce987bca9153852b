import { escaped } from '../values/xml-text.ts'

/** One shape of SVG as a value, so that the same drawing stands on the screen, on paper, in a brief and in a file. */
export interface Shape {
  tag: 'g' | 'rect' | 'line' | 'path' | 'polyline' | 'circle' | 'text' | 'title'
  at: Readonly<Record<string, string | number | undefined>>
  text?: string
  inside?: readonly Shape[]
}

/** Lengths are in pixels. Its colours are those of paper; a screen's style sheet may go before by `class`. */
export interface Drawing {
  class: string
  width: number
  height: number
  /** What a screen reader says in its place; the numbers stand in a table beside it. */
  name: string
  fontSize: number
  shapes: readonly Shape[]
}

export const shape = (tag: Shape['tag'], at: Shape['at']): Shape => ({ tag, at })
export const words = (x: number, y: number, text: string, at: Shape['at'] = {}): Shape => ({ tag: 'text', at: { x, y, ...at }, text })
export const group = (className: string, inside: readonly Shape[]): Shape => ({ tag: 'g', at: { class: className }, inside })

export const paper = { ink: '#1e2320', soft: '#5b625d', line: '#d8d4c9', accent: '#1c6350', warn: '#8a4b00', white: '#ffffff' }
export const fontFamily = "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif"

const attributes = (at: Shape['at']): string =>
  Object.entries(at)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escaped(String(value))}"`]))
    .join('')

const shapeSvg = ({ tag, at, text, inside = [] }: Shape): string =>
  `<${tag}${attributes(at)}>${text === undefined ? inside.map(shapeSvg).join('') : escaped(text)}</${tag}>`

/** The drawing as an SVG file on white: no script, no style sheet, and no reference to anything outside. */
export const drawingSvg = ({ class: className, width, height, name, fontSize, shapes }: Drawing): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg"${attributes({ class: className, viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': name, 'font-family': fontFamily, 'font-size': fontSize })}>`,
    shapeSvg(shape('rect', { width, height, fill: paper.white })),
    ...shapes.map(shapeSvg),
    '</svg>',
  ].join('\n')
