import { h, type VNode } from 'preact'
import { type Drawing, fontFamily, type Shape } from '../../../shared/exports/drawing.ts'

const element = ({ tag, at, text, inside = [] }: Shape): VNode => h(tag, at, ...(text === undefined ? inside.map(element) : [text]))

/** A drawing in the page: text stands in it as text, so that nothing in it can run and a reader finds its words. */
export const Drawn = ({ drawing: { class: className, width, height, name, fontSize, shapes } }: { drawing: Drawing }) => (
  <svg
    class={className}
    viewBox={`0 0 ${width} ${height}`}
    width={width}
    height={height}
    role="img"
    aria-label={name}
    font-family={fontFamily}
    font-size={fontSize}
  >
    {shapes.map(element)}
  </svg>
)
