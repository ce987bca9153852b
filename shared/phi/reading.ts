import { datesIn, type FoundDate } from './dates.ts'
import { hospitalLabelsIn } from './hospital-numbers.ts'
import { type LabelHit, labelsIn, numberLabels } from './labels.ts'
import type { Language } from './languages/language-labels.ts'
import { once } from './lexicons/word-set.ts'
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
  /** Labels of numbers; none in a text without a number. */
  labels: readonly LabelHit[]
  dates: readonly FoundDate[]
  /** Of the days those that may be sure, or all of them where a label of birth stands. */
  sureDates: readonly FoundDate[]
}

/** Behind a label stands a digit, or the first letters of a name. */
const mayBeLabelled = (text: string): boolean => hasDigit(text) || /\p{Lu}[. -]{0,2}\p{Lu}/u.test(text)

/** What is asked of a text is worked out when it is first asked for: few finders need all of it to be sure of something. */
export function readingOf(text: string): Reading {
  const tokens = once(() => tokensOf(text))
  const languages = once(() => languagesOf(tokens()))
  const isEnglish = once(() => languages().every((language) => language === 'en'))
  const labels = once(() => (mayBeLabelled(text) ? [...labelsIn(text, tokens(), numberLabels()), ...hospitalLabelsIn(text, tokens())] : []))
  const dates = once(() => datesIn(text))
  const sureDates = once(() => datesIn(text, true))
  return {
    text,
    get tokens() {
      return tokens()
    },
    get languages() {
      return languages()
    },
    get isEnglish() {
      return isEnglish()
    },
    get labels() {
      return labels()
    },
    get dates() {
      return dates()
    },
    get sureDates() {
      return sureDates()
    },
  }
}

/** Whether the rules of English are for the word: it stands in no sentence of another language. */
export const isEnglishAt = ({ languages }: Reading, index: number): boolean => {
  const language = languages[index]
  return language === undefined || language === 'en'
}
