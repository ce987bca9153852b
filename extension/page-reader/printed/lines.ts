import { all, attribute, first, isNamed, isNotText, type Page } from '../page/page.ts'
import { withReferences } from './references.ts'

/** A line of a page as it is read: what stands between two breaks of its structure. */
export interface Line {
  text: string
  /** Without what is set as a superscript: the marks of notes and affiliations. */
  plain: string
  /** The nearest element around its beginning. */
  element: Element
  /** Its first text. */
  start: Node
  /** 1 to 6 in a heading, else 0. */
  level: number
  /** In navigation, an aside, a footer or a form, or under a heading that lists other items. */
  isBeside: boolean
  /** Under a heading that lists other items, or in the references. */
  isOther: boolean
  /** Behind the references. */
  isAfter: boolean
}

const isBlock = isNamed(
  'p div br li ul ol dl td tr dd dt h1 h2 h3 h4 h5 h6 section article aside header footer nav main form fieldset figure figcaption blockquote pre table address center hr body details summary',
)
const isAlwaysAside = isNamed('nav aside footer dialog')
const isForm = isNamed('form')
/** Some sites put the whole page into one form. */
const isAside = (element: Element): boolean => isAlwaysAside(element) || (isForm(element) && !first(element, 'h1,article'))
const elsewhere = /\brefs?\b|reference|bibliograph|related|recommend|recent|similar|cited-?by|sidebar|comments?\b|metrics|altmetric|toc\b/i

/** Headings of parts that are of other items, or behind the item. */
const ofOthers =
  /^(?:(?:related|similar|recommended|other|more|most|further|latest|recent|trending|popular|featured|suggested|additional|people also|you may|citing|cited|references? cited|see also|links? to|in this issue|published versions?|what.s new|articles? from|artículos? (?:relacionad|similar)|artigos? (?:relacionad|similar)|articles? (?:similaires|lié)|ähnliche|verwandte)\b.{0,60}|cited by.{0,30}|comments?.{0,20}|recommendations?)$/i

const mostLines = 2500
const mostNodes = 24_000
const mostLetters = 120_000

const levelOf = (element: Node): number => (/^h[1-6]$/i.test(element.nodeName) ? Number(element.nodeName.charAt(1)) : 0)

/** A line's text; spans that only their style sets apart ("AvailablePublished") are parted. */
const joined = (text: string): string =>
  text
    .replace(/(?<=[a-zß-ÿ.])\u200b+(?=[A-ZÀ-Þ])/g, ' ')
    .replaceAll('\u200b', '')
    .replace(/\s+/g, ' ')
    .trim()

/** The lines of a page up to its references, in reading order. */
export const readLines = ({ document, scope }: Page): Line[] => {
  const lines: Line[] = []
  const { body } = document
  if (!body || scope !== document) return lines
  let [text, plain, nodes, letters, others] = ['', '', 0, 0, 0]
  let start: Element = body
  let begin: Node = body
  let line = { level: 0, isBeside: false }

  const flush = (): void => {
    const whole = joined(text)
      .replace(/^(?:\s*;)+|(?:;\s*)+$/g, '')
      .trim()
    const bare = joined(plain)
    text = plain = ''
    if (!whole) return
    const { level } = line
    if (level > 0 && others > 0 && level <= others) others = 0
    if (level > 0 && ofOthers.test(whole)) others = level
    letters += whole.length
    const isOther = others > 0
    lines.push({
      text: whole.slice(0, 4000),
      plain: bare.slice(0, 8000),
      element: start,
      start: begin,
      level,
      isBeside: line.isBeside || isOther,
      isOther,
      isAfter: false,
    })
  }
  const add = (node: Node, raised: boolean, level: number, isBeside: boolean): void => {
    const piece = node.nodeValue?.slice(0, 20_000) ?? ''
    if (!/[^\s;\u200b]/.test(text)) {
      start = node.parentElement ?? body
      begin = node
      line = { level, isBeside }
    }
    text += piece
    if (!raised) plain += piece
  }
  const isOver = (): boolean => nodes > mostNodes || lines.length > mostLines || letters > mostLetters

  const step = (parent: Node, raised: boolean, level: number, isBeside: boolean, depth: number): void => {
    for (let node = parent.firstChild; node && !isOver(); node = node.nextSibling) {
      nodes += 1
      if (node.nodeType === 3) add(node, raised, level, isBeside)
      if (node.nodeType !== 1 || depth > 400 || isNotText(node)) continue
      const element = node as Element
      if (Element.prototype.hasAttribute.call(element, 'hidden')) continue
      const breaks = isBlock(element)
      if (breaks) flush()
      const beside = isBeside || isAside(element) || elsewhere.test(`${attribute(element, 'class')} ${attribute(element, 'id')}`)
      // Names may be parted by nothing but the elements that they stand in.
      const parts = /^(?:a|button)$/i.test(element.nodeName)
      const isSpan = element.nodeName === 'SPAN'
      text += element.nodeName === 'BUTTON' ? ' ; ' : isSpan ? '\u200b' : ''
      plain += parts ? ' , ' : isSpan && /\S$/.test(plain) ? '\u200b' : ''
      step(element, raised || element.nodeName === 'SUP', levelOf(element) || level, beside, depth + 1)
      if (parts) plain += ' , '
      if (element.nodeName === 'BUTTON') text += ' ; '
      if (breaks) flush()
    }
  }
  step(body, false, 0, false, 0)
  flush()
  return withReferences(lines)
}

/** The line that an element stands on or behind. */
export const lineOf = (lines: readonly Line[], element: Element): Line | undefined => {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    // 4: the line's text follows the element; 16 beside it: it is inside.
    const where = element.compareDocumentPosition((lines[middle] as Line).start)
    if ((where & 4) !== 0 && (where & 16) === 0) high = middle
    else low = middle + 1
  }
  return lines[low - 1]
}

/** What pictures of the page are called, where a journal's name is a picture. */
export const pictureNames = (page: Page): string[] =>
  all(page.scope, 'img[alt]', 40).map((picture) => attribute(picture, 'alt').trim().slice(0, 120))
