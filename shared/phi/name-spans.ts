import { commonFamilyNames } from './lexicons/given-names.ts'
import type { CertaintySource, PhiReason } from './finding.ts'
import { isClearGiven, isCredential, isGiven, isNameAfterLabel, isNameLike, isParticle, isWritten } from './name-words.ts'
import { ordinaryWords, roleWords } from './lexicons/ordinary-words.ts'
import type { Token } from './text/tokens.ts'

/** The words of one name, by the index of the first and the last. */
export type NameSpan = { first: number; last: number; evidence: CertaintySource; why: PhiReason }

type Accepts = (token: Token | undefined) => boolean

export const joined = /^(?: {1,2}|\. ?|-)$/

/** The last index of a name that begins at `first`, or -1; `accepts` says which words it may be made of. */
export function nameEnd(tokens: readonly Token[], first: number, accepts: Accepts, most = 5): number {
  let last = -1
  for (let index = first; index < tokens.length && index - first < most; index += 1) {
    const token = tokens[index]
    const before = index > first ? tokens[index - 1] : undefined
    if (!token || (before && (!joined.test(token.gap) || (token.gap.startsWith('.') && before.text.length > 2)))) break
    if (before && isCredential(token) && token.shape === 'upper' && token.text.length < 5 && !isGiven(token)) break
    if (isParticle(token) && leadsToName(tokens, index + 1, accepts)) continue
    // "Walker T. Will": behind an initial even "Will" is a name.
    const behindInitial = before?.shape === 'initial' && index > first + 1 && token.shape === 'capital' && !roleWords.has(token.lower)
    if (
      !(
        behindInitial ||
        (token.shape === 'initial' && (token.lower !== 'i' || (before !== undefined && tokens[index + 1]?.gap.startsWith('.') === true))) ||
        accepts(token)
      )
    )
      break
    last = index
    if (token.possessive) break
  }
  return last
}

/** Whether a capitalised name word stands here, with at most one more particle before it. */
export function leadsToName(tokens: readonly Token[], index: number, accepts: Accepts): boolean {
  const token = tokens[index]
  if (!token || token.gap !== ' ') return false
  if (isWritten(token) && accepts(token)) return true
  const next = tokens[index + 1]
  return isParticle(token) && isWritten(next) && accepts(next)
}

export const hasWord = (tokens: readonly Token[], first: number, last: number): boolean =>
  last >= first && tokens.slice(first, last + 1).some((token) => token.text.length > 1)

/** Where a full name ends: behind a known given name any capitalised word may be the family name ("Mary Young"). */
export function fullNameEnd(tokens: readonly Token[], first: number, accepts: Accepts = isNameLike): number {
  const head = tokens[first]
  const opens = isGiven(head) && head?.shape !== 'initial'
  const last = nameEnd(
    tokens,
    first,
    (token) =>
      accepts(token) ||
      (token !== head && token?.shape === head?.shape && commonFamilyNames.has(token?.lower ?? '')) ||
      (opens && token?.shape === head?.shape && isNameAfterLabel(token)),
  )
  return withGiven(tokens, first, trimOrdinary(tokens, first + 2, last))
}

/** "Dr. Brown Consult": an ordinary word at the end of a longer name is none of it. */
export function trimOrdinary(tokens: readonly Token[], from: number, last: number): number {
  let end = last
  while (
    end >= from &&
    !commonFamilyNames.has(tokens[end]?.lower ?? '') &&
    ordinaryWords.has(tokens[end]?.lower ?? '') &&
    tokens[end]?.shape !== 'initial'
  )
    end -= 1
  return end
}

/** Takes in the given name of "Hansen, Mary": after a comma only one that is a name by itself. */
function withGiven(tokens: readonly Token[], first: number, last: number): number {
  const comma = tokens[last + 1]
  const after = tokens[last + 2]
  // "Delacroix, J."
  if (
    last >= first &&
    comma?.shape === 'initial' &&
    comma.gap === ', ' &&
    (after === undefined || after.gap.startsWith('.')) &&
    isNameLike(tokens[first])
  )
    return last + 1
  if (
    last < first ||
    !comma ||
    !/^(?:, ?|\/|\^)$/.test(comma.gap) ||
    !(isNameLike(comma) || (isGiven(comma) && isWritten(comma))) ||
    isCredential(comma)
  )
    return last
  const isList = after !== undefined && isNameLike(after) && /^, ?$/.test(after.gap) && !isClearGiven(comma)
  if (isList || (isClearGiven(tokens[first]) && last > first && tokens[last]?.shape !== 'initial')) return last
  return Math.max(last + 1, nameEnd(tokens, last + 1, isNameLike, 3))
}

export const after = (text: string, token: Token, length = 40): string => text.slice(token.end, token.end + length)
