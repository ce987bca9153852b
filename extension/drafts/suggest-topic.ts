const words = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3)
    // "infections" and "infection", "feeding" and "feed": good enough to suggest by, and it costs no dictionary.
    .map((word) => word.replace(/(ies|es|s|ing|ed|al)$/, ''))

/** Key of the topic whose name has the largest share of its words in the text; '' where none has half of them. Only a suggestion. */
export const suggestTopic = (topics: readonly { key: string; label: string }[], text: string): string => {
  const said = new Set(words(text))
  const scored = topics.map(({ key, label }) => {
    const asked = words(label)
    const found = asked.filter((word) => said.has(word)).length
    return { key, found, share: asked.length === 0 ? 0 : found / asked.length }
  })
  const best = scored.toSorted((one, other) => other.share - one.share || other.found - one.found)[0]
  return best && best.share >= 0.5 ? best.key : ''
}
