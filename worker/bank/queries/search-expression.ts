/** FTS5 takes its query as a language of its own; what a person types must never be read as that language. */
const tokens = /"([^"]*)"?|(\S+)/gu
const words = /[\p{L}\p{N}]+/gu

/**
 * What a person typed as an FTS5 expression: every word must be there (its beginning is enough), words in quotes stand together.
 * Empty when there is nothing to look for.
 */
export const searchExpression = (typed: string): string =>
  [...typed.matchAll(tokens)]
    .slice(0, 20)
    .flatMap(([, phrase, bare]) =>
      phrase === undefined
        ? (bare?.match(words) ?? []).map((word) => `"${word}"*`)
        : [(phrase.match(words) ?? []).join(' ')].filter(Boolean).map((text) => `"${text}"`),
    )
    .join(' AND ')

/** The longer words of a text, each as an FTS5 expression: what "ideas like this one" are looked for by. */
export const wordsOf = (text: string): string[] =>
  [...new Set((text.toLowerCase().match(words) ?? []).filter((word) => word.length > 3))].slice(0, 24).map((word) => `"${word}"`)
