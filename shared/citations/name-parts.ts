import type { Name } from './citation.ts'

/** A name as files of references take it: a person in three parts, those that are not there empty, or a group whole. */
export type NameParts = { family: string; given: string; suffix: string } | { literal: string }

/** Behind a family name, or behind given names that are more than letters: "IV" by itself is what Ivan Vasilyevich is shortened to. */
const suffix = /[\s,]+(Jr|Sr|I{2,3}|IV|2nd|3rd|[4-9]th)\.?$/i
const suffixOf = (text: string): string => suffix.exec(text)?.[1] ?? ''
const withoutSuffix = (text: string): string => text.replace(suffix, '')

const isShouted = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)

/**
 * Whether a word of a given name is initials without points: "JP", "JRR". Where the family name stands in capitals too, only
 * two letters are taken for initials, and three that nobody could say.
 */
const isInitials = (word: string, family: string): boolean =>
  /^\p{Lu}{2,4}$/u.test(word) && (!isShouted(family) || word.length === 2 || (word.length === 3 && !/[AEIOUY]/.test(word)))

const wordOf = (word: string, family: string): string => {
  if (isInitials(word, family)) return word.replace(/\p{Lu}(?=.)/gu, '$&. ').concat('.')
  // "J.P." is one word to most who read it, "A.Maria" as well.
  return word.replace(/(?<=\p{Lu}\p{Ll}?\.)(?=\p{L})/gu, ' ').replace(/(?<=\.\s)(\p{Lu})$/u, '$1.')
}

/** Given names with initials apart: "JP" → "J. P.", since every style would make "J" of a word. Names, and letters that stand apart, stay as they are. */
const initialsApart = (given: string, family: string): string =>
  given
    .split(/\s+/)
    .map((word) =>
      word
        .split('-')
        .map((part) => wordOf(part, family))
        .join('-'),
    )
    .join(' ')

/** "Smith Jr" by "JP" → Smith, "J. P.", Jr. A name of one part is whole, as a group is. */
export const namePartsOf = (name: Name): NameParts => {
  if (!('family' in name)) return { literal: name.literal }
  const family = withoutSuffix(name.family)
  const [tail, given] = [suffixOf(name.family), name.given ?? '']
  const inner = tail || !(/[\p{Ll}.]/u.test(withoutSuffix(given)) || /[a-z]\.?$/.test(given)) ? '' : suffixOf(given)
  const bare = inner ? withoutSuffix(given) : given
  if (!family) return { literal: bare }
  return { family, given: initialsApart(bare, family), suffix: tail || inner }
}

/** What Vancouver and its kin make of given names: "Anna-Maria B." → "AMB"; names in letters without case stay whole. */
export const initialsOf = (given: string): string =>
  /\p{Lu}|\p{Ll}/u.test(given)
    ? given
        .split(/[\s.-]+/)
        .map((word) => (/\p{L}/u.exec(word)?.[0] ?? '').toUpperCase())
        .join('')
    : given
