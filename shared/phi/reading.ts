import { datesIn, type FoundDate } from './dates.ts'
import { type LabelHit, labelsIn, numberLabels } from './labels.ts'
import type { Language } from './languages/language-labels.ts'
import { languagesOf } from './languages/small-words.ts'
import { hasDigit } from './text/prefiltered-pattern.ts'
import { tokensOf, type Token } from './text/tokens.ts'

/** A text with what the finders ask of it, worked out once. */
export interface Reading {
  text: string
  tokens: readonly Token[]
  /** The language of each word's sentence. */
  languages: readonly (Language | undefined)[]
  /** Whether every sentence is English: then no rule of another language is asked. */
  isEnglish: boolean
  /** Labels of numbers; none in a text without a digit. */
  labels: readonly LabelHit[]
  dates: readonly FoundDate[]
}

export function readingOf(text: string): Reading {
  const tokens = tokensOf(text)
  const languages = languagesOf(tokens)
  return {
    text,
    tokens,
    languages,
    isEnglish: languages.every((language) => language === 'en'),
    labels: hasDigit(text) ? labelsIn(text, tokens, numberLabels()) : [],
    dates: datesIn(text),
  }
}

/** Whether the rules of English are for the word: it stands in no sentence of another language. */
export const isEnglishAt = ({ languages }: Reading, index: number): boolean => {
  const language = languages[index]
  return language === undefined || language === 'en'
}
