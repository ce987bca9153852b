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
  /** `sureOnly`: of the others, whatever only suggests may be left out. */
  find: (reading: Reading, sureOnly: boolean) => { names: readonly NameSpan[]; others: readonly Candidate[] }
  /** What the learned part adds to all that the rules found. */
  findLearned: (reading: Reading, found: readonly Candidate[]) => readonly Candidate[]
}

let provided: LanguagePack | undefined
let sureLook: ((text: string) => boolean) | undefined

/** In the Worker alone, which asks of every text whether anything in it is sure: what answers "no" for most texts before any rule is asked. */
export const provideSureLook = (look: (text: string) => boolean): void => {
  sureLook = look
}

/** `false` is certain: no finder of any language is sure of anything in a text. */
export const mayBeSure = (text: string): boolean => sureLook?.(text) ?? true

export const provideLanguages = (pack: LanguagePack): void => {
  provided = pack
}

export const hasLanguages = (): boolean => provided !== undefined

/** Letters, signs and words that a text of a few words has where it is in another language. */
const accented = /[^\0-\x7f]|[:=]|\b(?:pac|pcte|ptes?|paciente|familia|tlfn?o?|tfno|telf|busca|wohnt|wohnhaft|habite|abita)\b/i

/** Whether a text is, or holds, a pasted record of another system; its rules come with those of other languages. */
export const isRecord = (text: string): boolean => record.test(text)
const record =
  /PID\||resourceType|BEGIN:VCARD|ClinicalDocument|patientRole|[Pp]atient'?s? ?Name|0010, ?0010|<(?:given|family|birth(?:Date|Time))[ >]/

/** Addresses without parameters, and the numbers of articles and trials: nothing of a person stands in them. */
const published = /\b10\.\d{4,9}\/[^\s"<>]+|https?:\/\/[^\s=<>"]+(?![^\s=<>"]|=)|\b(?:NCT|ISRCTN|ACTRN|PMC|CRD|PMID:? ?)\d{5,}/gi

/** A text with blanks for what is published: in it alone a national number is looked for. Offsets stay. */
export const withoutPublished = (text: string): string =>
  /10\.\d{4}|:\/\/|\d{5}/.test(text) ? text.replace(published, (known) => ' '.repeat(known.length)) : text

/** Whether a text holds what every national number does: six digits with little between, or the letters of New Zealand's. */
export const mayHoldNationalNumber = (text: string): boolean => national.test(withoutPublished(text))
const national = /\d(?:[A-Z ./()+-]{0,2}\d){5}|[A-Z]{3}\d{2}(?:\d{2}|[A-Z]{2})/

/** Whether the rules of other languages have something to say of a text: one of its sentences is in one, or it is in none that is known. */
export const asksOtherLanguages = (text: string): boolean => {
  const own = withoutPublished(text)
  if (isRecord(text) || national.test(own)) return true
  const languages = languagesOf(tokensOf(own))
  return languages.some((language) => language !== undefined && language !== 'en') || (languages.includes(undefined) && accented.test(own))
}

const nothing = { names: [], others: [] }

/** What the other languages' rules find in a text that is not all English. */
export const byLanguage = (reading: Reading, sureOnly: boolean): ReturnType<LanguagePack['find']> =>
  !provided || (reading.isEnglish && !isRecord(reading.text) && !mayHoldNationalNumber(reading.text))
    ? nothing
    : provided.find(reading, sureOnly)

/** What the learned part adds in a text that is not all English. */
export const learnedByLanguage = (reading: Reading, found: readonly Candidate[]): readonly Candidate[] =>
  provided && !reading.isEnglish ? provided.findLearned(reading, found) : []
