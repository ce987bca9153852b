/** A stretch of text of a page and the element it stands in. */
export interface Piece {
  text: string
  element: Element
  /** The text is what a field of a form holds. */
  isField?: boolean
}

const unread = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'svg', 'OPTION', 'TEXTAREA'])
const limits = { pieces: 30_000, fields: 400, attributes: 200 }

/** Two spaces together, or one that is none. */
const isSpaced = /\s\s|[^\S ]/
const oneSpace = (text: string): string => (isSpaced.test(text) ? text.replace(/\s+/g, ' ') : text)

/** A text that a template makes of several nodes: nothing, or a comment, stands between this one and the one before. */
const goesOn = (node: Node): boolean => {
  const before = node.previousSibling
  return before !== null && (before.nodeType === 3 || (before.nodeType === 8 && before.previousSibling?.nodeType === 3))
}

const isOneWord = (text: string): boolean => text.length < 24 && !text.includes(' ') && /^[^\d:]+$/.test(text)

/** Joins "Jane" and "Doe" where each word has an element of its own in one parent. */
const joinsWord = (before: Piece | undefined, text: string, element: Element): boolean => {
  if (!before || !isOneWord(text) || element.tagName !== 'SPAN' || before.element.tagName !== 'SPAN') return false
  if (before.element.parentElement !== element.parentElement || !/^[^\d:]+$/.test(before.text) || before.text.length > 40) return false
  const between = before.element.nextSibling
  return between?.nodeType === 3 && between.nextSibling === element && element.className === before.element.className
}

/** The texts of a root in order, each with its element; what is code or a choice in a list is left out. */
const textsOf = (root: Document | ShadowRoot): Piece[] => {
  const document = 'createTreeWalker' in root ? root : root.ownerDocument
  // 4 is NodeFilter.SHOW_TEXT, a name that only a window has.
  // A picture that an `<object>` shows, and a frame that is still to come, have no body.
  const walker = document.createTreeWalker(('body' in root ? root.body : null) ?? root, 4)
  const pieces: Piece[] = []
  while (walker.nextNode() && pieces.length < limits.pieces) {
    // Half of all texts are the space between two tags.
    const node = walker.currentNode
    const text = (node.nodeValue ?? '').trim()
    if (text === '' || text === '·' || text === '|' || text === ':' || text === ',') continue
    const element = node.parentElement
    if (!element || unread.has(element.tagName)) continue
    const last = pieces.at(-1)
    if (last?.element === element && last.text.length < 80 && goesOn(node)) last.text = oneSpace(`${last.text} ${text}`)
    else if (last && joinsWord(last, text, element)) last.text = `${last.text} ${text}`
    else pieces.push({ text: oneSpace(text), element })
  }
  return pieces
}

const shownFields =
  'input:not([type=hidden],[type=checkbox],[type=radio],[type=password],[type=submit],[type=button],[type=search],[type=image],[type=reset]),select,textarea'

const valueOf = (field: Element): string => {
  if (field.tagName === 'SELECT') {
    const { selectedOptions } = field as HTMLSelectElement
    return selectedOptions.length === 1 ? (selectedOptions[0]?.text ?? '') : ''
  }
  return (field as Partial<HTMLInputElement>).value ?? ''
}

/** The index of the first piece that stands behind an element. */
const placeOf = (element: Element, pieces: readonly Piece[]): number => {
  let [low, high] = [0, pieces.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const piece = pieces[middle]
    // 4 is Node.DOCUMENT_POSITION_FOLLOWING.
    if (piece && element.compareDocumentPosition(piece.element) & 4) high = middle
    else low = middle + 1
  }
  return low
}

/** What a label in an attribute says: "Date of birth" of a cell, a field or a picture. */
export const saidBeside = (element: Element): string =>
  element.getAttribute('aria-label') ?? element.getAttribute('data-label') ?? element.getAttribute('title') ?? ''

const labelOfField = (field: Element): string => saidBeside(field) || (field.getAttribute('placeholder') ?? '')

/** The values of a form's fields among the texts, each behind its label. */
const withFields = (root: Document | ShadowRoot, pieces: Piece[]): Piece[] => {
  const added: { at: number; piece: Piece }[] = []
  for (const field of root.querySelectorAll(shownFields)) {
    const text = oneSpace(valueOf(field).trim())
    if (text === '' || text.length > 200) continue
    if (added.length >= limits.fields) break
    const at = placeOf(field, pieces)
    const label = labelOfField(field)
    if (label !== '' && label !== pieces[at - 1]?.text) added.push({ at, piece: { text: label, element: field } })
    added.push({ at, piece: { text, element: field, isField: true } })
  }
  if (added.length === 0) return pieces
  const all: Piece[] = []
  let next = 0
  for (let index = 0; index <= pieces.length; index += 1) {
    while (added[next]?.at === index) all.push(...added.slice(next, ++next).map(({ piece }) => piece))
    const piece = pieces[index]
    if (piece) all.push(piece)
  }
  return all
}

/** Attributes that hold more than a name of a control: "Patient: Doe, Jane, born 9 March 1957". They come last. */
const saidOnly = (root: Document | ShadowRoot): Piece[] =>
  [...root.querySelectorAll('[aria-label*=":"],[title*=":"],[aria-label*="patient" i]')].slice(0, limits.attributes).flatMap((element) => {
    const text = oneSpace(saidBeside(element).trim())
    return text.length > 6 && text.length < 200 ? [{ text, element }] : []
  })

/** Every text that a root shows, in order, then what its attributes say. */
export const piecesOf = (root: Document | ShadowRoot): Piece[] => [...withFields(root, textsOf(root)), ...saidOnly(root)]
