import type { Token } from '../text/tokens.ts'
import { isClearGivenName, isFamilyName, isGivenName, isNameParticle, isSmallWord, ordinaryWords, people, titles } from './words.ts'

type Accepts = (token: Token | undefined) => boolean

type Tokens = readonly Token[]

const joins = /^(?: {1,2}|-|[.ªº]{1,2} {0,2}|['’])$/

const abbreviated = /^(?:\p{Lu}\p{L}?[ªº]?|[MF]ª|Fco|Fdez|Hdez|Gral|Sto|Sta|Ant|Jos?)$/u

/** The last index of a name that begins at `first`, or -1: words, initials and what joins them ("de la", "y"). */
export function nameRunEnd(tokens: Tokens, first: number, accepts: Accepts, most = 8): number {
  let last = -1
  for (let index = first; index < tokens.length && index - first < most; index += 1) {
    const token = tokens[index]
    const before = tokens[index - 1]
    if (!token) break
    if (index > first && (!joins.test(token.gap) || (token.gap.includes('.') && before && !abbreviated.test(before.text)))) break
    // "de la Jara", "y Cajal", "M.ª": goes on where a name word follows.
    if (isNameParticle(token) && token.text.length < 4 && (token.shape === 'lower' ? index > first : token.text.length > 1)) continue
    if (/^[ªºao]$/.test(token.text) && token.gap === '.') continue
    if (!(token.shape === 'initial' || accepts(token))) break
    last = index
  }
  return last
}

export const isNeeded = (tokens: Tokens, first: number, last: number): boolean =>
  last >= first && tokens.slice(first, last + 1).some(({ text, shape }) => text.length > 1 && shape !== 'initial')

/** Behind titles: "Dr. ", "Dra. Dña. ". */
export function behindTitles(tokens: Tokens, index: number): number {
  let at = index
  while (at - index < 3) {
    const token = tokens[at]
    const next = tokens[at + 1]
    // "sig.ra", "dott.ssa"
    if (next?.gap === '.' && /^(?:ra|na|ssa|re)$/.test(next.lower) && token && titles.has(token.plain)) return at + 2
    if (!token || !next || !(titles.has(token.plain) || /^(?:D|Dª|Dr|Dra)$/.test(token.text)) || !/^[.:ª]{0,2} {0,2}$/.test(next.gap)) break
    at += 1
  }
  return at
}

/** "lucía ferrer": small letters, the first a given name, the others in no list; or -1. */
export function smallNameEnd(tokens: Tokens, first: number): number {
  const head = tokens[first]
  if (!head || head.shape !== 'lower' || !isGivenName(head) || ordinaryWords.has(head.plain)) return -1
  let last = first
  while (last - first < 5) {
    const next = tokens[last + 1]
    if (!next || !/^ {1,2}$/.test(next.gap) || !isUnknownSmall(next)) break
    last += 1
  }
  return last > first || isClearGivenName(head) ? last : -1
}

const verbEnding =
  /(?:ó|aba|aban|ando|iendo|ado|ada|ido|ida|aron|ieron|ía|ían|ara|era|ese|mente|ción|dad|ico|ica|oso|osa|ivo|iva|able|ible|al|ar|er|ir|eux|euse|ique|aire|ante|ente|ario|ista|é|ée|és|isch|lich|ato|ata|ito|ita|uto)$/

export function isUnknownSmall(token: Token): boolean {
  const word = token.plain
  if (isGivenName(token) || isFamilyName(token)) return !isSmallWord(word)
  return token.text.length > 3 && !isSmallWord(word) && !ordinaryWords.has(word) && !people.has(word) && !verbEnding.test(token.lower)
}
