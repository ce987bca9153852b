const first = 65

/**
 * Words in order, each as how many letters it shares with the one before (a capital letter, A for none) and its other letters:
 * compressed it takes three quarters. What `wordSet` reads. Words hold no capital letter.
 */
export function packed(words: string): string {
  let before = ''
  return ['=', ...new Set(words.trim().split(/\s+/).toSorted())]
    .map((word, at) => {
      if (at === 0) return word
      let shared = 0
      while (shared < Math.min(word.length, before.length, 25) && word[shared] === before[shared]) shared += 1
      before = word
      return String.fromCharCode(first + shared) + word.slice(shared)
    })
    .join('')
}

/** Packs the longer word lists of a module's source. */
export const withPackedWords = (source: string): string =>
  source.replace(/wordSet\(\s*(['"`])([^'"`\\$]{200,}|(?:(?!\1)[^\\$]){200,})\1,?\s*\)/g, (whole, _quote: string, words: string) =>
    /[A-Z=]/.test(words) ? whole : `wordSet(${JSON.stringify(packed(words))})`,
  )
