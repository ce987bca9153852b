import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

interface Props {
  /** Pixels: the least width, and the height until something is drawn. */
  least: number
  height: number
  children: (width: number) => ComponentChildren
}

/** Something that is drawn as wide as there is room, and anew where that changes. */
export const WideAsRoom = ({ least, height, children }: Props) => {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = place.current
    if (!element) return undefined
    const resized = new ResizeObserver(([entry]) => setWidth(Math.max(least, Math.floor(entry?.contentRect.width ?? 0))))
    resized.observe(element)
    return () => resized.disconnect()
  }, [])
  return (
    <div ref={place} class="chart-canvas" style={{ minHeight: `${height}px` }}>
      {width > 0 && children(width)}
    </div>
  )
}
