import { isBreak, isNotText } from '../page/page.ts'

/** A text-quote anchor (W3C Web Annotation): the sentence and what stands around it, white space as one space. */
export interface Quote {
  exact: string
  prefix: string
  suffix: string
}

/** As `limits.quote` of shared/domain/field-schemas.ts, which would bring the whole schema library into the page. */
const longest = 600
const context = 120
const mostLetters = 600_000

/** A page's text with where each letter comes from, white space as one space, blocks apart. */
export interface PageText {
  text: string
  /** Start in `text` of each text node. */
  starts: number[]
  nodes: Text[]
}

/** The text of a page as anchors see it; what is beyond the first 600,000 letters has no anchor. */
export const pageText = (root: Node): PageText => {
  const found: PageText = { text: '', starts: [], nodes: [] }
  const parts: string[] = []
  let length = 0
  const step = (node: Node): void => {
    for (let child = node.firstChild; child && length < mostLetters; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const value = child.nodeValue ?? ''
        found.starts.push(length)
        found.nodes.push(child as Text)
        parts.push(value)
        length += value.length
      } else if (child.nodeType === 1 && !isNotText(child)) {
        const apart = isBreak(child)
        if (apart) length += parts.push('\n') && 1
        step(child)
        if (apart) length += parts.push('\n') && 1
      }
    }
  }
  step(root)
  found.text = parts.join('')
  return found
}

const oneSpace = (text: string): string => text.replace(/\s+/g, ' ')

/** The offset in the page's text of a point in the page; -1 where it is in no text. */
const offsetOf = ({ nodes, starts }: PageText, container: Node, offset: number, after: boolean): number => {
  if (container.nodeType === 3) {
    const index = nodes.indexOf(container as Text)
    return index < 0 ? -1 : (starts[index] ?? 0) + offset
  }
  const point = container.childNodes[offset]
  const index = nodes.findIndex((node) =>
    point ? point.contains(node) || (point.compareDocumentPosition(node) & 4) !== 0 : (container.compareDocumentPosition(node) & 20) === 4,
  )
  // Nothing follows what is selected: it ends with the page.
  if (index < 0) return after ? (starts.at(-1) ?? -1) + (nodes.at(-1)?.data.length ?? 0) : -1
  return after && index > 0 ? (starts[index - 1] ?? 0) + (nodes[index - 1]?.data.length ?? 0) : (starts[index] ?? 0)
}

/** The anchor of a range: at most 600 letters of it, cut at a word, with 120 letters on either side. */
export const quoteOf = (
  page: PageText,
  range: Pick<AbstractRange, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>,
): Quote | null => {
  const start = offsetOf(page, range.startContainer, range.startOffset, false)
  const end = offsetOf(page, range.endContainer, range.endOffset, true)
  if (start < 0 || end <= start) return null
  const whole = oneSpace(page.text.slice(start, end)).trim()
  const exact = whole.length > longest ? whole.slice(0, longest).replace(/\s\S*$/, '') : whole
  if (!exact) return null
  const stop = whole.length > longest ? start : end
  const after =
    stop === end ? page.text.slice(end, end + context * 3) : page.text.slice(start + exact.length, start + exact.length + context * 3)
  return {
    exact,
    prefix: oneSpace(page.text.slice(Math.max(0, start - context * 3), start)).slice(-context),
    suffix: oneSpace(after).slice(0, context),
  }
}

/** The anchor of what is selected on a page, `null` where nothing is. */
export const readQuote = (document: Document): Quote | null => {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  return quoteOf(pageText(document.body), selection.getRangeAt(0))
}
