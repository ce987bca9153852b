import type { Name } from './citation.ts'

const suffix = String.raw`(?:Jr|Sr|I{2,3}|IV|2nd|3rd|4th)\.?`
/** "Smith J", "van der Berg AM", "Smith JW Jr", as Vancouver prints them. */
const printed = new RegExp(
  String.raw`^(\p{L}[\p{L}\p{M}'’-]*(?: \p{L}[\p{L}\p{M}'’-]+){0,3}) (\p{Lu}{1,4}|\p{Lu}-\p{Lu})( ${suffix})?$`,
  'u',
)
/** "J. P.", "J.P.", "JP". */
const initials = /^(?:\p{Lu}\.[ -]?){1,4}$|^\p{Lu}{1,3}$/u
/** One or more words of a person's name, and none that stands in a group's. */
const personal = /^(?!.*(?:^|\s)(?:and|of|for|on|the|in|y|para|by|&)(?:\s|$))[\p{L}\p{M}.'’ -]{1,60}$/iu

const printedName = (text: string): Name[] => {
  const [, family = '', given = '', behind = ''] = printed.exec(text) ?? []
  return family ? [{ family: family + behind, given }] : []
}

/** Family name and given names by the one comma between them, or whole. */
const apart = (text: string): Name => {
  const [family = '', given = '', behind, ...more] = text.split(/\s*,\s*/)
  const isPerson = given && more.length === 0 && personal.test(family) && personal.test(given)
  if (isPerson && behind === undefined) return { family, given }
  if (isPerson && behind && new RegExp(`^${suffix}$`).test(behind)) return { family: `${family} ${behind}`, given }
  return { literal: text }
}

/** "Smith J, Doe A and Poe B": every part is a name with initials behind it. */
const inPrint = (text: string): Name[] | undefined => {
  const parts = text
    .replace(/[\s,]*(?:et al)?\.?$/i, '')
    .split(/\s*,\s*(?:and |& )?|\s+(?:and|&)\s+/)
    .filter(Boolean)
  const names = parts.flatMap(printedName)
  return names.length === parts.length && names.length > 1 ? names : undefined
}

const hasInitials = ({ family, given }: { family: string; given: string }): boolean =>
  // Two words with capitals behind them may be a whole name with a degree.
  personal.test(family) && !initials.test(family) && initials.test(given) && (given.includes('.') || !/ \p{Lu}|^\p{Lu}.* /u.test(family))

/** "Smith, J. P., Doe, A.": every second part is initials. */
const byInitials = (text: string): Name[] | undefined => {
  const parts = text.split(/\s*,\s*(?:and |& )?|\s+(?:and|&)\s+/).filter(Boolean)
  if (parts.length < 4 || parts.length % 2 === 1) return undefined
  const names = parts.flatMap((family, at) => (at % 2 === 0 ? [{ family, given: parts[at + 1] ?? '' }] : []))
  return names.every(hasInitials) ? names : undefined
}

/** Several people of one text as styles print them, each with initials; `undefined` for any other text. */
export const listedNames = (text: string): Name[] | undefined => inPrint(text) ?? byInitials(text)

/** Who one text names: authors by semicolons or as styles print them, one person by a comma, or a group whole. */
export const saidNames = (text: string): Name[] => {
  if (text.includes(';'))
    return text
      .split(/\s*;\s*/)
      .filter(Boolean)
      .flatMap((one) => [...(inPrint(one) ?? printedOrApart(one))])
  return listedNames(text) ?? printedOrApart(text)
}

const printedOrApart = (text: string): Name[] => {
  const name = printedName(text)
  return name.length > 0 ? name : [apart(text)]
}
