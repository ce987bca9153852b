/** Ideas like this one, by their words: a side panel can ask it with no network, the Worker asks it of what its search found. */

/** What is compared; any `Idea` will do, and so will a form that is half filled in. */
export interface Wording {
  change: string
  problem?: string
  details?: string
  topic?: string
  tags?: readonly string[]
}

/** An idea's words with their weights, made once and compared often. */
export interface Profile {
  terms: ReadonlyMap<string, number>
  /** Euclidean length of the weights. */
  length: number
  topic: string
}

const weights = { change: 3, tags: 3, problem: 2, details: 1 } as const
/** How much of the rest of the way to 1 the same topic adds. */
const topicBonus = 0.1
export const leastAlike = 0.2

const stopWords = new Set(
  `a about after all also an and any are as at be because been before being between both but by can could did do does done during
  each every few for from get had has have how if in into is it its just made make may more most must need new no not now of off on
  once one only or other our out over own per same she should so some such than that the their them then there these they this those
  through to too under until up use used using very was we were what when where which while who why will with within would you your
  patient patients child children infant infants baby babies family families hospital site sites network team clinic care day days week`.split(
    /\s+/,
  ),
)

const suffixes: readonly [ending: RegExp, to: string][] = [
  [/(?:ies|ied)$/, 'y'],
  [/sses$/, 'ss'],
  [/(?:isation|ization)s?$/, 'ize'],
  [/(?:ise|ize)(?:s|d|r)?$/, 'ize'],
  [/ations?$/, 'ate'],
  [/(?:ingly|edly|ings|ing|ed|es)$/, ''],
  [/([^aiou])ly$/, '$1'],
  [/([^s])s$/, '$1'],
]

/**
 * A word's stem, roughly: endings go, British and American spellings meet (haemoglobin, hemoglobin). Two forms of one word should
 * fall together; that a stem is a word is not needed.
 */
export const stem = (word: string): string => {
  const spelled = word.replaceAll(/ae|oe/g, 'e')
  if (spelled.length < 5) return spelled.replace(/([^s])s$/, '$1').replace(/(...)e$/, '$1')
  const rule = suffixes.find(([ending]) => ending.test(spelled) && spelled.replace(ending, '').length >= 3)
  const cut = rule ? spelled.replace(rule[0], rule[1]) : spelled
  return cut.replace(/([b-df-hj-np-tv-z])\1$/, '$1').replace(/e$/, '')
}

/** The stems of what a text says, in order, without words that every idea has. */
export const stemsOf = (text: string): string[] =>
  (
    text
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .filter((word) => word.length > 1 && !stopWords.has(word) && !/^\d+$/.test(word))
    .map(stem)

export const profileOf = (wording: Wording): Profile => {
  const terms = new Map<string, number>()
  const add = (text: string, weight: number): void => {
    for (const term of new Set(stemsOf(text))) terms.set(term, Math.max(weight, terms.get(term) ?? 0))
  }
  add(wording.change, weights.change)
  add((wording.tags ?? []).join(' '), weights.tags)
  add(wording.problem ?? '', weights.problem)
  add(wording.details ?? '', weights.details)
  const squares = [...terms.values()].reduce((sum, weight) => sum + weight * weight, 0)
  return { terms, length: Math.sqrt(squares), topic: wording.topic ?? '' }
}

/** From 0 (no word in common) to 1 (the same words). Symmetric. A topic alone makes nothing alike. */
export const similarity = (one: Profile, other: Profile): number => {
  const [few, many] = one.terms.size <= other.terms.size ? [one.terms, other.terms] : [other.terms, one.terms]
  let shared = 0
  for (const [term, weight] of few) shared += weight * (many.get(term) ?? 0)
  if (shared === 0) return 0
  const cosine = Math.min(1, shared / (one.length * other.length))
  const sameTopic = one.topic !== '' && one.topic === other.topic
  return sameTopic ? cosine + (1 - cosine) * topicBonus : cosine
}

/**
 * Those that are most like the wording, best first, at most `most`; ties keep their order. The wording itself is left out where
 * it is among them (the same object).
 */
export const mostSimilar = <Item extends Wording>(
  wording: Wording,
  among: readonly Item[],
  { most = 5, least = leastAlike }: { most?: number; least?: number } = {},
): { item: Item; score: number }[] => {
  const wanted = profileOf(wording)
  return among
    .filter((item) => item !== wording)
    .map((item) => ({ item, score: similarity(wanted, profileOf(item)) }))
    .filter(({ score }) => score >= least)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, most)
}
