import { anyBeginning, type Beginning, beginningIn } from './search-terms.ts'
import { anyLetter, beginningPattern, meantBy, searchedWords, typedWords } from '../../../shared/values/search-words.ts'

/** FTS5 takes its query as a language of its own; what a person types must never be read as that language. */
const tokens = /"([^"]*)"?|([^"]+)/gu
/** Words of a query that are searched for. */
const mostWords = 20

const phraseOf = (typed: string): string[] => {
  const { words } = searchedWords(typed)
  return words.length > 0 ? [`"${words.join(' ')}"`] : []
}

const oneOf = (terms: readonly string[]): string => (terms.length > 1 ? `(${terms.join(' OR ')})` : terms.join(''))

/** What a bank's index has: whether anything is found by an expression, and words that begin with one of these letters and fit a pattern. */
export interface Vocabulary {
  has: (expression: string) => boolean
  like: (pattern: RegExp, letters: readonly string[]) => string[]
}

/** The words of a bank's index, as it shortened them. At most twice for one question: somebody may type nothing but slips. */
export const vocabularyOf = (sql: SqlStorage): Vocabulary => {
  let left = 2
  return {
    has: (expression) => sql.exec('SELECT 1 FROM idea_words WHERE words MATCH ? LIMIT 1', expression).toArray().length > 0,
    like: (pattern, letters) => {
      left -= 1
      if (left < 0) return []
      return letters
        .flatMap((letter) =>
          sql.exec<{ term: string }>('SELECT term FROM idea_term WHERE term >= ? AND term < ?', letter, `${letter}\u{10ffff}`).toArray(),
        )
        .map(({ term }) => term)
        .filter((term) => pattern.test(term))
        .slice(0, mostMeant)
    },
  }
}
/** Words of the index that a typing slip may stand for. */
const mostMeant = 10

/** Endings that the index takes off words (Porter, 1980), the common ones. */
const endings: readonly { ending: string; least: number }[] = [
  {
    least: 4,
    of: 'ational ization ations ation fulness iveness ements ement ments ment ances ance ences ence ions ion ings ing eds ed es s e al er ic able ible ate ous ive ize ly',
  },
  // Of these too many short words are left that mean something else: "labor" of "laborator".
  {
    least: 6,
    of: 'ators ator ability ibility ality ivity icity ative icate alize ically ical ness ful ity ism ants ant ents ent ally ably',
  },
].flatMap(({ least, of }) => of.split(' ').map((ending) => ({ ending, least })))

/** Its last letter is said, not guessed: "laborator?" is no "laborators". */
const endsIn = (word: string, ending: string): boolean =>
  word.endsWith(ending.slice(-1)) &&
  ending.split('').every((letter, at) => [letter, anyLetter].includes(word[word.length - ending.length + at] ?? ''))

/** Words of the index that a slip may stand for: they begin in such a way, or are one without its ending, as the index has it. */
const indexedPattern = (typed: string): RegExp | undefined => {
  const meant = meantBy(typed)
  const shortened = meant.flatMap((word) =>
    endings
      .filter(({ ending, least }) => word.length - ending.length >= least && endsIn(word, ending))
      .map(({ ending }) => `${word.slice(0, -ending.length)}$`),
  )
  return beginningPattern([...new Set([...meant, ...shortened])])
}

/** A typed word, or where the bank has it in no form, what it was meant for if a key was missed. */
const wordOf = (forms: readonly string[], beginning: Beginning, vocabulary: Vocabulary | undefined): string => {
  const [known, [typed = '']] = [forms.flatMap(beginning), forms]
  // Where no word of the bank begins so, the typed one stands for itself: every word must be there.
  const plain = oneOf(known.length > 0 ? [...new Set(known)] : anyBeginning(typed))
  const slip = indexedPattern(typed)
  if (!slip || !vocabulary || vocabulary.has(plain)) return plain
  const meant = vocabulary.like(slip, [...new Set(typed.slice(0, 2))])
  return meant.length > 0 ? oneOf(meant.flatMap(beginning)) : plain
}

/**
 * What a person typed as an FTS5 expression: every word must be there (its beginning is enough, in any of its forms), words in
 * quotes stand together. Empty when there is nothing to look for.
 * @param beginning How the beginning of a word is said: as such, or by the words that an index has.
 */
export const searchExpression = (typed: string, beginning: Beginning = anyBeginning, vocabulary?: Vocabulary): string =>
  [...typed.matchAll(tokens)]
    .flatMap(([, phrase, bare]) =>
      phrase === undefined ? typedWords(bare ?? '').map((forms) => wordOf(forms, beginning, vocabulary)) : phraseOf(phrase),
    )
    .slice(0, mostWords)
    .join(' AND ')

/**
 * What is found of words as they were typed, or, where that is nothing, of what they may have been meant for: only then the bank has a word in no form,
 * and only then it is worth asking for each. `undefined` where nothing is looked for.
 */
export const likeTyped = <Found>(
  sql: SqlStorage,
  typed: string,
  find: (words: string) => Found,
  isNothing: (found: Found) => boolean,
): Found | undefined => {
  const words = searchExpression(typed, beginningIn(sql))
  if (words === '') return undefined
  const found = find(words)
  if (!isNothing(found)) return found
  const meant = searchExpression(typed, beginningIn(sql), vocabularyOf(sql))
  return meant === words ? found : find(meant)
}

/** The longer words of a text, each as an FTS5 expression: the search for similar ideas. */
export const wordsOf = (text: string): string[] =>
  [...new Set(searchedWords(text).words.filter((word) => word.length > 3))].slice(0, 24).map((word) => `"${word}"`)
