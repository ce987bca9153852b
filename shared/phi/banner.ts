import { findContacts } from './contacts.ts'
import { datesIn } from './dates.ts'
import type { KnownIdentifier, PatientInfoType } from './finding.ts'
import { wordSet } from './lexicons/word-set.ts'
import { findPlaces } from './places.ts'

/** The four things that a patient's banner shows; two of them together make one. */
export type Signal = 'birth' | 'record' | 'age' | 'name'

// The long expressions below take longer to compile than a page of literature to look at, in every page anew: a cheap one
// before each says where it can find nothing.
const speaksOfBirth = /d\.?o\.?b|birth|born|geburt|nacim|naiss/i
const birthLabel =
  /(?:^|[\s(])(?:dob|d\.o\.b\.?|birth ?-?dates?|date ?of ?birth|patient'?s? ?birth ?date|born|geburtsdatum|fecha de nacimiento|date de naissance)(?: \(?(?:mm|dd|yyyy)[^)]{0,12}\)?)?\s?[:=]?$/i
const endsAsRecord = /(?:mrn|#|number|no\.?|num|id|identifier|record|nhs|empi|urn)\s*[:=#]?$/i
const recordLabel =
  /(?:^|[\s(/])(?:mrn|mr ?#|(?:medical|patient|health|hospital|clinical) ?(?:record|file|chart)? ?(?:number|no\.?|num|id|identifier|#)|medical ?record|patient ?-?_?id|pid|openmrs ?id|nhs ?(?:number|no\.?)?|chart ?(?:number|no\.?|#|id)|unit ?(?:number|no\.?)|hospital ?(?:number|no\.?)|chi ?number|empi|urn|identifier|id)\s?[:=#]?$/i
const code = /^#?(?=[\w./-]{3,40}$)[A-Za-z]{0,12}[-./]?\d[\w./-]*$/
const sexes = 'male female man woman m f männlich weiblich masculin féminin masculino femenino'.split(' ')
const age = /^\d{1,3} ?-?(?:years?|yrs?|yo|y\/o|y|months?|mos?|weeks?|wks?|days?)(?: ?-?old)?$/
const apart = /^[\s,·|/()-]+|[\s,·|/()-]+$/g
const isAgeBy = (rest: string, bare: RegExp): boolean => {
  const core = rest.replace(apart, '')
  return bare.test(rest) || (/^\d{1,3}\D/.test(core) && age.test(core))
}
/** "34 y F", "male, 34", "(m, 34)". In parts: one expression with every word for a sex three times takes six milliseconds to compile. */
const isAgeAndSex = (text: string): boolean => {
  const bare = text.toLowerCase().replace(/^\(|\)$/g, '')
  return sexes.some(
    (sex) =>
      (bare.endsWith(sex) && isAgeBy(bare.slice(0, -sex.length), /^\d{1,3} ?$/)) ||
      (bare.startsWith(sex) && isAgeBy(bare.slice(sex.length), /^, ?\d{1,3}$/)),
  )
}
/** Every word for a sex begins with one of three letters and ends with one of six, and before or behind it there is a number. */
const maybeAgeAndSex = /^\(?[mfw].*\d|\d.*[enmfho]\)?$/is
const ageLabel = /\bage\s?:?\s?\d{1,3}\b|^age\s?:?$/i

const particles = 'v[ao]n|de[lnr]?|d[aiu]|dos|l[ae]|[ae]l|bin|ibn'
interface NameForms {
  familyFirst: RegExp
  givenFirst: RegExp
}
const nameForms = (capital: string, letters: string): NameForms => {
  const part = `[${capital}][${letters}'.-]*`
  return {
    familyFirst: new RegExp(
      `^(?:(?:${particles}) ){0,3}${part}(?: [${letters}'-]+){0,2}(?:, ?|\\^)${part}(?:[ ^]${part}){0,3}(?: \\([^)]{1,30}\\))?$`,
      'u',
    ),
    givenFirst: new RegExp(`^(?:(?:mrs?|ms|miss|dr)\\.? )?${part}(?: (?:${part}|${particles}|y)){1,5}$`, 'iu'),
  }
}
const plainForms = nameForms('A-Z', 'A-Za-z')
let allForms: NameForms | undefined
/** V8 takes longer to make an expression over all letters of Unicode than to look at most pages, and in every page anew. */
const formsOf = (piece: string): NameForms => (/^[ -~]*$/.test(piece) ? plainForms : (allForms ??= nameForms('\\p{Lu}', '\\p{L}\\p{M}’')))
const nameLabel = /^(?:(?:patient'?s? ?|full |legal |display |client )?name|patient)\s?:?$/i
const noNames = wordSet(
  'summary clinic visit visits search patient patients chart record name address account user english center centre hospital orders results allerg medication problems vitals location language system settings logout login help home list details history notes insurance identifier male female unknown year years active inactive select encounter add edit show view open close print new all department ward inpatient outpatient emergency timeline gender status sex no mean median total range yes birth date age bp',
)
const isNoName = (piece: string): boolean =>
  piece
    .toLowerCase()
    .split(/\W/)
    .some((word) => noNames.has(word))

/** With the letters of English, where it can be: "Luís" is "Luis". Whatever the expression over all letters knows as a name, the plain one knows in this. */
const unaccented = (piece: string): string => piece.normalize('NFD').replace(/[\u0300-\u036f]/g, '')

/** "Smith, Anna (Annie)". No name has a digit or dash before its brackets, as "2021, 12–15" has: that is seen at once. */
const isFamilyFirst = (piece: string): boolean => {
  if (!/^[^,^]+(?:, ?|\^)[^\s,a-z][^,(]*(?:\(|$)/.test(piece) || /[\d–]/.test(piece.replace(/ \(.*/, ''))) return false
  if (isNoName(piece)) return false
  const plain = unaccented(piece)
  return formsOf(plain).familyFirst.test(plain)
}

/** A piece as "label: value", or as itself with the label that the piece before it is. */
function labelled(pieces: readonly string[], index: number): { label: string; value: string } {
  const piece = pieces[index] ?? ''
  const colon = /^([^:=]{2,60}?)\s?[:=]\s?(?=\S)(?!\/\/)/.exec(piece)
  if (colon && !/^https?$/i.test(colon[1] ?? '')) return { label: (colon[1] ?? '').trim(), value: piece.slice(colon[0].length).trim() }
  const before = (pieces[index - 1] ?? '').trim()
  return { label: before.length <= 60 ? before : '', value: piece }
}

const daysOf = (value: string) => datesIn(value).filter(({ day, year }) => day !== undefined && year !== undefined)

/** The signals of the piece at an index; a value counts with its label only. */
export function signalsAt(pieces: readonly string[], index: number): Signal[] {
  const piece = pieces[index] ?? ''
  const signals: Signal[] = []
  if (piece.length > 120) return signals
  const hasDigit = /\d/.test(piece)
  if (hasDigit) {
    const { label, value } = labelled(pieces, index)
    if (value.length < 60 && isAtBirth(label, piece) && daysOf(value).length > 0) signals.push('birth')
    if (code.test(value) && isRecord(label) && /\d{3}|\d[A-Z]{2,}/.test(value)) signals.push('record')
  }
  if (piece.length < 30 && (hasDigit || /^\(?[mfw]/i.test(piece)) && isAge(pieces, index)) signals.push('age')
  if (piece.length < 60 && !piece.endsWith('.') && isFamilyFirst(piece)) signals.push('name')
  return signals
}

const isAtBirth = (label: string, piece: string): boolean =>
  speaksOfBirth.test(label + piece) && (birthLabel.test(label) || /\b(?:dob|date of birth|born)\b/i.test(piece))

// "http://hospital.example/mrn" is a label too: its last word says what it is.
const lastOf = (label: string) => label.replace(/^https?:\/\/\S*\//i, '')
const isRecord = (label: string): boolean => endsAsRecord.test(label) && recordLabel.test(lastOf(label))

function isAge(pieces: readonly string[], index: number): boolean {
  let joined = ''
  for (const next of pieces.slice(index, index + 4)) {
    joined = `${joined} ${next}`.trim()
    if (joined.length > 40) break
    if (maybeAgeAndSex.test(joined) && isAgeAndSex(joined)) return true
  }
  const piece = pieces[index] ?? ''
  return (
    /\bage/i.test(piece) &&
    ageLabel.test(piece) &&
    /\b(?:dob|birth|gender|sex)\b/i.test(pieces.slice(Math.max(0, index - 3), index + 4).join(' '))
  )
}

const typed = (type: PatientInfoType, value: string): KnownIdentifier => ({ type, value: value.trim() })

/** The name that a banner's block shows: labelled, family name first, or the words that stand before the first signal. */
function namesIn(pieces: readonly string[]): KnownIdentifier[] {
  const found: KnownIdentifier[] = []
  let nearest: string | undefined
  let at = 0
  pieces.forEach((piece, index) => {
    const { label, value } = labelled(pieces, index)
    const own = value.replace(/\s*\(.*$/, '').trim()
    const { familyFirst, givenFirst } = formsOf(piece)
    if (
      (nameLabel.test(label) && own.length < 60 && !/\d/.test(own) && formsOf(own).givenFirst.test(own)) ||
      (familyFirst.test(piece) && piece.length < 60)
    )
      found.push(typed('NAME', familyFirst.test(piece) ? piece : own))
    const isName = piece.length < 60 && givenFirst.test(piece) && !isNoName(piece) && !piece.endsWith('.')
    if (isName) [nearest, at] = [piece, index]
    else if (nearest !== undefined && index - at < 6 && signalsAt(pieces, index).length > 0) {
      found.push(typed('NAME', nearest))
      nearest = undefined
    }
  })
  return found
}

const places: readonly [RegExp, PatientInfoType][] = [
  [/^(?:home |mailing |street |permanent )?address(?: line ?\d)?$/i, 'LOCATION'],
  [/^(?:city|town|village|city\/village|suburb|street|county|district)$/i, 'LOCATION'],
  [/^(?:postal ?code|post ?code|zip(?: ?code)?)$/i, 'LOCATION'],
  [/(?:^|[\s/-])(?:us-)?(?:ssn|social security(?: number| no\.?)?)$/i, 'SSN'],
  [/^(?:home |mobile |cell |work |contact )?(?:phone|telephone|tel|mobile|cell|telecom)(?: number| no\.?)?$/i, 'PHONE'],
  [/^(?:insurance|member|policy|subscriber|plan)(?: ?(?:id|number|no\.?))$/i, 'HEALTH_PLAN'],
  [/^(?:account|acct|csn|fin|har|encounter|visit)(?: ?(?:id|number|no\.?|#))$/i, 'ACCOUNT'],
]

/** What a block of a banner shows: the name, days, record numbers and what is labelled as address, phone and the like. */
export function identifiersIn(pieces: readonly string[]): KnownIdentifier[] {
  const found = namesIn(pieces)
  pieces.forEach((piece, index) => {
    const { label, value } = labelled(pieces, index)
    if (piece.length > 200) return
    if (isRecord(label) && code.test(value)) found.push(typed('MRN', value.replace(/^#/, '')))
    if (
      (/^\(?#?(?=[A-Z]{0,3}\d{3,12}\)?$)/.test(piece) && /^\(?$/.test(pieces[index - 1]?.trim() ?? 'x')) ||
      /^\(#?[A-Z]{0,3}\d{3,12}\)$/.test(piece)
    )
      found.push(typed('MRN', piece.replace(/[()#]/g, '')))
    const type = places.find(([pattern]) => pattern.test(lastOf(label)))?.[1]
    const isValue =
      type === 'LOCATION' ? /^[\p{L}\d].*[\p{L}\d]$/u.test(value) && !/^(?:--?|none|unknown)$/i.test(value) : /\d{3}/.test(value)
    if (type !== undefined && isValue && value.length < 120) found.push(typed(type, value.replace(/\s?\[\w+\]$/, '')))
    found.push(...shownIn(piece))
  })
  return found
}

/** What shows itself by its form anywhere on a patient's page: days, phones, mail and street addresses. */
export function shownIn(piece: string): KnownIdentifier[] {
  if (piece.length > 200) return []
  const shaped = [...findContacts(piece), ...findPlaces(piece)]
    .filter(({ evidence }) => evidence !== 'suggested')
    .map(({ type, start, end }) => typed(type, piece.slice(start, end)))
  return [...shaped, ...daysOf(piece).map(({ start, end }) => typed('DATE', piece.slice(start, end)))]
}
