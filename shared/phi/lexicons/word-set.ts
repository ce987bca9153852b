/** What is made when it is first asked for, and once: a page that is looked at for patients seldom needs any of it, and to make it in every page would take longer than to look. */
/* @__NO_SIDE_EFFECTS__ */
export const once = <Made>(make: () => Made): (() => Made) => {
  let made: Made | undefined
  return () => (made ??= make())
}

/** Words to look up. */
export type WordSet = Pick<ReadonlySet<string>, 'has'>

/** Words as `packed` writes them. */
function unpacked(words: string): string[] {
  let before = ''
  return words
    .slice(1)
    .split(/(?=[A-Z])/)
    .map((word) => (before = before.slice(0, word.charCodeAt(0) - 65) + word.slice(1)))
}

/** Words to look up, parted by white space or packed. A script that asks for none of them does not carry the list (the mark below tells bundlers so). */
/* @__NO_SIDE_EFFECTS__ */
export const wordSet = (words: string): WordSet => {
  let all: ReadonlySet<string> | undefined
  return { has: (word) => (all ??= new Set(words.startsWith('=') ? unpacked(words) : words.trim().split(/\s+/))).has(word) }
}
