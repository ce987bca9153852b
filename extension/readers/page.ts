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
  /** The heading that shows the item's title, if one does. */
  heading: Element | undefined
}

const [mostMetas, mostOfOne, metaLength, mostNodes, mostElements] = [4000, 120, 4000, 16_000, 40_000]

interface Methods {
  getElementsByTagName: (name: string) => ArrayLike<Element>
  querySelectorAll: (selector: string) => ArrayLike<Element>
  querySelector: (selector: string) => Element | null
}
const methodsOf = (root: Document | Element): Methods => (root.nodeType === 9 ? Document : Element).prototype

/** At most so many elements that fit. By a bare name they are found one by one, so that a page of a hundred thousand is not gone through. */
export const all = (root: Document | Element, selector: string, most = 200): Element[] => {
  const found = methodsOf(root)[/^\w+$/.test(selector) ? 'getElementsByTagName' : 'querySelectorAll'].call(root, selector)
  const list: Element[] = []
  for (let index = 0; index < most; index += 1) {
    const element = found[index]
    if (!element) break
    list.push(element)
  }
  return list
}

export const first = (root: Document | Element, selector: string): Element | undefined =>
  methodsOf(root).querySelector.call(root, selector) ?? undefined

export const attribute = (element: Element | undefined, name: string): string =>
  (element && Element.prototype.getAttribute.call(element, name)) ?? ''

/** Whether something around an element (or itself) fits; the classes of `<body>` speak of the whole page and do not count. */
export const inside = (element: Element, selector: string): boolean => {
  const found = Element.prototype.closest.call(element, selector)
  return found !== null && !/^(?:body|html)$/i.test(found.nodeName)
}

/** Elements whose text is not read. */
export const unseen = /^(?:script|style|noscript|template|svg|img|input|select|textarea|iframe|button)$/i
/** The same where a button may hold a name or title. */
export const notText = /^(?:script|style|noscript|template|svg|img|input|select|textarea|iframe)$/i
/** Elements that begin a line. */
export const breaks = /^(?:p|div|br|li|ul|ol|td|tr|dd|dt|h[1-6]|section|article|blockquote|pre|table)$/i

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
      const name = child.nodeName
      if (breaks.test(name)) text += ' '
      return !unseen.test(name)
    },
  )
  return text.slice(0, most).replace(/\s+/g, ' ').trim()
}

const readMetas = (document: Document): Map<string, string[]> => {
  const metas = new Map<string, string[]>()
  for (const meta of all(document, 'meta', mostMetas)) {
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
  heading: undefined,
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
