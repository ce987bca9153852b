import { findAges } from './patient-info/ages.ts'
import { findAddresses, findInAddress } from './patient-info/addresses-of-pages.ts'
import { findContacts } from './patient-info/contacts.ts'
import { datesIn, findDates } from './patient-info/dates.ts'
import { findFacilities } from './patient-info/facilities.ts'
import { keepForField } from './patient-info/fields.ts'
import type { Candidate, Field, Finding, KnownIdentifier } from './patient-info/finding.ts'
import { joinOverlaps } from './patient-info/join.ts'
import { findKnown } from './patient-info/known.ts'
import { findLooseNames } from './patient-info/loose-names.ts'
import { findNames, nameCandidates } from './patient-info/names.ts'
import { findNumbers } from './patient-info/numbers.ts'
import { findCaretNames, findInTitle } from './patient-info/page-titles.ts'
import { findPlaces } from './patient-info/places.ts'
import { spreadNames } from './patient-info/spread.ts'
import { tokensOf, type Token } from './patient-info/tokens.ts'

export type { Field, Finding, KnownIdentifier, PatientInfoType } from './patient-info/finding.ts'

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
  const inTitle = field === 'title' ? findInTitle(text) : []
  const found = [
    ...nameCandidates(tokens, names),
    ...spreadNames(tokens, names),
    ...findNumbers(text),
    ...findContacts(text),
    ...findAges(text),
    ...findPlaces(text),
    // A paper's title names clinics of all kinds; only a chart's says where someone is.
    ...(field === 'title' && inTitle.length === 0 ? [] : findFacilities(text, tokens, titled, (index) => inName.has(index))),
    ...findCaretNames(text),
    ...findAddresses(text),
    ...inTitle,
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
