import { findAges } from './ages.ts'
import { findAddresses, findInAddress } from './addresses-of-pages.ts'
import { findContacts } from './contacts.ts'
import { datesIn, findDates } from './dates.ts'
import { findFacilities } from './facilities.ts'
import { keepForField } from './field-leniency.ts'
import type { Candidate, Evidence, Field, Finding, KnownIdentifier } from './finding.ts'
import { joinOverlaps } from './merge-overlaps.ts'
import { findKnown } from './known.ts'
import { findLooseNames } from './loose-names.ts'
import { findNames, nameCandidates } from './names.ts'
import { findNumbers } from './numbers.ts'
import { findCaretNames, findInTitle } from './page-titles.ts'
import { findPlaces } from './places.ts'
import { spreadNames } from './spread.ts'
import { tokensOf, type Token } from './tokens.ts'

export type { Field, Finding, KnownIdentifier, PatientInfoType } from './finding.ts'

/**
 * What in a text may identify a patient, by 45 CFR 164.514(b)(2)(i)(A)-(R): in order, without overlaps.
 * Offsets are UTF-16 code units, `end` exclusive. Bare years and ages up to 89 are let pass.
 * `known` are the identifiers that the page's own banner showed; they are found whatever the field. Never throws.
 */
export function findPatientInfo(text: string, { field, known = [] }: { field: Field; known?: readonly KnownIdentifier[] }): Finding[] {
  const tokens = tokensOf(text)
  const dates = datesIn(text)
  const found = field === 'url' ? inAddress(text) : inText(text, tokens, findDates(dates), field)
  return joinOverlaps([...found, ...findKnown(text, tokens, dates, known)])
}

function inAddress(text: string): Candidate[] {
  return [...findInAddress(text), ...findContacts(text), ...findNumbers(text).filter(({ evidence }) => evidence !== 'suggested')]
}

/**
 * Whether anything in a text is found with high certainty: what `findPatientInfo` would say, without looking for what only
 * the surroundings suggest. Most texts hold nothing, and the Worker asks this of every one.
 */
export function holdsPatientInfo(text: string, field: Field): boolean {
  if (field === 'url') return inAddress(text).some(isSure)
  const dates = findDates(datesIn(text))
  if (field === 'quote' || field === 'citation') return keepForField([...findNumbers(text), ...dates], field).length > 0
  if (dates.some(isSure) || findFormed(text, field).some(isSure)) return true
  return mayNameSomebody(text) && findsName(text, field)
}

const capital = /\p{CWL}/u
/** More than the longest word and what any rule reads behind it. */
const head = 600

/** No rule is sure of a name in which no word has a capital letter. */
const mayNameSomebody = (text: string): boolean => capital.test(text)

function findsName(text: string, field: 'note' | 'title'): boolean {
  const read = opensOnly(text) ? text.slice(0, text.search(capital) + head) : text
  const tokens = tokensOf(read)
  return findNames(read, tokens, field === 'title' || isTitled(tokens)).some(isSure)
}

/** Whether the first word alone has a capital letter: then only who stands there can be named, by what follows at once. */
function opensOnly(text: string): boolean {
  const at = text.search(capital)
  const rest = text.slice(at + 1)
  return rest === rest.toLowerCase() && !/\p{L}/u.test(text.slice(0, at))
}

const isSure = ({ evidence }: { evidence: Evidence }): boolean => evidence !== 'suggested'

/** What shows by its form, whatever the words around it are. */
const findFormed = (text: string, field: 'note' | 'title'): Candidate[] => [
  ...findNumbers(text),
  ...findContacts(text),
  ...findAges(text),
  ...findPlaces(text),
  ...findCaretNames(text),
  ...findAddresses(text),
  ...(field === 'title' ? findInTitle(text) : []),
]

/** What a paper says stays lenient until it states a record, plan or security number or a birth date: then it is no paper. */
function inText(text: string, tokens: readonly Token[], dates: readonly Candidate[], field: Exclude<Field, 'url'>): Candidate[] {
  if (field !== 'quote' && field !== 'citation') return [...inProse(text, tokens, field), ...dates]
  const kept = keepForField([...findNumbers(text), ...dates], field)
  return field === 'quote' && kept.length > 0 ? [...inProse(text, tokens, 'note'), ...dates] : kept
}

function inProse(text: string, tokens: readonly Token[], field: 'note' | 'title'): Candidate[] {
  const titled = field === 'title' || isTitled(tokens)
  const names = findNames(text, tokens, titled)
  const inName = new Set(names.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, step) => first + step)))
  const formed = findFormed(text, field)
  const inChart = field === 'title' && findInTitle(text).length > 0
  const found = [
    ...nameCandidates(tokens, names),
    ...spreadNames(tokens, names),
    ...formed,
    // A paper's title names clinics of all kinds; only a chart's says where someone is.
    ...(field === 'title' && !inChart ? [] : findFacilities(text, tokens, titled, (index) => inName.has(index))),
  ]
  if (titled) return found
  const taken = new Uint8Array(text.length)
  for (const { start, end } of found) taken.fill(1, start, end)
  return [...found, ...findLooseNames(text, tokens, ({ start, end }) => taken[start] === 1 && taken[end - 1] === 1)]
}

const lowerOnes = (tokens: readonly Token[]) => tokens.filter(({ shape }) => shape === 'lower').length

/** Whether a text is set as a heading, so that a capital letter says nothing: most of its longer words have one. */
function isTitled(tokens: readonly Token[]): boolean {
  if (tokens.some(({ gap }) => gap.includes('\n'))) return false
  const words = tokens.filter(({ text }) => text.length > 3)
  return (words.length > 7 && lowerOnes(words) < words.length * 0.25) || (tokens.length > 60 && lowerOnes(tokens) < tokens.length * 0.05)
}
