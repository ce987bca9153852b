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

/** For each typed word whether a word is one that was meant, slips of the keys allowed: for looking again where each word as it stands finds nothing. */
export const slipsOf = (typed: string): ((word: string) => boolean)[] =>
  typedWords(typed)
    .slice(0, mostWords)
    .map((forms) => {
      const slip = slipPattern(forms[0] ?? '')
      return (word) => forms.some((form) => word.startsWith(form)) || slip?.test(word) === true
    })

/** Whether every typed word begins one of the text. */
export const matcherOf = (typed: string): ((text: string) => boolean) => {
  const wanted = beginnings(typed)
  return (text) => wanted.length === 0 || saysAll(searchText(text), wanted)
}
