import type { KnownIdentifier, PatientInfoType } from '../../../shared/phi/finding.ts'
import type { Block } from './blocks.ts'
import { daysIn, shownIn } from './contacts.ts'
import type { Field } from './values.ts'
import { isFamilyFirst, isGivenFirst, isNameValue } from './names.ts'
import { isBareNumber, withBrackets } from './numbers.ts'
import type { Piece } from './pieces.ts'
import type { Row } from './tables.ts'

const typed = (type: PatientInfoType, value: string): KnownIdentifier => ({ type, value: value.trim() })

const types: Partial<Record<Field['kind'], PatientInfoType>> = {
  birth: 'DATE',
  born: 'DATE',
  record: 'MRN',
  code: 'MRN',
  insurance: 'HEALTH_PLAN',
  national: 'ID',
  account: 'ACCOUNT',
  phone: 'PHONE',
  email: 'EMAIL',
  address: 'LOCATION',
  town: 'LOCATION',
  postal: 'LOCATION',
  kin: 'NAME',
}

const withType = ({ kind, value }: Pick<Field, 'kind' | 'value'>): KnownIdentifier[] => {
  const type = types[kind]
  if (type === undefined || value === '') return []
  if (type === 'DATE') return [typed('DATE', value), ...daysIn(value)]
  if (kind === 'national' && /^\d{3}-\d{2}-\d{4}$/.test(value)) return [typed('SSN', value)]
  return [typed(type, value)]
}

type Said = Pick<Field, 'kind' | 'value'>

/** The names that are said of the patient; family and given names that stand apart are put together. */
const namesSaid = (fields: readonly Said[]): string[] => {
  const of = (...kinds: Field['kind'][]): string[] => fields.filter(({ kind }) => kinds.includes(kind)).map(({ value }) => value)
  const [family, given] = [[...new Set(of('family'))], [...new Set(of('given'))]]
  const apart = family.length > 0 && given.length > 0 ? [`${family.join(' ')}, ${given.join(' ')}`] : [...family, ...given]
  const bracketed = of('bracketed').flatMap((value) => withBrackets(value)?.before ?? [])
  return [...of('patient', 'name', 'familyFirst', 'caret'), ...bracketed, ...apart].map((name) => name.trim())
}

interface Person extends Block {
  /** The first piece that is of nobody before. */
  after: number
}

const marks: ReadonlySet<Field['kind']> = new Set(['birth', 'ageSex', 'caret', 'familyFirst', 'bracketed'])

/** The patients of a block, where cards follow each other: a second day of birth, age or name begins the next. */
const personsIn = (block: Block): Person[] => {
  const persons: Person[] = []
  for (const field of block.fields) {
    const person = persons.at(-1)
    if (!person || (marks.has(field.kind) && person.fields.some(({ kind, value }) => kind === field.kind && value !== field.value)))
      persons.push({ first: field.at, last: field.at, fields: [field], after: person ? person.last + 1 : 0 })
    else {
      person.last = field.at
      person.fields.push(field)
    }
  }
  return persons
}

const isNamed = (element: Element): boolean =>
  /^H[1-4]$/.test(element.tagName) ||
  /name|nombre|nome\b/i.test(
    `${typeof element.className === 'string' ? element.className : ''} ${element.id} ${element.getAttribute('data-testid') ?? ''}`,
  )

const isOwnName = (text: string): boolean => /^[A-Z\u00c0-\u00de]/.test(text) && isNameValue(text)

/** A name that is cut into neighbours, "Lorenzo Davide" and "Marchetti", and what it is called in brackets behind it. */
const withNeighbours = (at: number, text: string, { after }: Person, pieces: readonly Piece[]): string[] => {
  const besides = [at - 1, at + 1].flatMap((near) => {
    const piece = pieces[near]
    const holder = pieces[at]?.element.parentElement?.parentElement
    return piece && near >= after && holder?.contains(piece.element) && piece.text.length < 40 ? [piece.text] : []
  })
  const called = besides.flatMap((beside) => /^\(([^)\d]{2,30})\)$/.exec(beside)?.[1] ?? [])
  return [text, ...besides.filter((beside) => isOwnName(beside)), ...called.filter((name) => isOwnName(name))]
}

/** The name of a banner that has no label for it: in a heading, or the words nearest before the first sign. */
const namesShown = (person: Person, pieces: readonly Piece[]): string[] => {
  const { first, last, after } = person
  const found: { at: number; text: string; rank: number }[] = []
  let length = 0
  for (let at = Math.min(last + 2, pieces.length - 1); at >= Math.max(0, after, first - 14); at -= 1) {
    const piece = pieces[at]
    if (!piece) continue
    if (at < first) length += piece.text.length
    if (length > 300) break
    const { element } = piece
    const [text = ''] = piece.text.split(/ [|·•–] | - | \(/)
    const marked = isNamed(element) || (element.parentElement !== null && isNamed(element.parentElement))
    const isFull = isGivenFirst(text) || isFamilyFirst(text)
    if (isFull || (isOwnName(text) && (marked || first - at < 4)))
      found.push({ at, text, rank: (marked ? 0 : 20) + (isFull ? 0 : 6) + Math.abs(at - first) + (at > first ? 4 : 0) })
  }
  const best = found.toSorted((one, other) => one.rank - other.rank)[0]
  return best ? withNeighbours(best.at, best.text, person, pieces) : []
}

/** Names in brackets right behind a banner's name: "(Teddie)". */
const calledIn = ({ first, last }: Block, pieces: readonly Piece[]): string[] =>
  pieces
    .slice(Math.max(0, first - 4), last + 4)
    .flatMap(({ text }) => /^[("“„]([^)\d]{2,30})[)"”]$/.exec(text)?.[1] ?? [])
    .filter((name) => isOwnName(name))

const wordsOf = (name: string): Set<string> =>
  new Set(
    name
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 2),
  )

/** How many people are meant by names of which some say one person more fully. */
const people = (names: readonly string[]): number => {
  const all = names
    .map(wordsOf)
    .filter(({ size }) => size > 0)
    .toSorted((one, other) => other.size - one.size)
  const apart: Set<string>[] = []
  for (const words of all.slice(0, 500)) if (!apart.some((other) => [...words].every((word) => other.has(word)))) apart.push(words)
  return apart.length
}

/** The numbers that a small block shows without a label, where none has one. */
const numbersShown = ({ first, last, fields }: Block, pieces: readonly Piece[]): string[] =>
  fields.some(({ kind }) => kind === 'record')
    ? []
    : pieces
        .slice(Math.max(0, first - 4), last + 5)
        .flatMap(({ text }) => (text.length < 60 ? text.split(/ (?=[A-Z][a-z]{2} \d)| {2,}| (?=\d{1,2}[./-]\d)/) : []))
        .map((text) => text.replace(/^[(#[]+|[)\]]+$/g, ''))
        .filter((text) => text.length < 24 && isBareNumber(text))

const everywhere: ReadonlySet<string> = new Set([
  'kin',
  'birth',
  'record',
  'national',
  'insurance',
  'account',
  'phone',
  'email',
  'address',
  'postal',
  'town',
  'patient',
  'caret',
  'bracketed',
])

export interface Gathered {
  patients: number
  known: KnownIdentifier[]
}

/** All that the banners, lists and labelled texts of a patient's page say of people. Labels are no names, and one patient counts once. */
export const gather = (blocks: readonly Block[], rows: readonly Row[], fields: readonly Field[], pieces: readonly Piece[]): Gathered => {
  const inBlocks = blocks.flatMap(personsIn).map((person) => {
    const said = namesSaid(person.fields)
    return said.length > 0 ? said : namesShown(person, pieces)
  })
  const inRows = rows.map(({ values }) => namesSaid(values))
  const said: Said[] = [
    ...blocks.flatMap((block) => block.fields),
    ...fields.filter(({ kind }) => everywhere.has(kind)),
    ...rows.flatMap(({ values }) => values),
  ]
  const others = fields.filter(({ kind }) => everywhere.has(kind) && (kind === 'patient' || kind === 'caret' || kind === 'bracketed'))
  const called = blocks.flatMap((block) => calledIn(block, pieces))
  const names = [...inBlocks.flat(), ...inRows.flat(), ...namesSaid(others)]
  const numbers = [
    ...blocks.flatMap((block) => numbersShown(block, pieces)),
    ...said.filter(({ kind }) => kind === 'bracketed').flatMap(({ value }) => withBrackets(value)?.number ?? []),
  ]
  const distinctOf = (sought: Field['kind']): number => new Set(said.filter(({ kind }) => kind === sought).map(({ value }) => value)).size
  const most = Math.max(distinctOf('birth'), distinctOf('record'))
  return {
    patients:
      rows.length > 1 ? Math.max(people(names), rows.length) : Math.max(1, most > 0 ? Math.min(most, people(names)) : people(names)),
    known: [
      ...called.map((name) => typed('NAME', name)),
      ...names.map((name) => typed('NAME', name)),
      ...numbers.map((number) => typed('MRN', number)),
      ...said.flatMap(withType),
      ...pieces.flatMap(({ text }) => shownIn(text)),
    ],
  }
}
