import { relative } from './acting-names.ts'
import { findAges } from './ages.ts'
import { findAddresses, findInAddress } from './addresses-of-pages.ts'
import { findBeds } from './beds.ts'
import { findContacts, mayHoldContacts } from './contacts.ts'
import { datesIn, findDates } from './dates.ts'
import { findFacilities } from './facilities.ts'
import { keepForField } from './field-leniency.ts'
import type { Candidate, CertaintySource, Field, PhiFinding, KnownIdentifier } from './finding.ts'
import { findKnown } from './known.ts'
import { findLabelledNumbers } from './labelled-numbers.ts'
import { byLanguage, isRecord, learnedByLanguage } from './language-pack.ts'
import { findLooseNames } from './loose-names.ts'
import { joinOverlaps } from './merge-overlaps.ts'
import { findNames, nameCandidates } from './names.ts'
import { findNumbers } from './numbers.ts'
import { findCaretNames, findInTitle } from './page-titles.ts'
import { findPlaces } from './places.ts'
import { hasDigit, hasNumber } from './text/prefiltered-pattern.ts'
import { isEnglishAt, readingOf, type Reading } from './reading.ts'
import { spreadNames } from './spread.ts'
import type { Token } from './text/tokens.ts'

export type { Field, PhiFinding, KnownIdentifier, PatientInfoType } from './finding.ts'

/**
 * What in a text may identify a patient, by 45 CFR 164.514(b)(2)(i)(A)-(R): in order, without overlaps.
 * Offsets are UTF-16 code units, `end` exclusive. Bare years and ages up to 89 are let pass.
 * `known` are the identifiers that the page's own banner showed; they are found whatever the field. Never throws.
 */
export function findPatientInfo(text: string, { field, known = [] }: { field: Field; known?: readonly KnownIdentifier[] }): PhiFinding[] {
  const reading = readingOf(text)
  const found = field === 'url' ? inAddress(text) : inText(reading, field)
  return joinOverlaps([...found, ...findKnown(text, reading.tokens, reading.dates, known)])
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
  if (field === 'quote' || field === 'citation') return hasDigit(text) && statedIn(readingOf(text), field).length > 0
  if (!hasDigit(text)) {
    if (findWordless(text, field).some(isSure)) return true
    return (isRecord(text) || mayNameSomebody(text)) && isCertain(readingOf(text), field)
  }
  const formed = hasNumber(text) ? findFormed(text, field) : findShort(text, field)
  return formed.some(isSure) || findDates(datesIn(text)).some(isSure) || isCertain(readingOf(text), field)
}

const capital = /\p{CWL}/u
/** More than the longest word and what any rule reads behind it. */
const head = 600

/** Whether the first word alone has a capital letter: then only who stands there can be named, by what follows at once. */
function opensOnly(text: string): boolean {
  const at = text.search(capital)
  const rest = text.slice(at + 1)
  return rest === rest.toLowerCase() && !/\p{L}/u.test(text.slice(0, at))
}

/**
 * No rule is sure of a name in which no word has a capital letter; where the first word alone has one, only by a relation behind
 * it: "Zora (daughter)".
 */
const mayNameSomebody = (text: string): boolean =>
  capital.test(text) && (!opensOnly(text) || relative.test(text.slice(0, text.search(capital) + head)))

/** What is certain by words and labels: names of all languages, and what the labels and the pack of other languages say. */
function isCertain(reading: Reading, field: 'note' | 'title'): boolean {
  const { text, tokens } = reading
  const { names, others } = byLanguage(reading)
  if (names.some(isSure) || others.some(isSure) || findLabelledNumbers(text, tokens, reading.labels).length > 0) return true
  if (!mayNameSomebody(text)) return false
  const titled = field === 'title' || isTitled(tokens)
  return findNames(text, tokens, titled).some((name) => isSure(name) && isEnglishAt(reading, name.first))
}

const isSure = ({ evidence }: { evidence: CertaintySource }): boolean => evidence !== 'suggested'

/** What shows by its form, even without a digit. */
const findWordless = (text: string, field: 'note' | 'title'): Candidate[] => [
  ...(mayHoldContacts(text) ? findContacts(text) : []),
  ...findCaretNames(text),
  ...findAddresses(text),
  ...(field === 'title' ? findInTitle(text) : []),
]

/** What shows by its form and two digits. */
const findShort = (text: string, field: 'note' | 'title'): Candidate[] => [
  ...findWordless(text, field),
  ...findAges(text),
  ...findPlaces(text),
]

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

/** What a text of a paper says of itself: that it is one person's number or birth date. */
function statedIn({ text, tokens, labels, dates }: Reading, field: 'quote' | 'citation'): Candidate[] {
  return keepForField([...findNumbers(text), ...findLabelledNumbers(text, tokens, labels), ...findDates(dates)], field)
}

/** What a paper says stays lenient until it states a record, plan or security number or a birth date: then it is no paper. */
function inText(reading: Reading, field: Exclude<Field, 'url'>): Candidate[] {
  if (field !== 'quote' && field !== 'citation') return inProse(reading, field)
  const stated = statedIn(reading, field)
  return field === 'quote' && stated.length > 0 ? inProse(reading, 'note') : stated
}

function inProse(reading: Reading, field: 'note' | 'title'): Candidate[] {
  const { text, tokens } = reading
  const titled = field === 'title' || isTitled(tokens)
  const english = englishStretch(reading)
  const other = byLanguage(reading)
  const names = [...findNames(text, tokens, titled).filter(({ first }) => isEnglishAt(reading, first)), ...other.names]
  const inName = new Set(names.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, step) => first + step)))
  const inChart = field === 'title' && findInTitle(text).length > 0
  const found = [
    ...findDates(reading.dates).filter((day) => english(day) || isDayThere(reading, day)),
    ...findLabelledNumbers(text, tokens, reading.labels),
    ...findBeds(reading),
    ...other.others,
    ...nameCandidates(tokens, names),
    ...spreadNames(tokens, names),
    ...findFormed(text, field),
    // A paper's title names clinics of all kinds; only a chart's says where someone is.
    ...(field === 'title' && !inChart ? [] : findFacilities(text, tokens, titled, (index) => inName.has(index)).filter(english)),
  ]
  if (!titled) found.push(...looseNames(reading, found))
  return field === 'title' ? found : [...found, ...learnedByLanguage(reading, found)]
}

function looseNames(reading: Reading, found: readonly Candidate[]): Candidate[] {
  const { text, tokens } = reading
  const taken = new Uint8Array(text.length)
  for (const { start, end } of found) taken.fill(1, start, end)
  return findLooseNames(text, tokens, ({ start, end }) => taken[start] === 1 && taken[end - 1] === 1).filter(englishStretch(reading))
}

/** Whether a candidate begins in English, or in no language that is known. */
const englishStretch = (reading: Reading): ((candidate: Candidate) => boolean) => {
  if (reading.isEnglish) return () => true
  return ({ start }) =>
    isEnglishAt(
      reading,
      Math.max(
        0,
        reading.tokens.findLastIndex((token) => token.start <= start),
      ),
    )
}

/** "GCS 6/15", "4/5": outside English a day has a word before it that says so. */
const isDayThere = ({ text }: Reading, { start, end }: Candidate): boolean =>
  !/^\d{1,2}\/\d{1,2}$/.test(text.slice(start, end)) ||
  /(?:^|\s)(?:el|del|d[ií]a|desde el|le|du|am|vom|il|dal|em|no dia)\s$/i.test(text.slice(Math.max(0, start - 12), start))

const lowerOnes = (tokens: readonly Token[]) => tokens.filter(({ shape }) => shape === 'lower').length

/** Whether a text is set as a heading, so that a capital letter says nothing: most of its longer words have one. */
function isTitled(tokens: readonly Token[]): boolean {
  if (tokens.some(({ gap }) => gap.includes('\n'))) return false
  const words = tokens.filter(({ text }) => text.length > 3)
  return (words.length > 7 && lowerOnes(words) < words.length * 0.25) || (tokens.length > 60 && lowerOnes(tokens) < tokens.length * 0.05)
}
