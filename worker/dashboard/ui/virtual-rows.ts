import { measureElement, observeWindowOffset, observeWindowRect, Virtualizer, windowScroll } from '@tanstack/virtual-core'
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'

/** Rows are all there up to this many: the browser's own search and printing then find everything. */
const allUpTo = 200
const rowHeight = 60

export interface WindowRows {
  /** The rows to draw, by their place in the list. */
  indexes: number[]
  /** The height of what is left out, in pixels. */
  above: number
  below: number
  /** For each row that is drawn: its real height counts. */
  measure: (row: HTMLElement | null) => void
}

/** Of a long list only the rows near the window, whatever their heights; scrolling stays the page's own. */
export const useWindowRows = (count: number, keyOf: (index: number) => string, table: RefObject<HTMLElement | null>): WindowRows => {
  const [, redraw] = useState(0)
  const options = {
    count,
    getItemKey: keyOf,
    enabled: count > allUpTo,
    estimateSize: () => rowHeight,
    overscan: 15,
    scrollMargin: table.current ? table.current.getBoundingClientRect().top + scrollY : 0,
    getScrollElement: () => window,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    measureElement,
    indexAttribute: 'data-index',
    onChange: () => redraw((turn) => turn + 1),
  }
  const [rows] = useState(() => new Virtualizer<Window, HTMLElement>(options))
  rows.setOptions(options)
  useEffect(() => rows._didMount(), [])
  useLayoutEffect(() => rows._willUpdate())
  if (count <= allUpTo) return { indexes: Array.from({ length: count }, (_, index) => index), above: 0, below: 0, measure: () => undefined }
  const items = rows.getVirtualItems()
  const [first, last] = [items[0], items.at(-1)]
  return {
    indexes: items.map(({ index }) => index),
    above: first ? first.start - options.scrollMargin : 0,
    below: last ? rows.getTotalSize() - (last.end - options.scrollMargin) : 0,
    measure: (row) => rows.measureElement(row),
  }
}
