import type { Name } from '../../citations/citation.ts'
import { listedNames } from '../../citations/said-names.ts'
import { isSuffix, withSuffix } from './name-suffix.ts'

/** Words that a group is called by, and no person. */
const head =
  /\b(?:groups?|grupos?|groupe|gruppe|networks?|red|institut\w*|centers?|centres?|centro|consorti\w*|collaborat\w+|investigators?|committees?|comit[eé]\w*|societ\w+|sociedad|société|gesellschaft|associat\w+|asociación|organi[sz]ation\w*|council|consejo|agency|agencia|academy|academia|college|colegio|department|departamento|ministry|ministerio|university|universidad|universit\w+|hospitals?|foundation|fundación|trust|federation|alliance|panel|team|board|taskforce|task force|working party|programme|registry|study|trial|service|commission|initiative|partnership|authority|bureau|coalition|office|members|authors|trialists|researchers|bank|press|nhs|who|cochrane|consortium)\b/iu
const behind =
  /^(?:group|grupo|network|collaborators?|collaboration|investigators?|consortium|committee|team|panel|society|association|institute|trialists|council)$/i
const between = /\s(?:of|for|on|the|and|de|del|para|für|der|pour|des|y|&)\s/iu
/** What stands behind a group's "and", and is no group of its own: "… for Health and Care Excellence". */
const rest =
  /^(?:\p{L}+\s){0,2}(?:care|excellence|quality|prevention|health|services?|research|practice|evaluation|safety|education|development|welfare|technology|medicine|sciences?|wards?|homes?|units?|surgery|nutrition|human services|critical care|young|youth|families)$/iu

export const isGroup = (text: string): boolean => head.test(text) || /\s(?:of|for|on|and|&)\s/i.test(text)

const initials = /^(?:\p{Lu}\.?[ -]?){1,5}$/u
const small = /^(?:\p{Ll}|Van$|Von$|De$|Del$|Di$|La$|Le$|Ten$|Ter$)/u

/** "Smith, Jonas Q., Jr.", "Smith, Jr, Jonas", "Group,". */
const byCommas = (text: string): Name | undefined => {
  const [family = '', ...others] = text.split(',').map((part) => part.trim())
  const filled = others.filter(Boolean)
  if (!family && filled.length === 0) return undefined
  if (filled.length === 0) return { literal: family }
  const tail = filled.find((part) => isSuffix(part)) ?? ''
  const given = filled.filter((part) => part !== tail)
  if (given.length === 0) return { literal: text.replace(/[\s,]+$/, '') }
  const [first = ''] = given
  if (given.length > 1) return isGroup(text) ? { literal: text } : { family: withSuffix(family, tail), given: given.join(' ') }
  if (
    behind.test(family) ||
    (head.test(`${first} ${family}`) && (/\s(?:of|for|on|the|and|de|para)\b/i.test(first) || between.test(` ${first} `)))
  )
    return { literal: `${first} ${family}` }
  if (head.test(family) && !initials.test(first) && between.test(text)) return { literal: text }
  const [, inner = '', innerTail = ''] = /^(.*\S)[\s,]+(Jr|Sr|2nd|3rd|[4-9]th|III?|IV)\.?$/.exec(first) ?? []
  return inner && !tail && /\p{Ll}|\s|\./u.test(inner)
    ? { family: withSuffix(family, innerTail), given: inner }
    : { family: withSuffix(family, tail), given: first }
}

/** "Tarrow EJ", "de Boer W 3rd": a family name with initials behind it, as indexes print it. */
export const indexedName = (text: string): Name | undefined => {
  const [, family = '', given = '', tail = ''] =
    /^(\p{L}[\p{L}\p{M}'’.-]*(?:\s+\p{L}[\p{L}\p{M}'’.-]+){0,4})\s+(\p{Lu}{1,4}|(?:\p{Lu}\.-?){1,4}|\p{Lu}-\p{Lu})(?:\s+(Jr|Sr|2nd|3rd|[4-9]th|III?|IV)\.?)?$/u.exec(
      text,
    ) ?? []
  return family && !head.test(family) ? { family: withSuffix(family, tail), given } : undefined
}

/** "Marijke van der Quill": the last word with the small ones before it is the family name. */
const natural = (text: string): Name => {
  const words = text.split(/\s+/)
  const tail = words.length > 2 && isSuffix(words.at(-1) ?? '') ? (words.pop() ?? '') : ''
  let from = words.length - 1
  while (from > 1 && small.test(words[from - 1] ?? '')) from -= 1
  return from < 1 ? { literal: text } : { family: withSuffix(words.slice(from).join(' '), tail), given: words.slice(0, from).join(' ') }
}

/** One author as a file spells it. `commas`: whether persons of this file are written "Family, Given"; then what has none is a group. */
export const writtenName = (said: string, commas: boolean): Name | undefined => {
  const text = said
    .replace(/\s+/g, ' ')
    .replaceAll(/^[\s"“”]+|[\s"“”]+$/g, '')
    .slice(0, 400)
  if (
    !/[\p{L}\p{N}]/u.test(text) ||
    /^(?:\[?no author.*|\[?author name not.*|anonymous|anon\.?|et al\.?|others|n\/?a|\[?not available\]?)$/i.test(text)
  )
    return undefined
  if (text.includes(',')) return byCommas(text)
  if (isGroup(text)) return { literal: text }
  return indexedName(text) ?? (commas || !text.includes(' ') ? { literal: text } : natural(text))
}

/** A group whose name was taken apart at its "and" is one again: "Institute for Health" and "Care Excellence". */
export const mendedGroups = (texts: readonly string[], commas: boolean): string[] => {
  const whole: string[] = []
  for (const text of texts) {
    const before = whole.at(-1)
    const open = before !== undefined && (!/[,{}]/.test(before) || (head.test(before) && between.test(before) && !/[{}]/.test(before)))
    const parted = open && !/[,{}]/.test(text) && !/\p{Lu}{3,}$/u.test(text)
    const goesOn =
      parted && !head.test(text) && (commas || rest.test(text) || !text.includes(' ')) && head.test(before) && between.test(`${before} `)
    const begins = parted && commas && !head.test(before) && head.test(text)
    if (goesOn || begins) whole[whole.length - 1] = `${before} and ${text}`
    else whole.push(text)
  }
  return whole
}

/** Authors of one item from their texts, each one author; one text with several as styles print them is several. */
export const writtenNames = (texts: readonly string[], commas: boolean): Name[] =>
  texts.flatMap((text) => {
    if (/,.*\sand\s.*,/i.test(text) && !isGroup(text.replaceAll(/\sand\s/gi, ' '))) return namesByAnd(text)
    return listedNames(text) ?? [writtenName(text, commas) ?? []].flat()
  })

/** Authors joined by "and" in one text. */
export const namesByAnd = (text: string): Name[] => {
  const parts = text.split(/\s+and\s+/i).filter(Boolean)
  const commas = parts.some((part) => /,\s*\S/.test(part))
  return writtenNames(mendedGroups(parts, commas), commas)
}
