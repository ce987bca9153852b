import { actingName, ledName } from './acting-names.ts'
import type { Candidate } from './finding.ts'
import { familyFirst, wholeName } from './formed-names.ts'
import { initialsAfterRole, labelledName, nameAfterRole, nameWithDegree, titledName } from './labelled-names.ts'
import { after, type NameSpan } from './name-spans.ts'
import { coupledNames } from './spread.ts'
import { namesInHandover } from './handover.ts'
import { isCredential, isEponym, isNameLike, isParticle } from './name-words.ts'
import { isUnknown, nameInSmallLetters } from './small-names.ts'
import { once } from './lexicons/word-set.ts'
import { isEnglishAt, type Reading } from './reading.ts'
import type { Token } from './text/tokens.ts'

/** Names of people, 164.514(b)(2)(i)(A), by what stands around them. `titled`: every word has a capital, so that capitals say nothing. */
export function findNames(reading: Reading, titled: boolean): NameSpan[] {
  const { text, tokens } = reading
  const found: NameSpan[] = []
  const bylines = once(() => bylinesIn(text))
  for (let index = 0; index < tokens.length; index += 1) {
    if (!isEnglishAt(reading, index)) continue
    const span = nameAt(text, tokens, index, titled)
    if (!span || isPublished(text, tokens, span) || beginsIn(bylines(), tokens[span.first])) continue
    found.push(span)
    index = Math.max(index, span.last)
  }
  if (titled) return found
  const inItems = namesInHandover(text, tokens, { isName: (word) => isNameLike(word) && !isEponym(word), isUnknown })
  found.push(
    ...inItems.filter(({ first }) => isEnglishAt(reading, first) && !found.some((span) => span.first <= first && first <= span.last)),
  )
  return [...found, ...coupledNames(tokens, found, (token) => isNameLike(token) && !isEponym(token))]
}

function nameAt(text: string, tokens: readonly Token[], index: number, titled: boolean): NameSpan | undefined {
  const token = tokens[index]
  if (!token) return undefined
  if (token.shape === 'lower' && !isParticle(token)) return titledName(tokens, index) ?? nameInSmallLetters(tokens, index)
  const stated = titledName(tokens, index) ?? labelledName(text, tokens, index) ?? nameWithDegree(text, tokens, index)
  if (stated || titled) return stated
  return (
    nameAfterRole(text, tokens, index) ??
    initialsAfterRole(text, tokens, index) ??
    familyFirst(text, tokens, index) ??
    actingName(text, tokens, index) ??
    wholeName(text, tokens, index) ??
    ledName(tokens, index)
  )
}

const author = "(?:(?:van|von|der|den|de|del|da|di|la) ){0,3}\\p{Lu}[\\p{L}'’-]{1,30}(?: \\p{Lu}[\\p{L}'’-]{1,30})? (\\p{Lu}{1,3})"
const degrees = /^(?:MD|DO|RN|NP|PA|MA|BA|BS|RD|PT|OT|OD|RPH|LPN|DPM|DDS|DMD|CNM|PHD|MSN|MSW|RRT|JR|SR|II|III|IV)$/
/** A list of authors at the beginning of a text or a line, or where a reference is led to, with a title behind it. */
const bylineStart = new RegExp(
  `(?<=^|\\n|\\d\\. |\\b(?:[Ss]ee|[Ss]ee also|[Rr]eferences?|[Ss]ources?): )${author}(?:, ${author}){1,20}(?:,? et al)?[.:] (?=\\p{Lu})`,
  'gu',
)

/**
 * "Kowalski MD, Rossi RL: Early mobility after stroke": authors with their initials, as a reference begins. Where every
 * author's initials could be a degree, it may as well be those who looked after somebody.
 */
function bylinesIn(text: string): { start: number; end: number }[] {
  return [...text.matchAll(bylineStart)].flatMap((match) => {
    const initials = [...match[0].matchAll(/ (\p{Lu}{1,3})(?=[,.:])/gu)].map(([, letters = '']) => letters)
    return initials.every((letters) => degrees.test(letters)) ? [] : [{ start: match.index, end: match.index + match[0].length }]
  })
}

const beginsIn = (stretches: readonly { start: number; end: number }[], token: Token | undefined): boolean =>
  token !== undefined && stretches.some(({ start, end }) => start <= token.start && token.start < end)

/** "Smith et al.", "Smith (2019)", "Smith and Jones, 2020": people who wrote papers. */
export function isPublished(text: string, tokens: readonly Token[], span: NameSpan): boolean {
  const end = tokens[span.last]
  return (
    end !== undefined &&
    /^(?:,? et al|,? and colleagues|,? (?:and|&|y|e|et|und) \p{Lu}\p{L}+,? \(?(?:19|20)\d\d|,? \(?(?:19|20)\d\d\)?[;:.])/u.test(
      after(text, end),
    )
  )
}

export function nameCandidates(tokens: readonly Token[], spans: readonly NameSpan[]): Candidate[] {
  return spans.map(({ first, last, evidence, why }) => {
    const next = tokens[last + 1]
    const end = next && next.gap === ' ' && isCredential(next) && next.shape === 'upper' ? next : tokens[last]
    return { start: tokens[first]?.start ?? 0, end: end?.end ?? 0, type: 'NAME', evidence, why }
  })
}
