import type { Candidate } from './finding.ts'
import { once } from './lexicons/word-set.ts'
import type { NameSpan } from './name-spans.ts'
import type { Reading } from './reading.ts'
import type { Token } from './text/tokens.ts'

const bedNumber =
  /^[ .:#]{0,3}(?:n[.º°o]{0,2} ?)?(\d{1,4}(?:[ -]?[A-Za-z](?![\p{L}\d])|[-/.]\d{1,2})?)(?![\d%]|[-–]\p{L}|[.,]\d| ?(?:x|de|of|von|di|sur|por|per|a|to|y|and|h|m|m2|cm|kg|mg|ml|l|°|º|horas?|hours?|días?|days?|min|nurses?|patients?|pacientes?|beds?|camas?)(?![\p{L}\d]))/u
const letters = /^\s{0,2}(?:[:=]|is|are|son|sont|sind|sono|são)?\s{0,2}(\p{Lu}\.? ?-?\p{Lu}(?:\.? ?-?\p{Lu}){0,2}\.?)(?!\p{L})/u

/** Rooms, beds and the first letters of a name behind their label, in any language, 164.514(b)(2)(i)(A) (R). */
export function findBeds({ text, tokens, labels }: Reading): Candidate[] {
  return labels.flatMap(({ kind, last }): Candidate[] => {
    const label = tokens[last]
    if (!label || (kind !== 'BED' && kind !== 'INITIALS')) return []
    const found = (kind === 'BED' ? bedNumber : letters).exec(text.slice(label.end, label.end + 20))
    const [whole, own] = found ?? []
    if (whole === undefined || own === undefined) return []
    const end = label.end + whole.length
    return [
      kind === 'BED'
        ? { start: end - own.length, end, type: 'ID', evidence: 'suggested', why: 'phi-number-maybe-of-person' }
        : { start: end - own.length, end, type: 'NAME', evidence: 'suggested', why: 'phi-name-with-initial' },
    ]
  })
}

/** What the vocabulary of a language says of a word. */
interface Vocabulary {
  /** It may be a name where it has a capital letter. */
  isName: (token: Token) => boolean
  /** It stands in no list, in small letters. */
  isUnknown: (token: Token) => boolean
}

/** A bed, a bay or a room before a name: "SR1 Kaplan", "HDU 4 // McGillicuddy", "Hab. 214-B Peláez", "- 3: Cifuentes". */
const bed =
  /(?:(?<![\p{L}\d])(?:SR|HDU|ICU|ITU|CCU|UCI|URPA|[Bb]ed|[Rr]oom|[Rr]m|[Ss]ide ?room|[Cc]ama|[Hh]ab(?:itación)?\.?|[Bb]ox|Zi\.?|Zimmer|[Cc]h(?:ambre)?\.?|[Ll]etto|[Ll]eito|[Ss]tanza) ?#?\d{1,4}(?: ?-? ?[A-Za-z](?!\p{L})|[-/]\d{1,2})?|(?:^|\n)[ \t]{0,4}[-*•] \d{1,3}:)[ \t]{0,2}(?:\/\/?|[-–:,|])?[ \t]{1,2}(?=\p{Lu})/gu
/** A tick box, a bullet or a number that opens an item. */
const item = /(?:^|\n)[ \t>]{0,4}(?:\[[ xX✓✔-]?\]|[*•–-]|\d{1,2}[.)])[ \t]{1,3}(?=\p{Lu})/gu
/** What divides the parts of an item. */
const divided = /^(?: {1,2}(?:[–—|-]|\/\/?) |\n|$)/

const isCapital = (token: Token | undefined): token is Token =>
  token !== undefined && (token.shape === 'capital' || token.shape === 'upper')

/** Capitals of a few letters are an abbreviation. */
const mayBeName = (token: Token, { isName }: Vocabulary): boolean =>
  isCapital(token) && token.text.length > (token.shape === 'upper' ? 4 : 2) && isName(token)

/** Where a name that begins here ends: one initial, and three words at the most; or -1. */
function nameEnd(tokens: readonly Token[], first: number, words: Vocabulary): number {
  const head = tokens[first]
  const opens = head?.shape === 'initial' && /^\.? ?$/.test(tokens[first + 1]?.gap ?? '') ? first + 1 : first
  let last = -1
  for (let at = opens; at < opens + 3; at += 1) {
    const token = tokens[at]
    if (!token || (at > opens && (token.gap !== ' ' || token.shape !== tokens[opens]?.shape)) || !mayBeName(token, words)) break
    last = at
  }
  return last
}

const span = (first: number, last: number, why: NameSpan['why']): NameSpan => ({ first, last, evidence: 'suggested', why })

/** What somebody does or is overnight, in the shortest words. */
const state =
  /^ (?:desats?|desatted|desatura\w*|fell|falls?|ok|fine|stable|estable|spiked|spiking|febril\w*|fiebre|pyrexial|vomited|vomita|settled|awake|confus[eo]\w*|nbm|npo|caída|caida|cae|bien|igual|mejor|peor|ayunas|alta|home)(?: ?[,;.)]|\n|$)/i

/** "Night: abbott desat, barlow fell, choudhury ok": two such items or more make a list of people. */
function smallItems(text: string, tokens: readonly Token[], { isUnknown }: Vocabulary): NameSpan[] {
  const found = tokens.flatMap((token, index): NameSpan[] =>
    token.shape === 'lower' && /^(?:$|[,;:.] |\n)/.test(token.gap) && state.test(text.slice(token.end, token.end + 16)) && isUnknown(token)
      ? [span(index, index, 'phi-name-in-small-letters')]
      : [],
  )
  return found.length > 1 ? found : []
}

/** Who the items of a handover are about: behind a bed, a tick box or a bullet, and in lists in small letters. */
export function namesInHandover(text: string, tokens: readonly Token[], words: Vocabulary): NameSpan[] {
  const starts = once(() => new Map(tokens.map(({ start }, index) => [start, index])))
  const at = (offset: number): number => starts().get(offset) ?? -1
  const beside = [...text.matchAll(bed)].flatMap((match): NameSpan[] => {
    const first = at(match.index + match[0].length)
    const last = first < 0 ? -1 : nameEnd(tokens, first, words)
    return last < 0 ? [] : [span(first, last, 'phi-name-beside-bed')]
  })
  const items = [...text.matchAll(item)].flatMap((match): NameSpan[] => {
    const first = at(match.index + match[0].length)
    const last = first < 0 ? -1 : nameEnd(tokens, first, words)
    const end = tokens[last]
    if (!end || !(divided.test(text.slice(end.end, end.end + 4)) || tokens[first]?.shape === 'initial')) return []
    // A line that is one word is a heading.
    return /^(?:\n|$)/.test(text.slice(end.end)) && last === first ? [] : [span(first, last, 'phi-name-form')]
  })
  return [...beside, ...items, ...smallItems(text, tokens, words)]
}
