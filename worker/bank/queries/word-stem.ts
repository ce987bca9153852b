/**
 * Words as the index shortens them: the algorithm of Porter (1980, "An algorithm for suffix stripping") in the variant of FTS5's tokenizer `porter`, for
 * words of ASCII letters and digits in small letters. `test/worker/bank/search-terms.test.ts` compares it with the tokenizer itself.
 */

/** Bytes; FTS5 leaves shorter and longer words as they are. */
const shortest = 3
const longest = 64

/** `c` and `v` for each letter: a `y` behind a consonant is a vowel. */
const shapeOf = (word: string): string => {
  let shape = ''
  for (const letter of word) shape += 'aeiou'.includes(letter) || (letter === 'y' && shape.endsWith('c')) ? 'v' : 'c'
  return shape
}

/** How often a vowel is followed by a consonant: the `m` of the paper. */
const measure = (word: string): number => shapeOf(word).match(/v+c+/g)?.length ?? 0
const hasVowel = (word: string): boolean => /[aeiou]|.y/.test(word)
/** Ends in consonant, vowel, consonant, the last no w, x or y: the `*o` of the paper. */
const endsShort = (word: string): boolean => shapeOf(word).endsWith('cvc') && !/[wxy]$/.test(word)

type Ending = readonly [ending: string, instead: string]
const pairs = (text: string): Ending[] =>
  text.split(' ').map((pair): Ending => {
    const [ending = '', instead = ''] = pair.split('>')
    return [ending, instead]
  })

const second = pairs(
  'ational>ate tional>tion enci>ence anci>ance izer>ize logi>log bli>ble alli>al entli>ent eli>e ousli>ous ization>ize ation>ate ator>ate ' +
    'alism>al iveness>ive fulness>ful ousness>ous aliti>al iviti>ive biliti>ble',
)
const third = pairs('icate>ic ative> alize>al iciti>ic ical>ic ful> ness>')
const fourth = pairs('ement> ance> ence> able> ible> ment> ion> ant> ent> ism> ate> iti> ous> ive> ize> al> er> ic> ou>')

/** The first of the endings that the word has, replaced where enough stays of it; the word where not, or where it has none. */
const replaced = (word: string, endings: readonly Ending[], fits: (rest: string, ending: string) => boolean): string => {
  const found = endings.find(([ending]) => word.length > ending.length && word.endsWith(ending))
  if (!found) return word
  const rest = word.slice(0, -found[0].length)
  return fits(rest, found[0]) ? rest + found[1] : word
}

const withoutPlural = (word: string): string => {
  if (/.(?:sses|ies)$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

/** What `-ed` and `-ing` left, made a word again. */
const mended = (word: string): string => {
  if (/(?:at|bl|iz)$/.test(word)) return `${word}e`
  if (/([^aeiou])\1$/.test(word) && !/[lsz]$/.test(word)) return word.slice(0, -1)
  return measure(word) === 1 && endsShort(word) ? `${word}e` : word
}

const withoutTense = (word: string): string => {
  if (/.eed$/.test(word)) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word
  const rest = /^(.+)(?:ed|ing)$/.exec(word)?.[1]
  return rest !== undefined && hasVowel(rest) ? mended(rest) : word
}

const withoutLast = (word: string): string => {
  const rest = word.slice(0, -1)
  if (word.endsWith('e') && (measure(rest) > 1 || (measure(rest) === 1 && !endsShort(rest)))) return rest
  return word
}

/** A word as the index has it. */
export const stemOf = (word: string): string => {
  if (word.length < shortest || word.length > longest) return word
  let stem = withoutTense(withoutPlural(word))
  if (stem.endsWith('y') && hasVowel(stem.slice(0, -1))) stem = `${stem.slice(0, -1)}i`
  stem = replaced(stem, second, (rest) => measure(rest) > 0)
  stem = replaced(stem, third, (rest) => measure(rest) > 0)
  stem = replaced(stem, fourth, (rest, ending) => measure(rest) > 1 && (ending !== 'ion' || /[st]$/.test(rest)))
  stem = withoutLast(stem)
  return stem.endsWith('ll') && measure(stem.slice(0, -1)) > 1 ? stem.slice(0, -1) : stem
}
