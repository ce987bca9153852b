export type Shape = 'lower' | 'capital' | 'upper' | 'initial'

/** A word of a text: letters, with inner hyphens and apostrophes; a closing 's is left outside. */
export type Token = {
  text: string
  lower: string
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
  const first = text.charAt(0)
  if (first === first.toLowerCase()) return 'lower'
  if (text.length === 1) return 'initial'
  return text === text.toUpperCase() ? 'upper' : 'capital'
}

/** The words of a text in order. Linear in its length. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let before = 0
  for (const match of text.matchAll(word)) {
    const possessive = match[0].length > 2 && possessiveEnd.test(match[0])
    const own = possessive ? match[0].slice(0, -2) : match[0]
    const start = match.index
    tokens.push({
      text: own,
      lower: own.toLowerCase().replaceAll('’', "'"),
      start,
      end: start + own.length,
      // "HbA1c", "43M": a word that touches a digit is a code, and its capitals say nothing.
      shape: /\d/.test(text.charAt(start - 1) + text.charAt(start + own.length)) ? 'lower' : shapeOf(own),
      possessive,
      gap: text.slice(Math.max(before, start - 40), start),
    })
    before = start + match[0].length
  }
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
