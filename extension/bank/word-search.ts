/** A text as it is searched: its words without case and accents, a space before each. */
export const searchText = (text: string): string =>
  (
    text
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .map((word) => ` ${word}`)
    .join('')

const mostWords = 20

/** What was typed, as beginnings of words to be looked for in a `searchText`. */
export const beginnings = (typed: string): string[] => searchText(typed).split(/(?= )/).filter(Boolean).slice(0, mostWords)

/** Whether every typed word begins one of the text. */
export const matcherOf = (typed: string): ((text: string) => boolean) => {
  const wanted = beginnings(typed)
  if (wanted.length === 0) return () => true
  return (text) => {
    const said = searchText(text)
    return wanted.every((word) => said.includes(word))
  }
}
