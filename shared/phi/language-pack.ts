import { languagesOf } from './languages/small-words.ts'
import { tokensOf } from './text/tokens.ts'
import type { Candidate } from './finding.ts'
import type { NameSpan } from './name-spans.ts'
import type { Reading } from './reading.ts'

/**
 * The rules for names, places, days, phones and ages in the languages beside English, for pasted records and for
 * numbers of all countries. They are as large as those of English, so a
 * browser loads them where a text asks for them; the Worker has them from the beginning.
 */
export interface LanguagePack {
  find: (reading: Reading) => { names: readonly NameSpan[]; others: readonly Candidate[] }
  /** What the learned part adds to all that the rules found. */
  findLearned: (reading: Reading, found: readonly Candidate[]) => readonly Candidate[]
}

let provided: LanguagePack | undefined

export const provideLanguages = (pack: LanguagePack): void => {
  provided = pack
}

export const hasLanguages = (): boolean => provided !== undefined

const accented = /[^\0-\x7f]|[:=]/

/** Whether a text is, or holds, a pasted record of another system; its rules come with those of other languages. */
export const isRecord = (text: string): boolean => record.test(text)
const record =
  /PID\||resourceType|BEGIN:VCARD|ClinicalDocument|patientRole|[Pp]atient'?s? ?Name|0010, ?0010|<(?:given|family|birth(?:Date|Time))[ >]/

/** Whether a text holds what every national number does: a run of digits with little between, or capitals that touch digits. */
export const mayHoldNationalNumber = (text: string): boolean => national.test(text)
const national = /\d[\d ./-]{5}\d|[A-Z][ -]?\d{2}|\d[A-Z]/

/** Whether the rules of other languages have something to say of a text: one of its sentences is in one, or it is in none that is known. */
export const asksOtherLanguages = (text: string): boolean => {
  if (isRecord(text) || mayHoldNationalNumber(text)) return true
  const languages = languagesOf(tokensOf(text))
  return languages.some((language) => language !== undefined && language !== 'en') || (languages.includes(undefined) && accented.test(text))
}

const nothing = { names: [], others: [] }

/** What the other languages' rules find in a text that is not all English. */
export const byLanguage = (reading: Reading): ReturnType<LanguagePack['find']> =>
  !provided || (reading.isEnglish && !isRecord(reading.text) && !mayHoldNationalNumber(reading.text)) ? nothing : provided.find(reading)

/** What the learned part adds in a text that is not all English. */
export const learnedByLanguage = (reading: Reading, found: readonly Candidate[]): readonly Candidate[] =>
  provided && !reading.isEnglish ? provided.findLearned(reading, found) : []
