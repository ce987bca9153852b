import { ambiguousGivenNames, givenNames } from './lexicons/given-names.ts'
import { eponymNouns, eponyms, properWords, endsAsTerm } from './lexicons/medical-words.ts'
import { nicknames } from './lexicons/nicknames.ts'
import { functionWords, ordinaryWords, roleWords } from './lexicons/ordinary-words.ts'
import { plain } from './text/plain-word.ts'
import type { Token } from './text/tokens.ts'

const particles: ReadonlySet<string> = new Set(
  'van von der den de del della dela la las los le el al bin ibn ben abu dos das da di du ter ten st mac mc san santa zu af av abd ap'.split(
    ' ',
  ),
)
const credentials: ReadonlySet<string> = new Set(
  'md do rn np pa phd pharmd msn bsn dnp crna lpn lcsw msw mbbs frcp facs facc dds dmd dpm od aprn cnm rd rrt pt ot slp cns mph ba bs ma jr sr ii iii iv esq'.split(
    ' ',
  ),
)

export const isParticle = (token: Token): boolean => particles.has(token.lower)
export const isCredential = (token: Token | undefined): boolean =>
  token !== undefined && credentials.has(token.lower) && token.shape !== 'lower'
export const isWritten = (token: Token | undefined): token is Token => token !== undefined && token.shape !== 'lower'
export const isGiven = (token: Token | undefined): boolean =>
  token !== undefined && (givenNames.has(plain(token.lower)) || nicknames.has(token.lower))
export const isClearGiven = (token: Token | undefined): boolean =>
  isGiven(token) && !ambiguousGivenNames.has(plain(token?.lower ?? '')) && !functionWords.has(token?.lower ?? '')

/** Whether every part of a hyphenated word is ordinary: "Follow-up", "Catheter-related". */
function isOrdinary(lower: string): boolean {
  if (givenNames.has(lower) && !ordinaryWords.has(lower)) return false
  if (ordinaryWords.has(lower) || functionWords.has(lower) || roleWords.has(lower) || endsAsTerm(lower)) return true
  const parts = lower.split('-')
  return (
    parts.length > 1 &&
    parts.some(
      (part) => part.length > 2 && (ordinaryWords.has(part) || functionWords.has(part) || endsAsTerm(part)) && !givenNames.has(part),
    )
  )
}

/** "Ames-Marks": both halves with a capital, and one of them no ordinary word. */
function isDoubleName({ text }: Token): boolean {
  const halves = text.split(/[-‐‑]/)
  return (
    halves.length === 2 &&
    halves.every((half) => /^\p{Lu}\p{L}{2}/u.test(half)) &&
    halves.some((half) => !isOrdinary(half.toLowerCase()) && !properWords.has(half.toLowerCase()) && !eponyms.has(half.toLowerCase()))
  )
}

const singular = (lower: string) => (lower.length > 4 && lower.endsWith('s') ? lower.slice(0, -1) : lower)

// "ADLs", "ScienceDirect"; but "McIntyre", "DuBuque", "IJzermans".
const innerCapital = /\p{Ll}\p{Lu}|^\p{Lu}{2,}\p{Ll}/u
const namePrefix = /^(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|O'|O’|D'|D’|IJ|St|El|Al|Ben|Dos|San)\p{Lu}/u

/** A capitalised word that may be part of a name by itself: no ordinary word, term, medicine, country or eponym. */
export function isNameLike(token: Token | undefined): token is Token {
  if (!isWritten(token) || token.text.length < 2) return false
  const known = judged.get(token)
  if (known !== undefined) return known
  const judgement = judge(token)
  judged.set(token, judgement)
  return judgement
}

// Every rule asks again for the same word; the answer depends on nothing else.
const judged = new WeakMap<Token, boolean>()

function judge(token: Token): boolean {
  if (isClearGiven(token)) return true
  if (token.text.split(/[-‐‑]/).some((half) => innerCapital.test(half) && !namePrefix.test(half))) return false
  const { lower } = token
  // "D-dimer", "T-cell"
  if (/^\p{L}[-‐‑]/u.test(token.text)) return false
  if (isDoubleName(token)) return true
  if (/[bcdfghjklmnpqrstvwxz]{5}/.test(plain(lower)) && token.shape === 'upper') return false
  return !(isOrdinary(lower) || isOrdinary(singular(lower)) || properWords.has(lower) || eponymNouns.has(lower))
}

export const isEponym = (token: Token): boolean => eponyms.has(token.lower) && !isClearGiven(token)

/** A capitalised word that may be a name where a label or title says so; "Young", "Rose", "Hill" are fine here. */
export function isNameAfterLabel(token: Token | undefined): token is Token {
  return (
    isWritten(token) &&
    !functionWords.has(token.lower) &&
    !roleWords.has(token.lower) &&
    (isGiven(token) || !endsAsTerm(token.lower)) &&
    !eponymNouns.has(token.lower)
  )
}
