import { inside } from '../page/page.ts'
import type { Line } from './lines.ts'

const endOfItem =
  /^\W*(?:\d+\.?\s*)?(?:references?(?: and notes)?|bibliography|literature cited|works cited|références(?: bibliographiques)?|referencias(?: bibliográficas)?|referências(?: bibliográficas)?|literatur(?:verzeichnis)?|bibliograf[ií]a|bibliographie|參考文獻)\W*(?:\(\d+\))?$/i

/** What a reference looks like: long, with a year or a DOI. */
const isReference = ({ text, level }: Line): boolean => level === 0 && text.length > 20 && /(?:19|20)\d{2}|10\.\d{4}/.test(text)

/** Lines that are references, from a line that says so: as long as they stand in one list; or until a heading or three lines that are none. */
const endOfReferences = (lines: readonly Line[], from: number): number => {
  const [first, second] = lines.slice(from + 1, from + 12).filter(isReference)
  const list = first?.element.closest('ol,ul,dl,table') ?? first?.element.parentElement
  const isList = list && second && list.contains(second.element) && !list.contains(lines[from]?.element ?? null)
  let [at, misses] = [from + 1, 0]
  for (; at < lines.length; at += 1) {
    const line = lines[at] as Line
    if (isList && list.contains(line.element)) continue
    if (isList && first && at > lines.indexOf(first)) break
    misses = isReference(line) ? 0 : misses + 1
    if ((line.level > 0 && at > from + 1) || misses > 3) break
  }
  return at
}

/** References are of others; what stands behind them may be of anybody. */
export const withReferences = (lines: Line[]): Line[] => {
  let [end, isAfter] = [0, false]
  return lines.map((line, at) => {
    const isLabel = at >= end && endOfItem.test(line.text) && !inside(line.element, 'a,button,option')
    const begins = isLabel && (line.level > 0 || lines.slice(at + 1, at + 4).some(isReference))
    if (begins) end = endOfReferences(lines, at)
    if (at < end) isAfter = true
    return isAfter ? { ...line, isBeside: true, isOther: true, isAfter: at >= end } : line
  })
}
