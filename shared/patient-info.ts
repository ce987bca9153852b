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

export type { Certainty, Field, Finding, KnownIdentifier, PatientInfoType } from './patient-info/finding.ts'

/**
 * What in a text may identify a patient, by 45 CFR 164.514(b)(2)(i)(A)-(R): in order, without overlaps.
 * Offsets are UTF-16 code units, `end` exclusive. Bare years and ages up to 89 are let pass.
 * `known` are the identifiers that the page's own banner showed; they are found whatever the field. Never throws.
 */
export function findPatientInfo(text: string, { field, known = [] }: { field: Field; known?: readonly KnownIdentifier[] }): Finding[] {
  const tokens = tokensOf(text)
  const dates = datesIn(text)
  const candidates = field === 'url' ? [...findInAddress(text), ...findContacts(text), ...findNumbers(text).filter(({ evidence }) => evidence !== 'suggested')] : inProse(text, tokens, field)
  const kept = keepForField([...candidates, ...(field === 'url' ? [] : findDates(dates))], field)
  return joinOverlaps([...kept, ...findKnown(text, tokens, dates, known)])
}

function inProse(text: string, tokens: readonly Token[], field: Field): Candidate[] {
  if (field === 'citation' || field === 'quote') return findNumbers(text)
  const titled = field === 'title' || isTitled(tokens)
  const names = findNames(text, tokens, titled)
  const inName = new Set(names.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, step) => first + step)))
  const inTitle = field === 'title' ? findInTitle(text) : []
  const sure = [
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
  const isTaken = (token: Token) => sure.some(({ start, end }) => start <= token.start && token.end <= end)
  return titled ? sure : [...sure, ...findLooseNames(text, tokens, isTaken)]
}

/** Whether a text is set as a heading, so that a capital letter says nothing: most of its longer words have one. */
function isTitled(tokens: readonly Token[]): boolean {
  if (tokens.some(({ gap }) => gap.includes('\n'))) return false
  const words = tokens.filter(({ text }) => text.length > 3)
  const lowers = (some: readonly Token[]) => some.filter(({ shape }) => shape === 'lower').length
  return (words.length > 7 && lowers(words) < words.length * 0.25) || (tokens.length > 60 && lowers(tokens) < tokens.length * 0.05)
}
