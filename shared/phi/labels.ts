import type { PatientInfoType } from './finding.ts'
import { languages } from './languages/all.ts'
import { otherNumbers } from './languages/other.ts'
import { once } from './lexicons/word-set.ts'
import { plain } from './text/plain-word.ts'
import type { Token } from './text/tokens.ts'

/** What a label says of the number or the letters behind it. */
export type NumberLabel = PatientInfoType | 'BED' | 'INITIALS'

/** A label that stands in a text, by the index of its last word. `weak`: a word that is more often no label. */
export interface LabelHit<Kind extends string = NumberLabel> {
  first: number
  last: number
  kind: Kind
  weak: boolean
}

interface Phrase<Kind> {
  /** Its words, parted by one space. */
  words: string
  kind: Kind
  capitals: boolean
  weak: boolean
}

/** Labels by their first word, the longest first. */
export type LabelIndex<Kind> = ReadonlyMap<string, readonly Phrase<Kind>[]>

const phraseOf = <Kind>(kind: Kind, written: string): Phrase<Kind> => {
  const weak = written.endsWith('?')
  const own = weak ? written.slice(0, -1) : written
  return { words: plain(own), kind, capitals: /\p{Lu}/u.test(own), weak }
}

/** An index of lists of labels, each parted by `|`. */
export function indexOfLabels<Kind extends string>(lists: Iterable<readonly [Kind, string]>): LabelIndex<Kind> {
  const found = new Map<string, Phrase<Kind>[]>()
  for (const [kind, list] of lists)
    for (const written of list.split('|').filter(Boolean)) {
      const phrase = phraseOf(kind, written)
      const [first = ''] = phrase.words.split(' ')
      found.set(first, [...(found.get(first) ?? []), phrase])
    }
  for (const [first, phrases] of found)
    found.set(
      first,
      phrases.toSorted((a, b) => b.words.length - a.words.length),
    )
  return found
}

const typesOf = (numbers: Readonly<Partial<Record<PatientInfoType, string>>>): [PatientInfoType, string][] =>
  Object.entries(numbers) as [PatientInfoType, string][]

/** The labels of numbers and phones, of every language. */
export const numberLabels = once(() =>
  indexOfLabels<NumberLabel>([
    ...languages.flatMap(({ numbers, phones, beds, initials }): [NumberLabel, string][] => [
      ...typesOf(numbers),
      ['PHONE', phones],
      ['BED', beds],
      ['INITIALS', initials],
    ]),
    ...typesOf(otherNumbers),
  ]),
)

const between = /^(?:[ .'’/_(-]|\. |\)? ){0,2}$/
const number = /^\s{0,2}(?:n[.º°]|nº|:|=|#)/i

/** The index of the last word of a phrase that begins at `at`. */
function reads(tokens: readonly Token[], at: number, words: string): number | undefined {
  let read = ''
  for (let step = at; step < tokens.length && step - at < 6; step += 1) {
    const token = tokens[step]
    if (!token || (step > at && !between.test(token.gap))) return undefined
    read += `${step > at ? ' ' : ''}${token.plain.replaceAll('-', ' ')}`
    if (read === words) return step
    if (!words.startsWith(`${read} `)) return undefined
  }
  return undefined
}

const isCapital = (token: Token): boolean => token.text === token.text.toUpperCase()

/** Where labels stand. One look at the index for each word. */
export function labelsIn<Kind extends string>(text: string, tokens: readonly Token[], index: LabelIndex<Kind>): LabelHit<Kind>[] {
  const found: LabelHit<Kind>[] = []
  for (const [at, token] of tokens.entries()) {
    const dash = token.plain.indexOf('-')
    const candidates = index.get(dash > 0 ? token.plain.slice(0, dash) : token.plain)
    if (!candidates) continue
    const kinds = new Set<Kind>()
    for (const { words, kind, capitals, weak } of candidates) {
      const last = kinds.has(kind) ? undefined : reads(tokens, at, words)
      const end = last === undefined ? undefined : tokens[last]
      if (last === undefined || !end) continue
      if (capitals && !(tokens.slice(at, last + 1).every(isCapital) || number.test(text.slice(end.end, end.end + 4)))) continue
      kinds.add(kind)
      found.push({ first: at, last, kind, weak })
    }
  }
  return found
}
