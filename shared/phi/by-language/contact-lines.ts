import { behindTitles, nameRunEnd } from './name-run.ts'
import type { Candidate } from '../finding.ts'
import type { LabelledReading } from './labels.ts'
import { closes, countries, kind, place, word } from './place-words.ts'
import { isNameWordBehindLabel, isWritten, titles } from './words.ts'

/**
 * "Remitido por: Dra. … Getxo. Vizcaya. E-mail: …": a line that names somebody and says how to reach them holds nothing but that,
 * so every word with a capital is part of it, but for the names of services and countries.
 */
export function contactBlock({ text, tokens, words }: LabelledReading): Candidate[] {
  return words.flatMap(({ kind: of, first, last }): Candidate[] => {
    const label = tokens[first]
    if (of !== 'PERSON' || !label || (first > 0 && !label.gap.includes('\n'))) return []
    const rest = text.indexOf('\n', label.start)
    const end = rest < 0 ? text.length : rest
    const line = text.slice(label.start, end)
    if (line.length > 500 || !/@|(?<!\d)\d{5}(?!\d)|\b(?:tel|tfno|tlf|fax)/i.test(line) || !/^[^:=]{0,30}[:=]/.test(line)) return []
    const found: Candidate[] = []
    let inService = false
    const name = behindTitles(tokens, last + 1)
    // The name itself is found as one.
    for (let at = Math.max(name, nameRunEnd(tokens, name, isNameWordBehindLabel) + 1); at < tokens.length; at += 1) {
      const token = tokens[at]
      if (!token || token.start >= end) break
      const own = word(token)
      if (/[.,;:)\n]/.test(token.gap) || kind().has(own)) inService = false
      if (isWritten(token) && closes.has(own)) inService = true
      if (
        inService ||
        !isWritten(token) ||
        closes.has(own) ||
        (countries.has(own) && !/^(?:de|del)$/.test(tokens[at - 1]?.lower ?? '') && tokens[at + 1]?.text !== 'D') ||
        titles.has(own)
      )
        continue
      const before = tokens[at - 1]
      const article = token.gap === ' ' && /^(?:A|O|La|El|Los|Las|As|D)$/.test(before?.text ?? '') ? before?.start : undefined
      found.push(place(article ?? token.start, token.end, 'suggested', 'phi-part-of-address'))
    }
    for (const { 0: match, index } of line.matchAll(/(?<![\p{L}\d@._-])(?:[A-Z] )?\d{1,6}(?:[ªº°a-zA-Z]{1,2}(?!\p{L}))?(?![\d@])/gu))
      found.push(place(label.start + index, label.start + index + match.length, 'suggested', 'phi-part-of-address'))
    return joined(text, found)
  })
}

const little = /^[\s.,;:()"'“”º°ª/#–-]{0,6}(?:(?:de|del|la|las|los|el|y|i|e|da|do|no|nº|of|para|en|al|a|s)(?!\p{L})[\s.,/]{0,2}){0,4}$/iu

/** One stretch of those that only small words and signs part: "Facultad de Ciencias de la Salud". */
function joined(text: string, pieces: readonly Candidate[]): Candidate[] {
  const made: Candidate[] = []
  for (const piece of pieces.toSorted((a, b) => a.start - b.start)) {
    const last = made.at(-1)
    if (last && piece.start >= last.end && little.test(text.slice(last.end, piece.start)))
      made[made.length - 1] = { ...last, end: piece.end }
    else made.push(piece)
  }
  return made
}
