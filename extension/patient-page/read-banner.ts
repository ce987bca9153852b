import { findInAddress } from '../../shared/phi/addresses-of-pages.ts'
import { identifiersIn, shownIn, signalsAt, type Signal } from '../../shared/phi/banner.ts'
import type { KnownIdentifier } from '../../shared/phi/finding.ts'

/** What a page says about patients. `known` is for memory only: it must never be stored, hashed, logged or sent. */
export type PatientPage = {
  /** How many patients the page shows, by their names; 0 is a page about no patient. */
  patients: number
  /** Every identifier that the banners and the page's address showed, of all patients together. */
  known: KnownIdentifier[]
}

/** A stretch of text of a page and the element it stands in. */
type Piece = { text: string; element: Element }
type Block = { element: Element; first: number; last: number; signals: Set<Signal> }

const unread = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'svg', 'OPTION', 'TEXTAREA'])
const limits = { pieces: 30_000, apart: 24, shared: 1200, block: 700 }

/**
 * Recognises a patient's page by what it shows, not by its host: two of birth date with label, record number with
 * label, age with sex, and a name with the family name first, together in one block. Reads the page, its frames of
 * the same origin and its open shadow roots; a closed shadow root and an embedded desktop client cannot be read.
 * `address` is the page's own. Changes nothing on the page; never throws.
 */
export function readPatientPage(page: Document | ShadowRoot, address: string): PatientPage {
  const roots = rootsOf(page)
  const read = roots.map((root) => {
    const pieces = piecesOf(root)
    return { pieces, blocks: blocksIn(pieces) }
  })
  if (read.every(({ blocks }) => blocks.length === 0)) return { patients: 0, known: [] }
  const shown = read.flatMap(({ pieces, blocks }) => [
    ...blocks.flatMap((block) => identifiersIn(textsOf(pieces, block))),
    ...pieces.flatMap(({ text }) => shownIn(text)),
  ])
  const known = distinct([...shown, ...inAddress(address)])
  return { patients: Math.max(1, known.filter(({ type }) => type === 'NAME').length), known }
}

/**
 * All but common elements that can have no shadow root (https://dom.spec.whatwg.org/#dom-element-attachshadow) and hold no
 * page: of each that is looked at the browser has to make an object, which costs as much as to read its text.
 */
const canHoldMore =
  ':not(a,b,i,u,em,strong,small,sub,sup,br,hr,cite,abbr,code,pre,li,ul,ol,dl,dt,dd,table,thead,tbody,tfoot,tr,td,th,col,img,picture,source,figure,figcaption,svg,g,path,use,rect,circle,line,polygon,defs,symbol,form,fieldset,label,input,button,select,option,textarea,head,title,script,style,noscript,link,meta,time)'

/** A page with its same-origin frames and open shadow roots, however deep. */
function rootsOf(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const inner: (Document | ShadowRoot)[] = []
  for (const element of root.querySelectorAll(canHoldMore)) {
    // A frame of another origin has no document here; an `<object>` can hold a page as well.
    const { contentDocument } = element as Partial<HTMLIFrameElement>
    if (element.shadowRoot) inner.push(...rootsOf(element.shadowRoot))
    else if (contentDocument && 'querySelectorAll' in contentDocument) inner.push(...rootsOf(contentDocument))
  }
  return [root, ...inner]
}

/** Two spaces together, or one that is none. */
const isSpaced = /\s\s|[^\S ]/

/** The texts of a root in order, each with its element; what is code or a choice in a list is left out. */
function piecesOf(root: Document | ShadowRoot): Piece[] {
  const document = 'createTreeWalker' in root ? root : root.ownerDocument
  // 4 is NodeFilter.SHOW_TEXT, a name that only a window has.
  // A picture that an `<object>` shows, and a frame that is still to come, have no body.
  const walker = document.createTreeWalker(('body' in root ? root.body : null) ?? root, 4)
  const pieces: Piece[] = []
  while (walker.nextNode() && pieces.length < limits.pieces) {
    // Half of all texts are the space between two tags.
    const text = (walker.currentNode.nodeValue ?? '').trim()
    if (text === '' || text === '·' || text === '|') continue
    const element = walker.currentNode.parentElement
    if (element && !unread.has(element.tagName)) pieces.push({ text: isSpaced.test(text) ? text.replace(/\s+/g, ' ') : text, element })
  }
  return pieces
}

const textsOf = (pieces: readonly Piece[], { first, last }: Block) => pieces.slice(first, last + 1).map(({ text }) => text)

/** The blocks with two signals of a banner: close together, and in one element that holds little else. */
function blocksIn(pieces: readonly Piece[]): Block[] {
  const texts = pieces.map(({ text }) => text)
  const found: { signal: Signal; index: number }[] = []
  for (const index of texts.keys()) for (const signal of signalsAt(texts, index)) found.push({ signal, index })
  const blocks: Block[] = []
  for (const { signal, index } of found) {
    const block = blocks.at(-1)
    const element = pieces[index]?.element
    if (!element) continue
    const shared =
      block && index - block.last <= limits.apart && !block.signals.has(signal) ? sharedElement(block.element, element) : undefined
    if (block && shared) {
      block.signals.add(signal)
      block.element = shared
      block.last = index
    } else blocks.push({ element, first: index, last: index, signals: new Set([signal]) })
  }
  return blocks.filter(({ signals }) => signals.size > 1).map((block) => widened(pieces, block))
}

function sharedElement(one: Element, other: Element): Element | undefined {
  let element: Element | null = one
  while (element && !element.contains(other)) element = element.parentElement
  return element && (element.textContent ?? '').length <= limits.shared ? element : undefined
}

/** Climbs to the largest element that is still a banner and no whole page, and takes in all its pieces. */
function widened(pieces: readonly Piece[], block: Block): Block {
  let element = block.element
  while (
    element.parentElement &&
    (element.parentElement.textContent ?? '').length <= limits.block &&
    element.parentElement.tagName !== 'BODY'
  )
    element = element.parentElement
  let { first, last } = block
  while (first > 0 && block.first - first < 60 && element.contains(pieces[first - 1]?.element ?? null)) first -= 1
  while (last < pieces.length - 1 && last - block.last < 120 && element.contains(pieces[last + 1]?.element ?? null)) last += 1
  return { ...block, element, first, last }
}

/** The identifiers in the address, as written and with its per cent signs read. */
function inAddress(address: string): KnownIdentifier[] {
  return findInAddress(address).flatMap(({ type, start, end }) => {
    const value = address.slice(start, end)
    return [
      { type, value },
      { type, value: value.replace(/(?:%[\dA-F]{2})+/gi, decoded).replaceAll('+', ' ') },
    ]
  })
}

function decoded(escaped: string): string {
  try {
    return decodeURIComponent(escaped)
  } catch {
    // Not UTF-8: the text as written is known already.
    return escaped
  }
}

function distinct(identifiers: readonly KnownIdentifier[]): KnownIdentifier[] {
  return [
    ...new Map(
      identifiers.filter(({ value }) => value.length > 1).map((identifier) => [`${identifier.type} ${identifier.value}`, identifier]),
    ).values(),
  ]
}
