import type { NameSpan } from '../name-spans.ts'
import { isEnglishAt } from '../reading.ts'
import type { Token } from '../text/tokens.ts'
import type { LabelledReading } from './labels.ts'
import { nameRunEnd } from './name-run.ts'
import { isFamilyName, isNameParticle, isNameWord, isNameWordBehindLabel, people } from './words.ts'

type Tokens = readonly Token[]

/** A number in brackets, behind a name. */
export const numbered = /^ ?[[({<#|] ?(?:(?:NHC|HC|IPP|MRN|ID|Nr|n[º°.]|nº)\.? ?:? ?)?#?\d{4}/iu
/** A relation in brackets, behind a name. */
export const related = /^ ?\((?:\p{L}{1,3}\.? )?(\p{L}+)\)/u

/** Where the words with a capital that end at `last` begin. */
function nameStart(tokens: Tokens, last: number): number {
  let first = last
  while (last - first < 5) {
    const before = tokens[first - 1]
    if (
      !before ||
      !/^(?:,? {1,2}|-)$/.test(tokens[first]?.gap ?? '') ||
      !(isNameWordBehindLabel(before) || (first < last && isNameParticle(before)))
    )
      break
    first -= 1
  }
  while (first < last && !isNameWordBehindLabel(tokens[first])) first += 1
  return first
}

const span = (first: number, last: number, sure: boolean): NameSpan => ({
  first,
  last,
  evidence: sure ? 'shaped' : 'suggested',
  why: 'phi-name-form',
})

/** Behind the number of a bed, or before its label: "habitación 312 Otegui sin", "Olmedo cama 68". */
function besideBed({ text, tokens, languages }: LabelledReading, first: number, last: number): NameSpan[] {
  const label = tokens[last]
  const code = label && /^[ .:#nº°]{0,4}\d{1,4}[-/.]?[A-Za-z\d]?[ :,(-]{1,3}/u.exec(text.slice(label.end, label.end + 16))
  if (!label || !code) return []
  const behind = tokens.findIndex((token, at) => at > last && token.start >= label.end + code[0].length)
  const head = tokens[behind]
  const found: NameSpan[] = []
  if (head && head.start === label.end + code[0].length && isNameWord(head) && !people.has(head.plain)) {
    const end = nameRunEnd(tokens, behind, isNameWord)
    const next = tokens[end + 1]
    // Every noun of German has a capital.
    if (
      languages[behind] !== 'de' ||
      isFamilyName(head) ||
      end > behind ||
      /^(?:ohne|hat|ist|mit|will|braucht|war|bekam)$/.test(next?.lower ?? '') ||
      !next
    )
      found.push(span(behind, end, false))
  }
  const before = tokens[first - 1]
  if (before && /^,? $/.test(tokens[first]?.gap ?? '') && isNameWord(before) && languages[first - 1] !== 'de')
    found.push(span(nameStart(tokens, first - 1), first - 1, false))
  return found
}

/** Names told by what stands at once beside them: a record number in brackets, a relation in brackets, a bed. */
export function identifiedNames(reading: LabelledReading): NameSpan[] {
  const { text, tokens, labels } = reading
  const bracketed = tokens.flatMap((token, last): NameSpan[] => {
    if (token.shape === 'lower' || isEnglishAt(reading, last) || !isNameWordBehindLabel(token)) return []
    const behind = text.slice(token.end, token.end + 24)
    if (!/^ ?[[({<#|]/.test(behind)) return []
    const relation = related.exec(behind)?.[1]?.toLowerCase()
    const isRelation =
      relation !== undefined && (people.has(relation) || /^(?:gemel|mellizo|jumea|zwilling|gemell|g[ée]meo)/.test(relation))
    const labelled = labels.some(({ first, kind }) => first === last + 1 && kind !== 'PHONE' && kind !== 'BED' && kind !== 'LOCATION')
    if (!isRelation && !numbered.test(behind) && !(labelled && /^ ?[[({<|]/.test(behind))) return []
    const first = nameStart(tokens, last)
    if (first === last && !isRelation && !numbered.test(behind)) return []
    return token.shape === 'upper' && first === last ? [] : [span(first, last, first < last)]
  })
  const beds = labels.flatMap(({ kind, first, last }) =>
    kind === 'BED' && !isEnglishAt(reading, last) ? besideBed(reading, first, last) : [],
  )
  return [...bracketed, ...beds]
}
