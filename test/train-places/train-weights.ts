import { packWeights } from '../../shared/phi/by-language/learned.ts'
import { featuresOf, likelihood, mayBePlace, weightCount } from '../../shared/phi/by-language/learned-features.ts'
import { learnedWords } from '../../shared/phi/by-language/learned-words.ts'
import type { Candidate, PhiFinding } from '../../shared/phi/finding.ts'
import { readingOf } from '../../shared/phi/reading.ts'
import { originOf, type Sample, type Span } from './labelled-texts.ts'

interface Example {
  features: readonly number[]
  isPlace: boolean
  /** How much it counts: a place that the rules left counts more. */
  weight: number
}
const touches = (span: Span, { start, end }: { start: number; end: number }): boolean => start < span.end && span.start < end
/** What the rules found, as the learned part is given it. */
export const asCandidates = (found: readonly PhiFinding[]): Candidate[] =>
  found.map(({ certainty, ...rest }) => ({ ...rest, evidence: certainty === 'high' ? 'shaped' : 'suggested' }))

function examplesOf({ row, rules }: Sample): Example[] {
  const words = learnedWords(readingOf(row.text), asCandidates(rules))
  return words.flatMap((word, index) => {
    const label = row.spans.find((span) => touches(span, word))?.type
    const isPlace = label === 'LOCATION' || label === 'FACILITY'
    const isUnclear = label === undefined ? row.optional?.some((span) => touches(span, word)) : !isPlace && label !== 'NAME'
    if (isUnclear || !mayBePlace(words, index)) return []
    return [{ features: featuresOf(words, index), isPlace, weight: isPlace && word.rule === 0 ? 10 : 1 }]
  })
}

/** Features that five origins have or more: what fewer have says more of a text than of texts. */
function commonFeatures(samples: ReadonlyMap<Sample, readonly Example[]>): Set<number> {
  const origins = new Map<number, Set<string>>()
  for (const [{ row }, examples] of samples)
    for (const feature of examples.flatMap(({ features }) => features))
      origins.set(feature, (origins.get(feature) ?? new Set<string>()).add(originOf(row)))
  return new Set([...origins].flatMap(([feature, from]) => (from.size >= 5 ? [feature] : [])))
}

/** Numbers as if by lot, from 0 up to below 2^32, the same in every run (a linear congruential generator). */
function lots(seed: number): () => number {
  let lot = seed
  return () => (lot = (Math.imul(lot, 1_664_525) + 1_013_904_223) >>> 0)
}

const shuffled = (examples: readonly Example[], draw: () => number): Example[] =>
  examples
    .map((example) => ({ example, lot: draw() }))
    .toSorted((a, b) => a.lot - b.lot)
    .map(({ example }) => example)

const passes = 10
/** How many of the last passes the weights are the mean of. */
const averaged = 5
const rate = 0.05

/** Logistic regression by stochastic gradient descent with AdaGrad's steps; the mean of the last passes. */
export function trainWeights(samples: readonly Sample[]): string {
  const own = new Map(samples.map((sample) => [sample, examplesOf(sample)]))
  const common = commonFeatures(own)
  const examples = [...own.values()].flat().map((one) => ({ ...one, features: one.features.filter((feature) => common.has(feature)) }))
  const weights = new Float64Array(weightCount)
  const squares = new Float64Array(weightCount).fill(1e-6)
  const sums = new Float64Array(weightCount)
  const draw = lots(7)
  for (let pass = 0; pass < passes; pass += 1) {
    for (const { features, isPlace, weight } of shuffled(examples, draw)) {
      const slope = weight * (likelihood(features, weights) - (isPlace ? 1 : 0))
      if (Math.abs(slope) < 1e-3) continue
      for (const feature of features) {
        squares[feature] = (squares[feature] ?? 0) + slope * slope
        weights[feature] = (weights[feature] ?? 0) - (rate * slope) / Math.sqrt(squares[feature])
      }
    }
    if (pass >= passes - averaged) for (const [place, weight] of weights.entries()) sums[place] = (sums[place] ?? 0) + weight / averaged
  }
  return packWeights(sums)
}
