import { searchedWords, slipPattern, typedWords } from '../../shared/values/search-words.ts'

const spaced = (words: readonly string[]): string => words.map((word) => ` ${word}`).join('')

/** A text as it is searched: its words without case, accents and spelling, a space before each. */
export const searchText = (text: string): string => {
  const { words, forms } = searchedWords(text)
  return spaced(words) + spaced(forms)
}

/** Words of a query that are searched for. */
const mostWords = 20

/** A query as prefixes of words to be searched for in a `searchText`: for each word its forms, of which one is enough. */
export const beginnings = (typed: string): string[][] =>
  typedWords(typed)
    .slice(0, mostWords)
    .map((forms) => forms.map((form) => ` ${form}`))

/** Whether each typed word begins one of the text. */
export const saysAll = (said: string, wanted: readonly string[][]): boolean =>
  wanted.every((forms) => forms.some((form) => said.includes(form)))

/** What was typed, with slips of the keys allowed: for looking again where each word as it stands finds nothing. */
export const withSlips = (typed: string): ((said: string) => boolean) => {
  const wanted = typedWords(typed)
    .slice(0, mostWords)
    .map((forms) => ({ forms: forms.map((form) => ` ${form}`), slip: slipPattern(forms[0] ?? '') }))
  return (said) =>
    wanted.every(
      ({ forms, slip }) =>
        forms.some((form) => said.includes(form)) || (slip !== undefined && said.split(' ').some((word) => slip.test(word))),
    )
}

/** Whether every typed word begins one of the text. */
export const matcherOf = (typed: string): ((text: string) => boolean) => {
  const wanted = beginnings(typed)
  return (text) => wanted.length === 0 || saysAll(searchText(text), wanted)
}
