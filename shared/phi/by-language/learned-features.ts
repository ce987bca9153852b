import { hashOf, type LearnedWord, smallWord } from './learned-words.ts'

/** How many weights there are: each feature has one of them, and several may share it. */
export const weightCount = 8192

const edge: LearnedWord = {
  start: 0,
  end: 0,
  plain: '',
  whole: () => 1,
  shape: 0,
  lists: () => 256,
  gap: 0,
  inBrackets: false,
  language: 0,
  rule: 32,
}

/** Which weight a feature has: its number and up to four values, mixed as MurmurHash3 does. */
function weightOf(feature: number, a: number, b = 0, c = 0, d = 0): number {
  let hash = Math.imul(feature + 1, 0x9e_37_79_b1) ^ a
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b) ^ b
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35) ^ c
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b) ^ d
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35)
  return (hash ^ (hash >>> 16)) & (weightCount - 1)
}

/**
 * The features of one word, each as the place of its weight: letters, shape, lists, what stands between it and its
 * neighbours, their letters and shapes, and what the rules found in them. A new order needs new weights.
 */
export function featuresOf(words: readonly LearnedWord[], index: number): number[] {
  const at = (step: number): LearnedWord => words[index + step] ?? edge
  const [before2, before, word, next, next2] = [at(-2), at(-1), at(0), at(1), at(2)]
  const { plain, shape, gap } = word
  const [wholeBefore, whole, wholeNext] = [before.whole(), word.whole(), next.whole()]
  const [listsBefore, lists, listsNext] = [before.lists(), word.lists(), next.lists()]
  return [
    weightOf(0, 0),
    weightOf(1, whole),
    weightOf(2, wholeBefore),
    weightOf(3, wholeNext),
    weightOf(4, before2.whole()),
    weightOf(5, next2.whole()),
    weightOf(6, wholeBefore, shape),
    weightOf(7, before2.whole(), wholeBefore),
    weightOf(8, wholeNext, shape),
    weightOf(9, shape),
    weightOf(10, before.shape, shape),
    weightOf(11, shape, next.shape),
    weightOf(12, before.shape, shape, next.shape),
    weightOf(13, before2.shape, before.shape, shape),
    weightOf(14, shape, next.shape, next2.shape),
    weightOf(15, hashOf(plain.slice(0, 3))),
    weightOf(16, hashOf(plain.slice(-2)), shape),
    weightOf(17, hashOf(plain.slice(-3)), shape),
    weightOf(18, hashOf(plain.slice(-4)), shape),
    weightOf(19, Math.min(word.end - word.start, 10), shape),
    weightOf(20, lists, shape),
    weightOf(21, listsBefore, lists),
    weightOf(22, lists, listsNext),
    weightOf(23, listsBefore, lists, listsNext, shape),
    weightOf(24, gap, shape),
    weightOf(25, next.gap, shape),
    weightOf(26, gap, next.gap, shape, lists),
    weightOf(27, before.gap, gap, shape),
    weightOf(28, word.inBrackets ? 1 : 0, shape, lists),
    weightOf(29, word.language, shape),
    weightOf(30, before.rule, shape, gap),
    weightOf(31, next.rule, shape, next.gap),
    weightOf(32, before2.rule, before.rule, shape),
    weightOf(33, next.rule, next2.rule, shape),
    weightOf(34, before.rule, next.rule, shape, lists),
  ]
}

const isNamed = (word: LearnedWord | undefined): boolean => word !== undefined && word.rule % 8 > 0 && word.rule % 8 < 4

/** Whether a word could be part of a place: it has a capital letter, or the rules found a name, a place or a house within two words. */
export const mayBePlace = (words: readonly LearnedWord[], index: number): boolean => {
  const word = words[index]
  if (!word) return false
  if (word.shape > 1 && word.shape < 7 && (word.lists() & smallWord) === 0) return true
  return [-2, -1, 1, 2].some((step) => isNamed(words[index + step]))
}

/** How likely a word is part of a place, from 0 to 1: the logistic function of the sum of its weights. */
export const likelihood = (features: readonly number[], weights: ArrayLike<number>): number =>
  1 / (1 + Math.exp(-features.reduce((sum, feature) => sum + (weights[feature] ?? 0), 0)))
