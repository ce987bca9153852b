import { searchedWords } from '../../../shared/values/search-words.ts'

/** Texts as the index of words keeps them: their words in order, for phrases, and other forms of them behind. */
export const indexedText = (texts: readonly string[]): string => {
  const parts = texts.map(searchedWords)
  return [...parts.map(({ words }) => words.join(' ')), ...parts.map(({ forms }) => forms.join(' '))].filter(Boolean).join('\n')
}
