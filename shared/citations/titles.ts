const words = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** A plain title for comparison: what printed sources add to it is off ("RETRACTED ARTICLE: …", "[Retracted] …"). */
const bare = (title: string): string => title.replace(/^\W*(?:retracted(?: article)?|withdrawn(?: article)?)\b\W*/i, '')

const notice =
  /^\W*(?:(?:correction|corrigend(?:um|a)|errat(?:um|a)|addendum|retraction(?: notice)?|withdrawal(?: notice)?|expression of concern|editorial expression of concern|publisher.?s? (?:correction|note)|author correction|notice of (?:retraction|concern|withdrawal)|reply|response|re|in reply|authors?.? (?:reply|response)|fe de erratas?|corrección)\b\s*(?:to\b|:|on\b|notice\b|$|\bof\b\W*["“‘])|comment on\b)/i

/** Whether a title is of a notice about an item (a correction, a retraction, a reply), not of the item. */
export const isNotice = (title: string): boolean => notice.test(title)

const number = /^(?:\d+|[ivx]+)$/
const joined = (list: readonly string[]): string => list.join(' ')

/** Endings that do not make two words two: plurals and the like, as `similar.ts` compares whole ideas. */
const stem = (word: string): string => word.replace(/(?<=...)(?:ies|y|e?s|ing|ed|e)$/, '')

/** Titles count as the same from this similarity on, between 0 and 1. */
const likeEnough = 0.8

/**
 * Whether two titles can be of one item: the same words whatever signs and letters; one continued by a subtitle or by the
 * journal or site behind it; or nearly the same words. Numbers must be the same ("Part 1", "Part 2"), and a notice about an
 * item is not that item. Symmetric; nothing agrees with an empty title.
 */
export const titlesAgree = (one: string, other: string): boolean => {
  if (isNotice(one) !== isNotice(other)) return false
  const [a, b] = [words(bare(one)), words(bare(other))].toSorted((x, y) => x.length - y.length) as [string[], string[]]
  if (a.length === 0) return false
  if (joined(a) === joined(b)) return true
  const next = b[a.length] ?? ''
  if (joined(b).startsWith(`${joined(a)} `))
    return joined(a).length > 9 && !number.test(next) && !/^(?:part|teil|parte|partie|vol|volume)$/.test(next)
  const numbers = (list: readonly string[]): string => joined(list.filter((word) => number.test(word)))
  const [mine, theirs] = [new Set(a.map(stem)), new Set(b.map(stem))]
  const both = [...mine].filter((word) => theirs.has(word)).length
  return both > 3 && numbers(a) === numbers(b) && both / (mine.size + theirs.size - both) >= likeEnough
}

/** A title without brackets around the whole (a translated one), and without its closing full stop. */
export const plainTitle = (said: string): string => {
  const text = said.replace(/\s+/g, ' ').trim()
  const [, inside] = /^\[([^[\]]*(?:\[[^[\]]*\][^[\]]*)*)\]\.?$/.exec(text) ?? []
  const title = inside ?? text
  if (/^(?:in process citation|not available|no title(?: available)?)\.?$/i.test(title)) return ''
  return /[^.]\.$/.test(title) ? title.slice(0, -1) : title
}
