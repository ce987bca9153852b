import { stemOf } from './word-stem.ts'

/**
 * FTS5 answers the beginning of a word only when it has put together the ideas of all words that begin so: of a frequent word, most of the bank. Named
 * one by one, words are read along the index as far as anybody asks. What is found is the same.
 */

/** What stands in an expression for the beginning of a word; nothing where no word of the index begins so. */
export type Beginning = (form: string) => string[]

/** The beginning as FTS5 understands it. */
export const anyBeginning: Beginning = (form) => [`"${form}"*`]

/** So many words are named for one beginning, and in one expression; where there are more, putting them together costs less than looking at each. */
const mostOfOne = 64
const mostInAll = 192

/** A word that the index shortens to these letters, to be searched for as a whole: `nurse` for `nurs`, which alone would be shortened again. */
const spelledOut = (term: string): string | undefined =>
  /^[a-z0-9]+$/.test(term) ? [term, `${term}e`].find((word) => stemOf(word) === term) : undefined

/** One look for each word: the next one is what stands behind the last with the least behind it, a character of code 0. */
const nextTerms = `WITH RECURSIVE found (term) AS (
    SELECT (SELECT term FROM idea_word_at WHERE term >= ?1 LIMIT 1)
    UNION ALL SELECT (SELECT term FROM idea_word_at WHERE term >= found.term || char(0) LIMIT 1) FROM found WHERE found.term < ?2
    LIMIT ?3)
  SELECT term FROM found WHERE term < ?2`

/** The words of the bank's index that begin in a way, for one expression. */
export const beginningIn = (sql: SqlStorage): Beginning => {
  let left = mostInAll
  return (form) => {
    if (!/^[a-z0-9]+$/.test(form)) return anyBeginning(form)
    const [stem, most] = [stemOf(form), Math.min(mostOfOne, left)]
    const terms = sql.exec<{ term: string }>(nextTerms, stem, `${stem}\u{10ffff}`, most + 1).toArray()
    const words = terms.map(({ term }) => spelledOut(term))
    if (words.length > most || words.includes(undefined)) return anyBeginning(form)
    left -= words.length
    return words.map((word) => `"${word}"`)
  }
}
