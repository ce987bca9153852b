import { pageText, type PageText, type Quote } from './quote.ts'

/** Where an anchor's text stands: offsets into `PageText.text`, and how alike it is (1: letter by letter). */
export interface FoundQuote {
  start: number
  end: number
  likeness: number
}

/** Below this share of equal letters another sentence is likelier than a changed one. */
const leastLikeness = 0.75

interface Folded {
  text: string
  /** For each letter of `text`, its place in the text that was folded. */
  places: number[]
}

const same: Record<string, string> = { '‘': "'", '’': "'", '“': '"', '”': '"', '‐': '-', '‑': '-', '–': '-', '—': '-', '−': '-' }

/** Letters as they are compared: one space for any white space, straight quotation marks, small letters. */
const fold = (text: string): Folded => {
  const letters: string[] = []
  const places: number[] = []
  for (let place = 0; place < text.length; place += 1) {
    const letter = text.charAt(place)
    const space = /\s/.test(letter)
    if (space && letters.at(-1) === ' ') continue
    const small = letter.toLowerCase()
    letters.push(space ? ' ' : (same[letter] ?? (small.length === 1 ? small : letter)))
    places.push(place)
  }
  places.push(text.length)
  return { text: letters.join(''), places }
}

const occurrences = (text: string, part: string, most = 60): number[] => {
  const found: number[] = []
  for (let at = text.indexOf(part); at >= 0 && found.length < most; at = text.indexOf(part, at + 1)) found.push(at)
  return found
}

/** How many letters two texts share at their beginnings (`1`) or, read backwards, at their ends (`-1`). */
const agreement = (a: string, b: string, direction: 1 | -1): number => {
  const [from, other] = direction === 1 ? [0, 0] : [a.length - 1, b.length - 1]
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a[from + direction * length] === b[other + direction * length]) length += 1
  return length
}

const exactly = (page: string, quote: Quote): [number, number] | undefined => {
  const exact = fold(quote.exact).text.trim()
  const [prefix, suffix] = [fold(quote.prefix).text, fold(quote.suffix).text]
  const around = (at: number): number =>
    agreement(page.slice(Math.max(0, at - prefix.length), at), prefix, -1) +
    agreement(page.slice(at + exact.length, at + exact.length + suffix.length), suffix, 1)
  const [best] = exact ? occurrences(page, exact).sort((a, b) => around(b) - around(a)) : []
  return best === undefined ? undefined : [best, best + exact.length]
}

/** Places where the sentence may begin, by where its runs of four words stand; the more runs agree, the earlier in the list. */
const candidates = (page: string, exact: string): number[] => {
  const votes = new Map<number, number>()
  const bucket = 40
  const words = [...exact.matchAll(/\S+/g)]
  for (let index = 0; index + 3 < words.length; index += 2) {
    const from = words[index]?.index ?? 0
    const last = words[index + 3]
    const run = exact.slice(from, (last?.index ?? 0) + (last?.[0].length ?? 0))
    for (const at of occurrences(page, run, 20)) {
      const key = Math.round((at - from) / bucket)
      votes.set(key, (votes.get(key) ?? 0) + 1)
    }
  }
  return [...votes]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([key]) => Math.max(0, key * bucket))
}

/** The part of a window that is most like a text (Sellers: edit distance with free ends): start, end, and the distance. */
const align = (window: string, text: string): { start: number; end: number; distance: number } => {
  let row = Array.from({ length: window.length + 1 }, () => 0)
  let starts = row.map((_, index) => index)
  for (let line = 1; line <= text.length; line += 1) {
    const [nextRow, nextStarts] = [[line], [0]]
    for (let column = 1; column <= window.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (text[line - 1] === window[column - 1] ? 0 : 1)
      const left = (nextRow[column - 1] ?? 0) + 1
      const up = (row[column] ?? 0) + 1
      const least = Math.min(replaced, left, up)
      nextRow.push(least)
      nextStarts.push((least === replaced ? starts[column - 1] : least === up ? starts[column] : nextStarts[column - 1]) ?? 0)
    }
    row = nextRow
    starts = nextStarts
  }
  const end = row.reduce((best, distance, index) => (distance < (row[best] ?? Infinity) ? index : best), 0)
  return { start: starts[end] ?? 0, end, distance: row[end] ?? text.length }
}

const nearly = (page: string, quote: Quote): [number, number, number] | undefined => {
  const exact = fold(quote.exact).text.trim()
  const slack = 40 + Math.ceil(exact.length / 4)
  const found = candidates(page, exact).map((at) => {
    const from = Math.max(0, at - slack)
    const { start, end, distance } = align(page.slice(from, at + exact.length + slack), exact)
    return { start: from + start, end: from + end, likeness: 1 - distance / exact.length }
  })
  const [best] = found.sort((a, b) => b.likeness - a.likeness)
  return best && best.likeness >= leastLikeness ? [best.start, best.end, best.likeness] : undefined
}

/** Finds an anchor in a page's text again, also when the page changed a little; of several places the one with its surroundings. */
export const findQuote = ({ text }: Pick<PageText, 'text'>, quote: Quote): FoundQuote | undefined => {
  const page = fold(text)
  const [start, end, likeness = 1] = exactly(page.text, quote) ?? nearly(page.text, quote) ?? []
  if (start === undefined || end === undefined) return undefined
  return { start: page.places[start] ?? 0, end: (page.places[end - 1] ?? 0) + 1, likeness }
}

/** The range of a found anchor in the page that its text was taken from. */
export const rangeOf = (document: Document, { nodes, starts }: PageText, { start, end }: FoundQuote): Range | undefined => {
  const nodeAt = (offset: number): number =>
    starts.findLastIndex((from, index) => from <= offset && offset < from + (nodes[index]?.data.length ?? 0))
  const [first, last] = [nodeAt(start), nodeAt(end - 1)]
  const [from, to] = [nodes[first], nodes[last]]
  if (!from || !to) return undefined
  const range = document.createRange()
  range.setStart(from, start - (starts[first] ?? 0))
  range.setEnd(to, Math.min(end - (starts[last] ?? 0), to.data.length))
  return range
}

/** Selects an anchor's sentence on a page and brings it into view; says whether it was there. The page itself is not changed. */
export const showQuote = (document: Document, quote: Quote): boolean => {
  const text = pageText(document.body)
  const found = findQuote(text, quote)
  const range = found && rangeOf(document, text, found)
  if (!range) return false
  const selection = document.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
  return true
}
