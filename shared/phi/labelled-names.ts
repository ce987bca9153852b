import { commonFamilyNames } from './lexicons/given-names.ts'
import { eponymNouns } from './lexicons/medical-words.ts'
import { fullNameEnd, hasWord, after, nameEnd, type NameSpan } from './name-spans.ts'
import { isClearGiven, isEponym, isGiven, isNameAfterLabel, isNameLike, isParticle } from './name-words.ts'
import { ordinaryWords, roleWords } from './lexicons/ordinary-words.ts'
import type { Token } from './text/tokens.ts'

export const titles: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr prof professor doctor sr sra rev fr rabbi sister capt sgt'.split(' '),
)
const people =
  'patient|patients|pt|pat|client|attending|provider|physician|doctor|md|pcp|nurse|rn|surgeon|assistant|resident|fellow|contact|guarantor|guardian|mother|father|mom|dad|wife|husband|spouse|partner|son|daughter|parents?|caregiver|sibling|brother|sister|nok|next of kin|proxy|poa|technician|tech|pharmacist|therapist|signed|signature|witness|interpreter|employer|teacher|insured|subscriber|by|from|to|cc|attn|attention|re|regarding|member|consultant|anesthesiologist|radiologist|cosigner|scribe|student|team|recipient|donor|baby|user|caller|informant|child|girl|boy|veteran'
export const roleLabel = new RegExp(
  `\\b(?:${people})\\)?(?: name| physician| provider| md| member| contact| by| party| of record)?\\s?(?:[:=#]|->| -| is| was)\\s{0,3}$`,
  'i',
)
export const nameLabel =
  /\b(?:(?:first|last|given|family|middle|maiden|full|pt|patient|preferred|birth|legal)[ _]?name|surname|forename|nickname|name|names|last\/first|named|called|goes by|everyone calls (?:me|him|her)|known as|aka|a\.k\.a\.?|alias)\s?(?:[:=#/]|is|was|->)?\s{0,3}$/i

/** "Mr. Hansen", "Dr A. Hall", "Dr. Garcia, Ronald". */
export function titledName(tokens: readonly Token[], index: number): NameSpan | undefined {
  const token = tokens[index]
  const next = tokens[index + 1]
  if (
    !token ||
    !next ||
    !titles.has(token.lower) ||
    (token.shape === 'lower' && token.text.length > 4) ||
    !/^\.? {0,2}$/.test(next.gap) ||
    (next.shape === 'lower' && !isParticle(next))
  )
    return undefined
  const last = fullNameEnd(tokens, index + 1, isNameAfterLabel)
  return hasWord(tokens, index + 1, last) ? { first: index + 1, last, evidence: 'shaped', why: 'phi-name-after-title' } : undefined
}

export const leadsOut: ReadonlySet<string> = new Set(
  'name names surname forename nickname first named called by as aka a alias me him her is was'.split(' '),
)

/** "Patient: Young, Sophia", "last name Hintz", "Attending: R. Green". */
export function labelledName(text: string, tokens: readonly Token[], index: number): NameSpan | undefined {
  const token = tokens[index]
  if (!token || !(isNameAfterLabel(token) || isParticle(token))) return undefined
  // A label ends with a sign, or with a word that hardly anything else ends with.
  if (!/[:=#>/-]/.test(token.gap) && !leadsOut.has(tokens[index - 1]?.lower ?? '')) return undefined
  const before = text.slice(Math.max(0, token.start - 40), token.start)
  const named = nameLabel.test(before)
  if (!named && !roleLabel.test(before)) return undefined
  const last = fullNameEnd(tokens, index, isNameAfterLabel)
  if (!hasWord(tokens, index, last) || tokens[last]?.shape === 'lower') return undefined
  const own = tokens.slice(index, last + 1)
  if (!own.some((word) => word.shape === 'initial' || isNameLike(word)) && !isOrdinaryName(text, own, before)) return undefined
  return { first: index, last, evidence: 'shaped', why: 'phi-name-after-label' }
}

/** "Name: Rose", "Nurse: Hill.", "Patient: May Young": words that are names only because of the label. */
function isOrdinaryName(text: string, own: readonly Token[], before: string): boolean {
  const [only] = own
  if (only && own.length === 1)
    return /name\W*$/i.test(before) || (commonFamilyNames.has(only.lower) && /^(?:[.,;)]|$)/.test(after(text, only, 1)))
  return nameLabel.test(before) || own.some((word) => isGiven(word) || commonFamilyNames.has(word.lower))
}

const deed =
  /^(?:phone|cell|mobile|called|calls|states|says|denies|reports|asked|wants|at|tel|number|reached|answered|gave|told|informed|aware|agrees|consented|present|was|is|has|had|notified|updated|reports|requests|declined|born)$/

/** "mother Emil", "pt T. Martinez", "Patient Gonzalez, Jennifer", "baby girl Barros". */
export function nameAfterRole(text: string, tokens: readonly Token[], index: number): NameSpan | undefined {
  const before = tokens[index - 1]
  const token = tokens[index]
  if (!before || !token || before.possessive || !(roleWords.has(before.lower) || /^(?:named|called)$/.test(before.lower))) return undefined
  if (!/^(?: {1,2}|, |: | \(|\. )$/.test(token.gap) || (token.gap === '. ' && before.text.length > 3)) return undefined
  const last = fullNameEnd(tokens, index)
  const next = tokens[Math.max(last, index) + 1]
  if (last < index) return ordinaryAfterRole(tokens, index)
  if (token.shape === 'upper' && token.text.length < 5 && last === index) return undefined
  if (isEponym(token) && eponymNouns.has(next?.lower ?? '') && next?.gap === ' ') return undefined
  if (token.shape === 'initial' && last === index) return undefined
  const enclosed = token.gap.endsWith('(') && after(text, tokens[last] ?? token, 1) === ')'
  const certain = isClearGiven(token) || last > index || enclosed
  if (token.gap !== ' ' && token.gap !== '  ' && !certain) return undefined
  return hasWord(tokens, index, last)
    ? { first: index, last, evidence: certain ? 'shaped' : 'suggested', why: 'phi-name-after-role' }
    : undefined
}

const noInitials =
  /^(?:I\.? ?V|I\.? ?M|P\.? ?O|U\.? ?S|U\.? ?K|N\.? ?P|R\.? ?N|M\.? ?D|P\.? ?A|P\.? ?R|E\.? ?R|O\.? ?R|D\.? ?C|D\.? ?O|P\.? ?T|O\.? ?T|E\.? ?D|N\.? ?G|B\.? ?P)$/

/** "infant K.R.", "kid T. M.": initials after a role. */
export function initialsAfterRole(text: string, tokens: readonly Token[], index: number): NameSpan | undefined {
  const before = tokens[index - 1]
  const [one, two] = [tokens[index], tokens[index + 1]]
  if (!before || one?.shape !== 'initial' || two?.shape !== 'initial' || !/^\. ?$/.test(two.gap) || one.gap !== ' ') return undefined
  if (!roleWords.has(before.lower) && !/^(?:kid|case|preemie|proband|sibling)$/.test(before.lower)) return undefined
  return noInitials.test(text.slice(one.start, two.end))
    ? undefined
    : { first: index, last: index + 1, evidence: 'suggested', why: 'phi-name-with-initial' }
}

/** "mother Sun phone", "Patient T. White arrived": an ordinary word as name, by what follows it. */
function ordinaryAfterRole(tokens: readonly Token[], index: number): NameSpan | undefined {
  const last = nameEnd(tokens, index, isNameAfterLabel, 3)
  const token = tokens[index]
  const next = tokens[last + 1]
  if (
    last < index ||
    token?.shape === 'upper' ||
    !next ||
    next.gap !== ' ' ||
    next.shape !== 'lower' ||
    !deed.test(next.lower) ||
    !hasWord(tokens, index, last)
  )
    return undefined
  return last === index ? { first: index, last, evidence: 'suggested', why: 'phi-name-after-role' } : undefined
}

/** Behind a name. */
export const degree = /^,? (?:MD|DO|RN|NP|PA-C|PA|PhD|PharmD|DPM|LCSW|MSW|RRT|CRNA|LPN|MBBS|DDS|CNM|APRN|M\.D\.|R\.N\.)(?!\w)/

/** "Scott Klein, MD", "Alexis Labossière RN". */
export function nameWithDegree(text: string, tokens: readonly Token[], index: number): NameSpan | undefined {
  const token = tokens[index]
  if (!isNameAfterLabel(token) || ordinaryWords.has(token.lower)) return undefined
  const last = nameEnd(tokens, index, isNameAfterLabel, 4)
  const end = tokens[last]
  if (!end || !degree.test(after(text, end, 10))) return undefined
  return hasWord(tokens, index, last) && (last > index || isNameLike(token))
    ? { first: index, last, evidence: 'shaped', why: 'phi-name-with-degree' }
    : undefined
}
