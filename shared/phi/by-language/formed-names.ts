import { wordSet } from '../lexicons/word-set.ts'
import type { CertaintySource } from '../finding.ts'
import type { NameSpan } from '../name-spans.ts'
import { isEnglishAt } from '../reading.ts'
import type { LabelledReading } from './labels.ts'
import { beginsSentence, type Token } from '../text/tokens.ts'
import { nameRunEnd } from './name-run.ts'
import {
  eponymNouns,
  isClearGivenName,
  isEponym,
  isFamilyName,
  isGivenName,
  isNameParticle,
  isNameWord,
  isNameWordBehindLabel,
  isSmallWord,
  isWritten,
  mayBeGivenName,
} from './words.ts'

type Tokens = readonly Token[]

/** "Vazquez Pedroza, Asunción": family names, a comma and a given name. */
export function familyFirst(reading: LabelledReading): NameSpan[] {
  const { text, tokens } = reading
  return tokens.flatMap((comma, at): NameSpan[] => {
    if (!/^, ?$/.test(comma.gap) || !isWritten(comma) || isEnglishAt(reading, at)) return []
    const known = mayBeGivenName(comma)
    if (!known && !(isNameWordBehindLabel(comma) && isFamilyName(tokens[at - 1]))) return []
    let first = at
    while (at - first < 5 && first > 0) {
      const before = tokens[first - 1]
      if (
        !before ||
        !(isNameWordBehindLabel(before) || (isNameParticle(before) && first < at)) ||
        (first < at && !/^(?: {1,2}|-)$/.test(tokens[first]?.gap ?? ''))
      )
        break
      first -= 1
    }
    while (first < at && !isNameWordBehindLabel(tokens[first])) first += 1
    const end = nameRunEnd(tokens, at, isNameWordBehindLabel, 5)
    const family = tokens.slice(first, at)
    const last = tokens[end]
    if (family.length === 0 || !last || (!family.some(isFamilyName) && !beginsSentence(tokens, first))) return []
    if (
      family.some((word) => isGivenName(word) && !isFamilyName(word)) ||
      /^, (?:\p{Lu}\p{L}+,| y |y )/u.test(text.slice(last.end, last.end + 30))
    )
      return []
    const beside = /^ ?\((?:NHC|HC|DNI|\p{Lu}{2,5}\.? ?\d|\d)|^,? ?(?:NHC|HC|DNI|fn|f\. ?nac)/iu.test(text.slice(last.end, last.end + 8))
    if (!known && !beside) return []
    const sure =
      beside || /^ ?\(|^,? ?(?:NHC|HC|DNI|fn|f\. ?nac|\d)/i.test(text.slice(last.end, last.end + 8)) || beginsSentence(tokens, first)
    return [{ first, last: end, evidence: sure ? 'shaped' : 'suggested', why: 'phi-family-and-given' }]
  })
}

/** "síndrome de Alagille", "test Boney", "signo de la Rosa": what is called after somebody. */
export function isCalledAfter(tokens: Tokens, index: number): boolean {
  let before = index - 1
  while (index - before < 4 && isNameParticle(tokens[before] ?? ({ lower: '' } as Token))) before -= 1
  const noun = tokens[before]
  return noun !== undefined && /^(?: |[ -]?)$/.test(tokens[before + 1]?.gap ?? '') && eponymNouns.has(noun.plain)
}

/** In front of a person: "llamar a Ciro", "igual que con Valverde". */
const leads = wordSet('a con que como como según segun por para avec pour que comme selon à per che come com por para como')

/** What is done with a person: "llamar a", "hablé con". */
const speaks =
  /^(?:llam|avis|habl|pregunt|coment|vi|vist[oa]|ver|igual|acord|ayud|contact|localiz|conoc|escrib|parl|appel|demand|vu|vue|parle|chiam|chied|vist[oae]|fal[aeo]|falar|pergunt|lig)(?:$|[aeiou])/

const isMade = (text: string, token: Token): boolean => /^\s?[®™©]|^ ?\((?:R|TM)\)|^\d/.test(text.slice(token.end, token.end + 4))

/** A known given name, alone or with what follows; or two unknown words with capitals inside a sentence. */
export function looseNames(reading: LabelledReading): NameSpan[] {
  const { text, tokens, languages } = reading
  const found: NameSpan[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (!token || token.shape === 'lower' || token.shape === 'initial' || isEnglishAt(reading, index)) continue
    const german = languages[index] === 'de'
    const inside = token.shape === 'capital' && tokens[index - 1]?.shape === 'lower' && token.gap === ' '
    if (!((inside && mayBeGivenName(token) && !isSmallWord(token.plain)) || isNameWord(token))) continue
    // "ELISA", "ANA": capitals alone are an abbreviation.
    const next = tokens[index + 1]
    if (token.shape === 'upper' && !(next?.shape === 'upper' && next.gap === ' ' && next.text.length > 3 && isGivenName(token))) continue
    const last = nameRunEnd(tokens, index, isNameWord)
    const end = tokens[last]
    if (!end) continue
    const span = looseName(text, tokens, index, last, german)
    if (span) found.push(span)
    index = Math.max(index, last)
  }
  return found
}

function looseName(text: string, tokens: Tokens, first: number, last: number, german: boolean): NameSpan | undefined {
  const token = tokens[first]
  const end = tokens[last]
  if (!token || !end) return undefined
  const words = tokens.slice(first, last + 1).filter((word) => !isNameParticle(word) && word.shape !== 'initial')
  const family = words.slice(1).filter((word) => isFamilyName(word)).length
  if (isCalledAfter(tokens, first) || isMade(text, end) || words.some((word) => isMade(text, word))) return undefined
  const inside = token.shape === 'capital' && tokens[first - 1]?.shape === 'lower' && token.gap === ' '
  const clear = isClearGivenName(token) || (inside && mayBeGivenName(token))
  const span = (evidence: CertaintySource, why: NameSpan['why']): NameSpan => ({ first, last, evidence, why })
  if (isGivenName(token) && family > 0) return span('shaped', 'phi-given-and-more')
  if (clear && words.length > 1) return span('suggested', 'phi-given-and-more')
  if (clear && words.every((word) => mayBeGivenName(word))) return span('suggested', 'phi-maybe-name')
  const led = tokens[first - 1]?.lower ?? ''
  const spoken =
    speaks.test(tokens[first - 2]?.plain ?? '') || (led === 'como' && first === 1) || /^(?:que|mismo)$/.test(tokens[first - 2]?.lower ?? '')
  if (
    !german &&
    inside &&
    words.length === 1 &&
    token.text.length > 3 &&
    leads.has(led) &&
    !isEponym(token) &&
    (isFamilyName(token) || isGivenName(token) || spoken)
  )
    return span('suggested', 'phi-leads-to-person')
  if (german || words.length < 2 || words.some(isEponym)) return undefined
  if (inside && leads.has(led) && spoken && words.length === 2 && words.every((word) => word.shape === 'capital' && word.text.length > 2))
    return span('suggested', 'phi-name-form')
  if (words.every((word) => word.shape === 'capital') && words.some(isFamilyName) && words.length > 1 && (inside || family > 0))
    return span('suggested', 'phi-name-form')
  return undefined
}
