import { ageAndSexOf } from './ages.ts'
import { daysOf } from './dates.ts'
import type { Field } from './values.ts'
import { isFamilyFirst, isGivenFirst } from './names.ts'
import { isBareNumber } from './numbers.ts'
import type { Piece } from './pieces.ts'
import { enough, worthOf } from './worth.ts'

/** A banner: the pieces that it stretches over, both counted in, and what they say. */
export interface Block {
  first: number
  last: number
  fields: Field[]
}

const limits = { apart: 26, between: 420, block: 1800, shape: 16, shapeText: 320 }

/** Signs that stand close together. Only what the page shows counts as its length: no script, style or choice in a list. */
const clustersOf = (fields: readonly Field[], pieces: readonly Piece[]): Block[] => {
  const lengths = [0]
  for (const { text } of pieces) lengths.push((lengths.at(-1) ?? 0) + text.length)
  const between = (one: number, other: number): number => (lengths[other] ?? 0) - (lengths[one + 1] ?? 0)
  const blocks: Block[] = []
  for (const field of fields.toSorted((one, other) => one.at - other.at)) {
    const block = blocks.at(-1)
    const isNear =
      block &&
      field.at - block.last <= limits.apart &&
      between(block.last, field.at) <= limits.between &&
      between(block.first, field.at) <= limits.block
    if (isNear) {
      block.last = Math.max(block.last, field.at)
      block.fields.push(field)
    } else blocks.push({ first: field.at, last: field.at, fields: [field] })
  }
  return blocks
}

const isUnlabelled = (text: string): boolean => text.length < 70 && !/[:=]/.test(text)

/** What a small block shows without labels, around a sex or an age: a name, a number, a day. */
const shapeKinds = (block: Block, pieces: readonly Piece[]): Set<'bareName' | 'bareNumber' | 'bareDay'> => {
  const found = new Set<'bareName' | 'bareNumber' | 'bareDay'>()
  const around = block.fields.find(
    ({ kind }) => kind === 'bareSex' || kind === 'ageSex' || kind === 'sex' || kind === 'familyFirst' || kind === 'caret',
  )
  if (!around) return found
  let length = 0
  const near = (at: number): boolean => {
    const { text = '' } = pieces[at] ?? {}
    length += text.length
    if (length > limits.shapeText) return false
    if (!isUnlabelled(text)) return true
    if (/\d/.test(text)) {
      const [day] = daysOf(text)
      const rest = (day ? text.slice(0, day.start) + text.slice(day.end) : text)
        .replace(/\(\d{1,3}\)/, '')
        .replace(/^[\s(#[*,]+|[)\],\s]+$/g, '')
      const isNumber = isBareNumber(rest)
      if (day && (isNumber || rest.length < 4 || ageAndSexOf(rest))) found.add('bareDay')
      if (isNumber) found.add('bareNumber')
    } else if (isFamilyFirst(text) || isGivenFirst(text)) found.add('bareName')
    return true
  }
  for (let at = around.at; at >= 0 && around.at - at <= limits.shape / 2; at -= 1) if (!near(at)) break
  length = 0
  for (let at = around.at + 1; at < pieces.length && at - around.at <= limits.shape / 2; at += 1) if (!near(at)) break
  return found
}

/** Whether what holds the sign says in its own names that it is about a patient: classes are English in every language. */
const isNamedPatient = (element: Element | undefined): boolean => {
  let near = element
  for (let step = 0; near && step < 6; step += 1, near = near.parentElement ?? undefined) {
    const names = `${typeof near.className === 'string' ? near.className : ''} ${near.id} ${near.getAttribute('data-testid') ?? ''}`
    if (/patient(?!-?(?:info-?leaflet|education|stories))|demographic|paciente|paziente|storyboard/i.test(names)) return true
  }
  return false
}

const nearTogether = (block: Block): boolean => {
  const name = block.fields.find(({ kind }) => kind === 'familyFirst')
  return block.fields.some(({ kind, at }) => kind === 'ageSex' && name !== undefined && Math.abs(at - name.at) <= 5)
}

const worthOfBlock = (block: Block, pieces: readonly Piece[]): number => {
  const kinds = new Set(block.fields.map(({ kind }) => kind))
  const shapes = shapeKinds(block, pieces)
  const clinical = new Set(block.fields.filter(({ kind }) => kind === 'clinical').map(({ at }) => pieces[at]?.text)).size
  const against = new Set(block.fields.filter(({ kind }) => kind === 'against').map(({ at }) => pieces[at]?.text)).size
  const bare = [...shapes].filter(
    (kind) =>
      !(
        kind === 'bareName' &&
        (kinds.has('familyFirst') || kinds.has('caret') || kinds.has('bracketed') || kinds.has('patient') || kinds.has('name'))
      ) &&
      !(kind === 'bareNumber' && (kinds.has('record') || kinds.has('bracketed'))) &&
      !(kind === 'bareDay' && kinds.has('birth')),
  )
  const worth = worthOf(new Set([...kinds, ...bare, ...(nearTogether(block) ? (['together'] as const) : [])]))
  return worth + Math.min(0.75, clinical * 0.25) - Math.min(4, against * 1.25)
}

/** The banners of a page. `hint` is what the page's address and head speak for or against it, in the same measure. */
export const blocksOf = (fields: readonly Field[], pieces: readonly Piece[], hint: number): Block[] =>
  clustersOf(fields, pieces).filter((block) => {
    const worth = worthOfBlock(block, pieces) + hint
    if (worth >= enough) return true
    return worth >= enough - 0.5 && isNamedPatient(pieces[block.first]?.element)
  })
