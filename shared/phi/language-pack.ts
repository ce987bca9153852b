import { languagesOf } from './languages/small-words.ts'
import { tokensOf } from './text/tokens.ts'
import type { Candidate } from './finding.ts'
import type { NameSpan } from './name-spans.ts'
import type { Reading } from './reading.ts'

/**
 * The rules for names, places, days, phones and ages in the languages beside English. They are as large as those of English, so a
 * browser loads them where a text asks for them; the Worker has them from the beginning.
 */
export type LanguagePack = (reading: Reading) => { names: readonly NameSpan[]; others: readonly Candidate[] }

let provided: LanguagePack | undefined

export const provideLanguages = (pack: LanguagePack): void => {
  provided = pack
}

export const hasLanguages = (): boolean => provided !== undefined

const accented = /[^\0-\x7f]|[:=]/

/** Whether the rules of other languages have something to say of a text: one of its sentences is in one, or it is in none that is known. */
export const asksOtherLanguages = (text: string): boolean => {
  const languages = languagesOf(tokensOf(text))
  return languages.some((language) => language !== undefined && language !== 'en') || (languages.includes(undefined) && accented.test(text))
}

const nothing = { names: [], others: [] }

/** What the other languages' rules find in a text that is not all English. */
export const byLanguage = (reading: Reading): ReturnType<LanguagePack> => (reading.isEnglish || !provided ? nothing : provided(reading))
