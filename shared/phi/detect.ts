import { findAges } from './ages.ts'
import { findAddresses, findInAddress } from './addresses-of-pages.ts'
import { findContacts } from './contacts.ts'
import { findDates } from './dates.ts'
import { findFacilities } from './facilities.ts'
import {
  type Candidate,
  type CertaintySource,
  type Field,
  joinOverlaps,
  keepForField,
  type KnownIdentifier,
  type PhiFinding,
} from './finding.ts'
import { mayHoldSure } from './first-look.ts'
import { findBeds } from './handover.ts'
import { findHospitalNumbers, hasHospital } from './hospital-numbers.ts'
import { findKnown } from './known.ts'
import { findLabelledNumbers } from './labelled-numbers.ts'
import { byLanguage, learnedByLanguage, mayBeSure } from './language-pack.ts'
import { findLooseNames } from './loose-names.ts'
import { once } from './lexicons/word-set.ts'
import type { NameSpan } from './name-spans.ts'
import { findNames, nameCandidates } from './names.ts'
import { findNumbers } from './numbers.ts'
import { findCaretNames, findInTitle } from './page-titles.ts'
import { findPlaces } from './places.ts'
import { hasDigit } from './text/prefiltered-pattern.ts'
import { isEnglishAt, readingOf, type Reading } from './reading.ts'
import { spreadNames } from './spread.ts'
import { placeOf, type Token } from './text/tokens.ts'

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
  return [...findInAddress(text), ...findContacts(text), ...findHospitalNumbers(text), ...findNumbers(text, true)]
}

/**
 * Whether anything in a text is found with high certainty: what `findPatientInfo` would say. Most texts hold nothing, and the Worker
 * asks this of every one, so that it looks first whether any finder could be sure of anything.
 */
export function holdsPatientInfo(text: string, field: Field): boolean {
  if (field === 'url') return inAddress(text).some(isSure)
  if (field === 'quote' || field === 'citation') return hasDigit(text) && statedIn(readingOf(text), field).length > 0
  if (field === 'note' && !hasHospital() && !(mayHoldSure(text) && mayBeSure(text))) return false
  const prose = proseOf(readingOf(text), field, true)
  return finders.some(({ isNeverSure, find, findSure = find }) => isNeverSure !== true && findSure(prose).some(isSure))
}

const isSure = ({ evidence }: { evidence: CertaintySource }): boolean => evidence !== 'suggested'

/** A reading of what somebody typed, with the names in it. */
interface Prose extends Reading {
  field: 'note' | 'title'
  /** Every word has a capital, so that capitals say nothing. */
  titled: boolean
  /** What the rules of other languages say. */
  others: readonly Candidate[]
  names: readonly NameSpan[]
}

/** Gives candidates with their reasons. */
interface Finder {
  find: (prose: Prose) => readonly Candidate[]
  /** The same without some that it only suggests, which costs less. */
  findSure?: (prose: Prose) => readonly Candidate[]
  /** It only ever suggests. */
  isNeverSure?: true
}

/**
 * Every finder of prose, those first that read the text's letters only, and then those that need its words, their languages, labels
 * and names. A new kind of identifier is one file and a line here; a new language is one file in `languages` and one in
 * `by-language/words`.
 */
const finders: readonly Finder[] = [
  { find: ({ text }) => findContacts(text) },
  { find: ({ text }) => findCaretNames(text) },
  { find: ({ text }) => findAddresses(text), findSure: ({ text }) => findAddresses(text, true) },
  { find: ({ text, field }) => (field === 'title' ? findInTitle(text) : []) },
  { find: ({ text }) => findNumbers(text), findSure: ({ text }) => findNumbers(text, true) },
  { find: ({ text }) => findHospitalNumbers(text) },
  { find: ({ text }) => findAges(text) },
  { find: ({ text }) => findPlaces(text), findSure: ({ text }) => findPlaces(text, true) },
  {
    find: (prose) => findDates(prose.dates).filter((day) => isDayThere(prose, day)),
    findSure: (prose) => findDates(prose.sureDates).filter((day) => isSure(day) && isDayThere(prose, day)),
  },
  { find: ({ text, tokens, labels }) => findLabelledNumbers(text, tokens, labels) },
  { find: findBeds, isNeverSure: true },
  { find: ({ others }) => others },
  { find: ({ tokens, names }) => nameCandidates(tokens, names) },
  { find: ({ tokens, names }) => spreadNames(tokens, names), isNeverSure: true },
  { find: findHouses, isNeverSure: true },
]

function proseOf(reading: Reading, field: 'note' | 'title', sureOnly = false): Prose {
  const titled = once(() => field === 'title' || isTitled(reading.tokens))
  const other = once(() => byLanguage(reading, sureOnly))
  const names = once(() => [...findNames(reading, titled()), ...other().names])
  return {
    text: reading.text,
    field,
    get tokens() {
      return reading.tokens
    },
    get languages() {
      return reading.languages
    },
    get isEnglish() {
      return reading.isEnglish
    },
    get labels() {
      return reading.labels
    },
    get dates() {
      return reading.dates
    },
    get sureDates() {
      return reading.sureDates
    },
    get titled() {
      return titled()
    },
    get others() {
      return other().others
    },
    get names() {
      return names()
    },
  }
}

/** What a text of a paper says of itself: that it is one person's number or birth date. */
function statedIn({ text, tokens, labels, sureDates }: Reading, field: 'quote' | 'citation'): Candidate[] {
  return keepForField(
    [...findNumbers(text, true), ...findHospitalNumbers(text), ...findLabelledNumbers(text, tokens, labels), ...findDates(sureDates)],
    field,
  )
}

/** What a paper says stays lenient until it states a record, plan or security number or a birth date: then it is no paper. */
function inText(reading: Reading, field: Exclude<Field, 'url'>): Candidate[] {
  if (field !== 'quote' && field !== 'citation') return inProse(reading, field)
  const stated = statedIn(reading, field)
  return field === 'quote' && stated.length > 0 ? inProse(reading, 'note') : stated
}

/** What all finders say, and, in a text that is no heading, words with a capital that none of them has. */
function inProse(reading: Reading, field: 'note' | 'title'): Candidate[] {
  const prose = proseOf(reading, field)
  const found = finders.flatMap(({ find }) => find(prose))
  for (const find of leftovers) found.push(...find(prose, found))
  return found
}

/** In this order behind all finders, each told what is found already; they only ever suggest. */
const leftovers: readonly ((prose: Prose, found: readonly Candidate[]) => readonly Candidate[])[] = [
  (prose, found) => (prose.titled ? [] : looseNames(prose, found)),
  (prose, found) => (prose.field === 'title' ? [] : learnedByLanguage(prose, found)),
]

/** Words with a capital letter inside a sentence that nothing else has found. */
function looseNames(prose: Prose, found: readonly Candidate[]): Candidate[] {
  const taken = new Uint8Array(prose.text.length)
  for (const { start, end } of found) taken.fill(1, start, end)
  return findLooseNames(prose, ({ start, end }) => taken[start] === 1 && taken[end - 1] === 1)
}

/** A paper's title names clinics of all kinds; only a chart's says where someone is. */
function findHouses(prose: Prose): readonly Candidate[] {
  if (prose.field === 'title' && findInTitle(prose.text).length === 0) return []
  const inName = new Set(prose.names.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, step) => first + step)))
  return findFacilities(prose, prose.titled, (index) => inName.has(index))
}

/** "GCS 6/15", "4/5": outside English a day has a word before it that says so. */
const isDayThere = (reading: Reading, { start, end }: Candidate): boolean =>
  !/^\d{1,2}\/\d{1,2}$/.test(reading.text.slice(start, end)) ||
  isEnglishFrom(reading, start) ||
  /(?:^|\s)(?:el|del|d[ií]a|desde el|le|du|am|vom|il|dal|em|no dia)\s$/i.test(reading.text.slice(Math.max(0, start - 12), start))

/** Whether what begins here is English, or of no language that is known. */
const isEnglishFrom = (reading: Reading, start: number): boolean =>
  reading.isEnglish || isEnglishAt(reading, placeOf(reading.tokens, start))

const lowerOnes = (tokens: readonly Token[]) => tokens.filter(({ shape }) => shape === 'lower').length

/** Whether a text is set as a heading, so that a capital letter says nothing: most of its longer words have one. */
function isTitled(tokens: readonly Token[]): boolean {
  if (tokens.some(({ gap }) => gap.includes('\n'))) return false
  const words = tokens.filter(({ text }) => text.length > 3)
  return (words.length > 7 && lowerOnes(words) < words.length * 0.25) || (tokens.length > 60 && lowerOnes(tokens) < tokens.length * 0.05)
}
