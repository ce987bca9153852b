import type { Candidate } from '../finding.ts'
import { once } from '../lexicons/word-set.ts'
import type { Reading } from '../reading.ts'
import { featuresOf, likelihood, mayBePlace } from './learned-features.ts'
import { packedWeights } from './learned-weights.ts'
import { learnedWords } from './learned-words.ts'
import { place } from './place-words.ts'

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const zero = 32
/** A weight is kept in eighths. */
const scale = 8

/** Weights as one letter each, from -4 to 31/8. */
export const packWeights = (weights: ArrayLike<number>): string =>
  Array.from(weights, (weight) => digits[Math.max(0, Math.min(63, Math.round(weight * scale) + zero))]).join('')

export const unpackWeights = (packed: string): Float32Array =>
  Float32Array.from(packed.replace(/\s/g, ''), (letter) => (digits.indexOf(letter) - zero) / scale)

const weights = once(() => unpackWeights(packedWeights))

/** One word of a place must be this likely, and the words beside it that. */
export interface Thresholds {
  least: number
  beside: number
}

const chosen: Thresholds = { least: 0.9, beside: 0.5 }

/**
 * Parts of addresses, towns and organisations that the rules left, 164.514(b)(2)(i)(B), in a text with a Spanish sentence:
 * words that a logistic regression takes for one (`test/train-places/`). Only ever suggested.
 */
export function findLearnedPlaces(reading: Reading, found: readonly Candidate[], own = weights(), { least, beside } = chosen): Candidate[] {
  if (!reading.languages.includes('es')) return []
  const words = learnedWords(reading, found)
  const places: Candidate[] = []
  let most = 0
  let start = 0
  let end = -1
  const close = (): void => {
    if (end > 0 && most >= least) places.push(place(start, end, 'suggested', 'phi-maybe-place'))
    end = -1
  }
  for (const [index, word] of words.entries()) {
    const likely = word.rule === 0 && mayBePlace(words, index) ? likelihood(featuresOf(words, index), own) : 0
    if (end < 0 || likely < beside || word.start - end > 3) close()
    if (likely < beside) continue
    if (end < 0) [start, most] = [word.start, 0]
    most = Math.max(most, likely)
    end = word.end
  }
  close()
  return places
}
