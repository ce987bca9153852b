import type { Token } from '../text/tokens.ts'
import { once, wordSet } from '../lexicons/word-set.ts'
import type { Language } from './language-labels.ts'
import { languages } from './all.ts'

/** The languages of each small word, as a sum of powers of two. */
const masks = once(() => {
  const found = new Map<string, number>()
  for (const [index, { smallWords }] of languages.entries())
    for (const word of smallWords.split(' ')) found.set(word, (found.get(word) ?? 0) | (1 << index))
  return found
})

/** These are in names too ("de la Cruz"), so they count half. */
const isHalf = (word: string): boolean => word === 'de' || word === 'la'

class Counts {
  readonly #of = languages.map(() => 0)

  add(mask: number, weight: number): void {
    // Most small words are of one language, and most of those are English.
    if (mask === 1) this.#of[0] = (this.#of[0] ?? 0) + weight
    else
      for (let index = 0; index < languages.length; index += 1) if (mask & (1 << index)) this.#of[index] = (this.#of[index] ?? 0) + weight
  }

  /** The language with the most small words, the first of them where two have as many, or none. */
  most(least: number): Language | undefined {
    const most = Math.max(...this.#of)
    return most < least ? undefined : languages[this.#of.indexOf(most)]?.language
  }

  /** Whether English is the only one that has any. */
  isOnlyEnglish(): boolean {
    return (this.#of[0] ?? 0) > 0 && this.#of.every((count, index) => index === 0 || count === 0)
  }

  hasNoEnglish(): boolean {
    return this.#of[0] === 0
  }

  clear(): void {
    this.#of.fill(0)
  }
}

/** Of names in English texts too: "de la Cruz", "Van der Berg". */
const inNames = wordSet('de la del las los el al der den die van von du da di do dos das des le les y e i')

/** "saw Ida Y.", "ED boarding": letters that stand for something else; in a text in capitals they are words. */
const isAbbreviation = (tokens: readonly Token[], index: number, first: number): boolean => {
  const shape = tokens[index]?.shape
  return shape === 'initial'
    ? index > first
    : shape === 'upper' && tokens[index + 1]?.shape === 'lower' && (tokens[index]?.text.length ?? 0) < 3
}

const ends = /[.!?;\n]/

/**
 * The language of each word: that of its sentence where this has two small words or more, else that of the whole text, else none
 * (one word is enough for English where there is none of another language).
 * A text may change its language from one sentence to the next. Linear in the number of words.
 */
export function languagesOf(tokens: readonly Token[]): (Language | undefined)[] {
  const found: (Language | undefined)[] = Array.from({ length: tokens.length })
  const whole = new Counts()
  const own = new Counts()
  const words = masks()
  let first = 0
  let accented = false
  // A small word in small letters that stands in no name.
  let telling = false
  const close = (last: number): void => {
    const language = own.most(4)
    if (language) found.fill(language, first, last)
    first = last
    own.clear()
  }
  for (const [index, token] of tokens.entries()) {
    if (index > first && token.gap !== ' ' && ends.test(token.gap)) close(index)
    // An accent in a name says nothing of the text around it.
    if ((token.shape === 'lower' || index === first) && token.plain !== token.lower) accented = true
    const mask = isAbbreviation(tokens, index, first) ? undefined : words.get(token.plain)
    if (mask === undefined) continue
    if (token.shape === 'lower' && !inNames.has(token.plain)) telling = true
    const weight = isHalf(token.plain) ? 1 : 2
    own.add(mask, weight)
    whole.add(mask, weight)
  }
  close(tokens.length)
  const main = whole.isOnlyEnglish() ? 'en' : whole.most(accented || (telling && whole.hasNoEnglish()) ? 2 : 4)
  if (main) for (let index = 0; index < found.length; index += 1) found[index] ??= main
  return found
}
