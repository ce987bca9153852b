import { ageAndSexOf } from './ages.ts'
import { daysOf } from './dates.ts'
import { isCaretName, isFamilyFirst, isNameValue } from './names.ts'
import { withBrackets } from './numbers.ts'
import type { Piece } from './pieces.ts'
import type { Field } from './values.ts'

const opensNumber = /^[([](?:#?[A-Z]{0,6}[-./ ]?\d{3}|$)/
const mayBeName = /^[A-Z\u00c0-\u052f\u0590-\uffff'’]|^(?:v[ao]n|d[aeiou]|el|al|l[ae]|bin|ter|zu)\b/

/** What a text says by its form. */
export const shapesOf = (pieces: readonly Piece[], at: number): Field[] => {
  const { text = '' } = pieces[at] ?? {}
  const { text: next = '' } = pieces[at + 1] ?? {}
  if (text.length > 90 || !mayBeName.test(text)) return []
  const found: Field[] = []
  if (isCaretName(text)) found.push({ kind: 'caret', value: text, at })
  else if (text.includes(',') && !/[^.]\.$/.test(text) && isFamilyFirst(text)) found.push({ kind: 'familyFirst', value: text, at })
  const last = text.charAt(text.length - 1)
  if (last === ')' || last === ']') {
    const named = withBrackets(text)
    if (named && isNameValue(named.before)) found.push({ kind: 'bracketed', value: text, at })
  } else if (opensNumber.test(next) && text.length > 3 && isNameValue(text)) {
    const joined = `${text} ${pieces
      .slice(at + 1, at + 4)
      .map((piece) => piece.text)
      .join(' ')}`
    const named = withBrackets(joined.slice(0, joined.search(/[)\]]|$/) + 1).replace(/([([]) | (?=[)\]])/g, '$1'))
    if (named) found.push({ kind: 'bracketed', value: `${named.before} (${named.number})`, at })
  }
  return found
}

/** An age with a sex, over the few texts that it may be cut into. */
export const ageAndSexAt = (pieces: readonly Piece[], at: number): Field[] => {
  let joined = ''
  let [alone, both] = [false, false]
  const first = pieces[at]?.text ?? ''
  if (first.length > 60) return []
  for (const { text } of pieces.slice(at, at + 6)) {
    joined = `${joined} ${text}`.trim()
    if (joined.length > 60) break
    const said = ageAndSexOf(joined)
    if (!said) break
    if (joined === first && said.sex && !said.age) alone = true
    if (said.age && said.sex && (joined === first || /\d ?[a-zA-Z(]/.test(joined))) both = true
  }
  if (both) return [{ kind: 'ageSex', value: first, at }]
  return alone ? [{ kind: 'bareSex', value: first, at }] : []
}

/** "Doe, Jane, 34 y F": an age with a sex between marks in a longer text. */
export const ageAndSexWithin = (text: string, at: number): Field[] => {
  if (text.length > 120) return []
  const [day] = daysOf(text)
  const parts = (day ? `${text.slice(0, day.start)}|${text.slice(day.end)}` : text).split(/[,;|·•()]| - | – /).map((part) => part.trim())
  const is = parts.some((part, index) =>
    [part, `${part} ${parts[index + 1] ?? ''}`].some((one) => {
      const said = one.length > 2 && /\d/.test(one) ? ageAndSexOf(one) : undefined
      return said?.age === true && said.sex
    }),
  )
  return is ? [{ kind: 'ageSex', value: text, at }] : []
}
