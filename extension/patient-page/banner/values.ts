import { ageAndSexOf, isSex } from './ages.ts'
import { daysOf } from './dates.ts'
import { labelOf } from './label-key.ts'
import type { LabelKind } from './labels/label-kinds.ts'
import { isEmptyValue, isNameValue } from './names.ts'
import { numberIn } from './numbers.ts'

/** What a text shows by its form, without a label. */
export type ShapeKind = 'familyFirst' | 'caret' | 'bracketed' | 'bareSex' | 'unknownValue'

/** One thing that a page says of somebody, with the piece that it stands in. */
export interface Field {
  kind: LabelKind | ShapeKind
  value: string
  at: number
}

export const isNumberKind = (kind: LabelKind): boolean => /^(?:record|code|national|insurance|account)$/.test(kind)
export const isNameKind = (kind: LabelKind): boolean => /^(?:patient|name|given|family|kin)$/.test(kind)

const isWeekday = /^[A-Za-z\u00c0-\u017f]{2,10}\.?,? $/

const dayIn = (value: string): string | undefined => {
  const day = value.length < 80 ? daysOf(value).find(({ start }) => start < 24) : undefined
  return day && value.slice(isWeekday.test(value.slice(0, day.start)) ? 0 : day.start, day.end)
}

const isSaid = (value: string): boolean => !isEmptyValue(value) && labelOf(value) === undefined

const name = (value: string): string | undefined => {
  const [own = ''] = value.split(/ [|·•–] | - |;/)
  return isNameValue(own) ? own.trim() : undefined
}

const when =
  (is: (value: string) => boolean) =>
  (value: string): string | undefined =>
    is(value) ? value : undefined

const readers: Readonly<Partial<Record<LabelKind, (value: string) => string | undefined>>> = {
  patient: name,
  name,
  given: name,
  family: name,
  kin: name,
  record: numberIn,
  code: numberIn,
  national: numberIn,
  insurance: numberIn,
  account: numberIn,
  birth: (value) => dayIn(value) ?? (/^(?:19|20)\d{6}$/.test(value) ? value : undefined),
  born: dayIn,
  age: when((value) => /^\W{0,2}\d{1,3}(?!\d)/.test(value) && value.length < 40),
  sex: when((value) => isSex(value.split(/[ ,(]/)[0] ?? '')),
  ageSex: when((value) => {
    const said = ageAndSexOf(value)
    return said?.age === true && said.sex
  }),
  phone: (value) => ((value.match(/\d/g) ?? []).length >= 6 && value.length < 80 ? value.replace(/\s?\[[\w ]+\]$/, '') : undefined),
  email: when((value) => value.includes('@')),
  address: when((value) => /[A-Za-z\u00c0-\u024f]{3}/.test(value) && value.length < 140 && isSaid(value)),
  town: when((value) => value.length < 60 && /^[^\d:]{3,}$/.test(value) && isSaid(value)),
  postal: when((value) => /\d{2}/.test(value) && value.length < 14),
}

/** The part of a value that is of its label's kind; undefined where nothing of it is. */
export const valueOfKind = (kind: LabelKind, text: string): string | undefined => {
  const value = text.replace(/^[\s:=#–-]+|[\s,;|·•]+$/g, '')
  if (value === '' || value.length > 220) return undefined
  const read = readers[kind]
  return read ? read(value) : value
}
