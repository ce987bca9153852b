import type { LabelKind } from './labels/label-kinds.ts'
import { isEmptyValue } from './names.ts'
import type { Piece } from './pieces.ts'
import { type Field, isNameKind, isNumberKind, valueOfKind } from './values.ts'
import { fieldsWithin } from './within.ts'

/** The element that holds both. */
const holderOf = (one: Element, other: Element): Element | null => {
  let element: Element | null = one
  for (let step = 0; element && step < 12; step += 1) {
    if (element.contains(other)) return element
    element = element.parentElement
  }
  return null
}

const isBlockOf = (holder: Element, element: Element): Element => {
  let child = element
  while (child.parentElement && child.parentElement !== holder) child = child.parentElement
  return child
}

/** "Hollis <em>Name</em>": label and value stand the other way round, and closer together than the label and what follows it. */
const standsBehind = (pieces: readonly Piece[], at: number): boolean => {
  const [before, label, after] = [pieces[at - 1], pieces[at], pieces[at + 1]]
  if (!before || !label) return false
  const near = holderOf(label.element, before.element)
  if (!near || label.element.contains(before.element)) return false
  if (!after) return true
  const far = holderOf(label.element, after.element)
  return far === null || (far !== near && far.contains(near))
}

/** What follows a label, up to the next label: within the element that holds the value, or the next text. */
const textsBehind = (pieces: readonly Piece[], at: number, labels: readonly (LabelKind | undefined)[]): string[] => {
  const [label, first] = [pieces[at], pieces[at + 1]]
  if (!label || !first || labels[at + 1] !== undefined) return []
  const holder = holderOf(label.element, first.element)
  if (!holder) return []
  const container = first.element === holder || first.isField ? first.element : isBlockOf(holder, first.element)
  const texts = [first.text]
  for (let next = at + 2; next < pieces.length && texts.length < 8 && labels[next] === undefined; next += 1) {
    const piece = pieces[next]
    if (!piece || !container.contains(piece.element)) break
    texts.push(piece.text)
  }
  return texts
}

/** The values of a label: of names each text may be one, of anything else they are read together. */
const valuesOf = (kind: LabelKind, texts: readonly string[]): string[] => {
  if (texts.length === 0) return []
  const joined = texts.join(' ')
  if (isNameKind(kind)) {
    const whole = joined.length < 60 ? valueOfKind(kind, joined) : undefined
    const each = texts.flatMap((text) => valueOfKind(kind, text) ?? [])
    return whole !== undefined && (texts.length === 1 || each.length < texts.length || each.every((one) => !one.includes(' ')))
      ? [whole]
      : each
  }
  if (isNumberKind(kind)) {
    const first = texts[0] ?? ''
    const each = [
      first.includes(':') ? '' : valueOfKind(kind, first),
      ...texts.slice(1).map((text) => (/^[#\dA-Z]/.test(text) ? valueOfKind(kind, text) : undefined)),
    ]
    const found = each.flatMap((one) => one || [])
    return found.length > 0 ? found : [valueOfKind(kind, joined)].flatMap((one) => one ?? [])
  }
  const whole = valueOfKind(kind, joined) ?? valueOfKind(kind, texts[0] ?? '')
  return whole === undefined ? [] : [whole]
}

/** What a text that is a label announces, by where its value stands. */
export const fieldsOfLabel = (pieces: readonly Piece[], at: number, labels: readonly (LabelKind | undefined)[]): Field[] => {
  const kind = labels[at]
  if (!kind || kind === 'other') return []
  if (kind === 'clinical' || kind === 'staff' || kind === 'bed' || kind === 'against') return [{ kind, value: '', at }]
  const found: Field[] = []
  const behind = textsBehind(pieces, at, labels)
  const isTurned = labels[at - 1] === undefined && standsBehind(pieces, at)
  const texts = isTurned ? [pieces[at - 1]?.text ?? ''] : behind
  const where = isTurned ? at - 1 : at + 1
  for (const value of valuesOf(kind, texts)) found.push({ kind, value, at: where })
  if (found.length > 0) return found
  if (/^(?:birth|sex|age)$/.test(kind) && isEmptyValue(behind[0] ?? '')) return [{ kind: 'unknownValue', value: '', at }]
  const within = texts.flatMap((text) => fieldsWithin(text, where))
  if (within.length > 0 || !isNumberKind(kind)) return within
  return texts.flatMap((text) => {
    const value = valueOfKind(kind, text.replace(/^[^:]{1,60}: ?/, ''))
    return value === undefined ? [] : [{ kind, value, at: where }]
  })
}
