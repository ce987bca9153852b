import { wordSet } from '../lexicons/word-set.ts'
import type { NameSpan } from '../name-spans.ts'
import { isEnglishAt } from '../reading.ts'
import type { Token } from '../text/tokens.ts'
import type { LabelledReading } from './labels.ts'
import { isUnknownSmall, nameRunEnd, smallNameEnd } from './name-run.ts'
import { isClearGivenName, isEponym, isFamilyName, isGivenName, isNameWord, isSmallWord, people } from './words.ts'

type Tokens = readonly Token[]

/** Says that a name follows: "se llama ciro", 'le llaman "Remedios"'. */
const naming = wordSet(
  'llama llaman llamado llamada llamamos apodado apodada appelle appellent surnomme surnommee nomme nommee heisst genannt chiama chiamano chiamato chiamata detto detta chama chamam chamado chamada',
)
/** "¿os acordáis de", "igual que con", "hablé con": somebody is spoken of. */
const recalled = /^(?:acord|record|rapel|rappel|souven|erinner|ricord|lembr)/

const maybe = (first: number, last: number, small: boolean): NameSpan => ({
  first,
  last,
  evidence: 'suggested',
  why: small ? 'phi-name-in-small-letters' : 'phi-leads-to-person',
})

/** Where a run of words in no list ends, three at the most; or -1. */
function strangeEnd(tokens: Tokens, first: number): number {
  let last = first - 1
  while (last - first < 2) {
    const next = tokens[last + 1]
    if (next?.shape !== 'lower' || !isUnknownSmall(next) || (last >= first && !/^ {1,2}$/.test(next.gap))) break
    last += 1
  }
  return last >= first ? last : -1
}

const stops = (text: string, token: Token): boolean => /^(?:$| ?[,.;:?!()]|\s?\n)/.test(text.slice(token.end, token.end + 2))

/** Behind a word that names: in quotation marks, with a capital, or unknown and in small letters. */
function behindNaming(text: string, tokens: Tokens, index: number): NameSpan | undefined {
  const head = tokens[index + 1]
  if (!head || !/^[ :]{1,2}["“«'‘]?$/.test(head.gap)) return undefined
  if (head.shape === 'capital' && !isSmallWord(head.plain) && !isEponym(head)) {
    const end = nameRunEnd(tokens, index + 1, isNameWord)
    return maybe(index + 1, Math.max(end, index + 1), false)
  }
  const end = tokens[index + 1] && head.shape === 'lower' ? strangeEnd(tokens, index + 1) : -1
  const last = tokens[end]
  const known = isGivenName(head) || isFamilyName(head)
  return last && (known || stops(text, last) || /^(?:y|e|et|und)$/.test(tokens[end + 1]?.lower ?? ''))
    ? maybe(index + 1, end, true)
    : undefined
}

/** "el marido, ciro, le pone": a name between commas behind a relative. */
function betweenCommas(text: string, tokens: Tokens, index: number): NameSpan | undefined {
  const head = tokens[index + 1]
  if (head?.gap !== ', ' || head.shape !== 'lower') return undefined
  const end = strangeEnd(tokens, index + 1)
  const last = tokens[end]
  return last && end < index + 3 && text[last.end] === ',' ? maybe(index + 1, end, true) : undefined
}

/** "¿os acordáis de saturnino quintanilla?": two unknown words or more, and then the end of the clause. */
function behindRecall(text: string, tokens: Tokens, index: number): NameSpan | undefined {
  const linked = /^(?:de|del|d|di|a|an|da|do)$/.test(tokens[index + 1]?.lower ?? '') ? index + 2 : index + 1
  const end = strangeEnd(tokens, linked)
  const last = tokens[end]
  return last && end > linked && stops(text, last) ? maybe(linked, end, true) : undefined
}

/** "los Arrieta", "con los Gorrotxategi": a family, where the word with a capital is in no list and has no plural. */
const behindPlural = (tokens: Tokens, index: number): NameSpan | undefined => {
  const head = tokens[index + 1]
  return head?.shape === 'capital' && head.gap === ' ' && isFamilyName(head) && !isEponym(head) && !head.plain.endsWith('os')
    ? maybe(index + 1, index + 1, false)
    : undefined
}

/** What is done with a person: "citar a", "hablar con", "llamad a". */
const reaches =
  /^(?:llam|avis|habl|pregunt|ver$|ve[dn]|vist[oa]|vimos|cita|contact|localiz|recuerd|ayud|alta$|deriv|traslad|cur|extub|ech|dec|da[dr])/
/** The same where a name needs no list: nothing else is called, warned or summoned by one word. */
const reachesAnybody = /^(?:llam(?:ar|ad|o|é|amos)|avis(?:ar|ad|o|é|amos)|habl(?:ar|ad|o|é|amos)|cit(?:ar|ad|o|é|amos))$/

/** "Citar a Paquita", "hablar con Mertxe", "no deis el alta a manolo": one name behind what is done with a person. */
function behindReach(tokens: Tokens, index: number): NameSpan | undefined {
  const verb = tokens[index - 1]
  const head = tokens[index + 1]
  if (!verb || head?.gap !== ' ' || !reaches.test(verb.lower) || isEponym(head) || isSmallWord(head.plain)) return undefined
  if (head.shape === 'lower') {
    const end = isClearGivenName(head) ? smallNameEnd(tokens, index + 1) : -1
    return end > index ? maybe(index + 1, end, true) : undefined
  }
  const known = isGivenName(head) || isFamilyName(head)
  const end = nameRunEnd(tokens, index + 1, isNameWord)
  return end > index && head.shape === 'capital' && (known || reachesAnybody.test(verb.lower)) ? maybe(index + 1, end, false) : undefined
}

/** Names behind words that lead to a person, as they are typed: in small letters, in quotation marks, between commas. */
export function ledNames(reading: LabelledReading): NameSpan[] {
  const { text, tokens } = reading
  return tokens.flatMap((token, index): NameSpan[] => {
    if (isEnglishAt(reading, index)) return []
    const found = /^(?:a|con|para)$/.test(token.lower)
      ? behindReach(tokens, index)
      : token.lower === 'los'
        ? behindPlural(tokens, index)
        : naming.has(token.plain)
          ? behindNaming(text, tokens, index)
          : people.has(token.plain)
            ? betweenCommas(text, tokens, index)
            : recalled.test(token.plain)
              ? behindRecall(text, tokens, index)
              : undefined
    return found ? [found] : []
  })
}
