import { plain } from './plain-word.ts'

export type Shape = 'lower' | 'capital' | 'upper' | 'initial'

/** A word of a text: letters, with inner hyphens and apostrophes; a closing 's is left outside. */
export type Token = {
  text: string
  lower: string
  /** In small letters and without accents. */
  plain: string
  start: number
  end: number
  shape: Shape
  possessive: boolean
  /** What stands between the word before and this one; cut to 40 characters. */
  gap: string
}

const word = /\p{L}[\p{L}\p{M}]{0,60}(?:['’‘`\-‐‑]\p{L}[\p{L}\p{M}]{0,60}){0,5}/gu
const possessiveEnd = /['’‘`][sS]$/

function shapeOf(text: string): Shape {
  const code = text.charCodeAt(0)
  if (code > 96 && code < 123) return 'lower'
  const first = text.charAt(0)
  if (first === first.toLowerCase()) return 'lower'
  if (text.length === 1) return 'initial'
  return text === text.toUpperCase() ? 'upper' : 'capital'
}

/** Texts without combining marks and without letters beyond the Latin ones: their words can be told by the numbers of characters. */
const latin = /^[\0-\u024f\u2000-\u206f]*$/
export const isLatin = (text: string): boolean => latin.test(text)
/** Its letters are those of English. */
export const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text)
const isAsciiLetter = (code: number): boolean => (code > 96 && code < 123) || (code > 64 && code < 91)
export const isLetter = (code: number): boolean =>
  isAsciiLetter(code) ||
  (code > 127 && ((code > 191 && code < 592 && code !== 215 && code !== 247) || code === 170 || code === 181 || code === 186))
const isDigit = (code: number): boolean => code > 47 && code < 58
/** ' ` - and their typographic forms hold the parts of a word together. */
const isJoint = (code: number): boolean =>
  code === 39 || code === 96 || code === 45 || (code > 127 && (code === 8217 || code === 8216 || code === 8208 || code === 8209))
const mostLetters = 61
const mostJoints = 5

function lettersEnd(text: string, start: number): number {
  let end = start
  while (end - start < mostLetters && isLetter(text.charCodeAt(end))) end += 1
  return end
}

/** Where what `word` matches here ends. */
export function wordEnd(text: string, start: number): number {
  let end = lettersEnd(text, start)
  for (let joints = 0; joints < mostJoints && isJoint(text.charCodeAt(end)) && isLetter(text.charCodeAt(end + 1)); joints += 1)
    end = lettersEnd(text, end + 1)
  return end
}

/** The word from `start` to `wholeEnd`; `before`: where the one before it ends. */
export function tokenAt(text: string, start: number, wholeEnd: number, before: number): Token {
  const whole = text.slice(start, wholeEnd)
  const possessive = whole.length > 2 && possessiveEnd.test(whole)
  const own = possessive ? whole.slice(0, -2) : whole
  const end = start + own.length
  const lower = own.toLowerCase()
  const written = lower.includes('’') ? lower.replaceAll('’', "'") : lower
  return {
    text: own,
    lower: written,
    plain: plain(written),
    start,
    end,
    // "HbA1c", "43M": a word that touches a digit is a code, and its capitals say nothing.
    shape: isDigit(text.charCodeAt(start - 1)) || isDigit(text.charCodeAt(end)) ? 'lower' : shapeOf(own),
    possessive,
    gap: text.slice(Math.max(before, start - 40), start),
  }
}

/** The words of a text in order. Linear in its length. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let before = 0
  const add = (start: number, end: number): void => {
    tokens.push(tokenAt(text, start, end, before))
    before = end
  }
  // The pattern's classes of all the world's letters cost several times as much.
  if (isLatin(text)) {
    for (let at = 0; at < text.length; at = Math.max(before, at + 1)) if (isLetter(text.charCodeAt(at))) add(at, wordEnd(text, at))
  } else for (const match of text.matchAll(word)) add(match.index, match.index + match[0].length)
  return tokens
}

/** Whether a word begins a sentence, a line or the text. */
export function beginsSentence(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  return (
    index === 0 || (token !== undefined && /[.!?:;\n•*]/.test(token.gap) && !/^\.? $/.test(token.gap)) || isAfterFullStop(tokens, index)
  )
}

function isAfterFullStop(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]
  const token = tokens[index]
  if (!before || !token) return true
  // "Mr. Hansen" and "F. Dill" have a full stop that ends no sentence.
  return /^[.!?]/.test(token.gap) && before.text.length > 3
}

/** The place of the last token that begins at or before that letter, 0 where none does: by halving, since long texts ask often. */
export const placeOf = (tokens: readonly Token[], letter: number): number => {
  let [from, to] = [0, tokens.length]
  while (to - from > 1) {
    const middle = (from + to) >> 1
    if ((tokens[middle]?.start ?? Infinity) <= letter) from = middle
    else to = middle
  }
  return from
}
