import { pageText, type Quote, quoteOf, readQuote } from './quote.ts'

/** What is selected in a part of a page that has a document or tree of its own. */
export interface SelectedElsewhere {
  quote: Quote | null
  /** The person is in a frame of another site, whose selection no script of this page may read. */
  unread: boolean
}

const mostElements = 20_000
const mostFrames = 50

/** `getComposedRanges` (Selection API, 2025) where it is there; Chromium's own way before, which Firefox does not need. */
interface ComposedSelection {
  getComposedRanges?: (options: { shadowRoots: ShadowRoot[] }) => StaticRange[]
}
interface SelectingRoot {
  getSelection?: () => Selection | null
}

/** Open shadow trees of a document, those in them too. */
const treesOf = (root: Document | ShadowRoot): ShadowRoot[] =>
  [...root.querySelectorAll('*')]
    .slice(0, mostElements)
    .flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot, ...treesOf(shadowRoot)] : []))

const framesOf = (root: Document | ShadowRoot): HTMLIFrameElement[] =>
  [...root.querySelectorAll<HTMLIFrameElement>('iframe,frame')].slice(0, mostFrames)

const inside = (range: AbstractRange | undefined): Quote | null => {
  const root = range && !range.collapsed ? range.startContainer.getRootNode() : undefined
  return range && root instanceof ShadowRoot && range.endContainer.getRootNode() === root ? quoteOf(pageText(root), range) : null
}

const inTrees = (document: Document, trees: ShadowRoot[]): Quote | null => {
  if (trees.length === 0) return null
  const selection: (Selection & ComposedSelection) | null = document.getSelection()
  if (!selection || selection.rangeCount === 0) return null
  const composed = selection.getComposedRanges?.({ shadowRoots: trees })[0] ?? selection.getRangeAt(0)
  const own = trees
    .map((tree) => (tree as SelectingRoot).getSelection?.())
    .find((found) => found && found.rangeCount > 0 && !found.isCollapsed)
  return inside(composed) ?? inside(own?.getRangeAt(0))
}

const documentOf = (frame: HTMLIFrameElement): Document | null => {
  try {
    return frame.contentDocument
  } catch {
    // Firefox throws where Chromium answers null.
    return null
  }
}

const inDocument = (document: Document, isTop: boolean): SelectedElsewhere => {
  const quote = isTop ? null : readQuote(document)
  const trees = quote ? [] : treesOf(document)
  const own = quote ?? inTrees(document, trees)
  if (own) return { quote: own, unread: false }
  const active = new Set([document, ...trees].map((root) => root.activeElement))
  let unread = false
  for (const frame of [document, ...trees].flatMap(framesOf)) {
    const inner = documentOf(frame)
    const found = inner ? inDocument(inner, false) : undefined
    if (found?.quote) return found
    unread ||= found ? found.unread : active.has(frame)
  }
  return { quote: null, unread }
}

/**
 * The selected sentence where the page's own document has none: in frames of the same site, in open shadow trees, and in these
 * within each other. Its surroundings are those of its frame or tree.
 */
export const selectedElsewhere = (document: Document): SelectedElsewhere => {
  try {
    return inDocument(document, true)
  } catch {
    // A page can break its own selection.
    return { quote: null, unread: false }
  }
}
