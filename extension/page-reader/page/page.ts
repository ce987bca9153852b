import { wordSet } from './word-set.ts'

/**
 * What readers see of a page. A page can name a form or image `querySelectorAll` and so hide the document's own method:
 * every access goes through the prototypes, and everything is counted, so that no page is read for longer than it deserves.
 */
export interface Page {
  document: Document
  /** Where elements are sought: the document, or only its head where it is larger than any that people read. */
  scope: Document | Element
  /** The address without a library's proxy. */
  address: URL
  /** Contents of the page's `<meta>` by lower-case name or property, in order; empty ones are left out. */
  metas: ReadonlyMap<string, readonly string[]>
}

const mostMetas = 4000
const mostOfOne = 120
const metaLength = 4000
const mostNodes = 16_000
const mostElements = 40_000

interface Methods {
  querySelectorAll: (selector: string) => ArrayLike<Element>
  querySelector: (selector: string) => Element | null
}
const methodsOf = (root: Document | Element): Methods => (root.nodeType === 9 ? Document : Element).prototype

const upTo = (most: number, found: ArrayLike<Element>): Element[] => {
  const list: Element[] = []
  for (let index = 0; index < most; index += 1) {
    const element = found[index]
    if (!element) break
    list.push(element)
  }
  return list
}

/** At most so many elements that fit. */
export const all = (root: Document | Element, selector: string, most = 200): Element[] =>
  upTo(most, methodsOf(root).querySelectorAll.call(root, selector))

export const first = (root: Document | Element, selector: string): Element | undefined =>
  methodsOf(root).querySelector.call(root, selector) ?? undefined

export const attribute = (element: Element | undefined, name: string): string =>
  (element && Element.prototype.getAttribute.call(element, name)) ?? ''

/** Whether an element is one of these; a form's field of that name can stand where the element's name should, and is none. */
export const isNamed = (names: string): ((element: Node) => boolean) => {
  const either = wordSet(`${names} ${names.toUpperCase()}`)
  return (element) => either.has(element.nodeName)
}
/** Whether something around an element (or itself) fits; the classes of `<body>` speak of the whole page and do not count. */
export const inside = (element: Element, selector: string): boolean => {
  const found = Element.prototype.closest.call(element, selector)
  return found !== null && !/^(?:body|html)$/i.test(found.nodeName)
}

const notText = 'script style noscript template svg img input select textarea iframe'
/** Whether an element's text is not read. */
export const isUnseen = isNamed(`button ${notText}`)
/** The same where a button may hold a name or title. */
export const isNotText = isNamed(notText)
/** Whether an element begins a line. */
export const isBreak = isNamed('p div br li ul ol td tr dd dt h1 h2 h3 h4 h5 h6 section article blockquote pre table')

/** Walks text in reading order until `visit` says `false`; `enter` may refuse an element, and hears of it again when it is left. */
export const walk = (root: Node, visit: (text: string) => boolean, enter: (element: Element, leaving: boolean) => boolean): void => {
  let left = mostNodes
  const step = (node: Node): boolean => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      left -= 1
      if (left < 0) return false
      if (child.nodeType === 3 && !visit(child.nodeValue?.slice(0, 20_000) ?? '')) return false
      if (child.nodeType === 1 && enter(child as Element, false)) {
        if (!step(child)) return false
        enter(child as Element, true)
      }
    }
    return true
  }
  step(root)
}

/** The text of an element as it is read: blocks apart, inline marks joined ("Ca<sup>2+</sup>" is "Ca2+"), at most `most` letters. */
export const textOf = (element: Element | undefined, most = 2000): string => {
  let text = ''
  if (!element) return text
  walk(
    element,
    (piece) => {
      text += piece
      return text.length < most
    },
    (child) => {
      if (isBreak(child)) text += ' '
      return !isUnseen(child)
    },
  )
  return text.slice(0, most).replace(/\s+/g, ' ').trim()
}

const readMetas = (document: Document): Map<string, string[]> => {
  const metas = new Map<string, string[]>()
  // By name they are found one by one, so that a page of a hundred thousand is not gone through.
  for (const meta of upTo(mostMetas, Document.prototype.getElementsByTagName.call(document, 'meta'))) {
    const name = (attribute(meta, 'name') || attribute(meta, 'property')).slice(0, 80).toLowerCase()
    const content = attribute(meta, 'content').slice(0, metaLength).trim()
    const same = metas.get(name) ?? []
    // One with an `itemprop` alone may be of a paper in the references.
    if (!name || !content || same.length >= mostOfOne) continue
    same.push(content)
    metas.set(name, same)
  }
  return metas
}

const isHuge = (document: Document): boolean => Document.prototype.getElementsByTagName.call(document, '*')[mostElements] !== undefined

export const openPage = (document: Document, address: URL): Page => ({
  document,
  scope: isHuge(document) ? document.head : document,
  address,
  metas: readMetas(document),
})

/** The contents of the first of these metas that the page has; all of its values. */
export const metaValues = (page: Page, names: readonly string[]): readonly string[] => {
  for (const name of names) {
    const values = page.metas.get(name)
    if (values) return values
  }
  return []
}

/** Whether a host is this site or a part of it, by whole labels: "www.nature.com" is nature.com, "notnature.com" is not. */
export const isHost = (host: string, site: string): boolean => host === site || host.endsWith(`.${site}`)
