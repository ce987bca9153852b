import type { Name } from '../../citations/citation.ts'
import { isSuffix, withSuffix } from './name-suffix.ts'
import { texText } from './tex.ts'
import { isGroup, mendedGroups, writtenName } from './written-names.ts'

/** Parts of a text at a separator outside of braces. */
const parted = (text: string, separator: RegExp): string[] => {
  const parts: string[] = []
  let [depth, from] = [0, 0]
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '{') depth += 1
    else if (text[at] === '}') depth -= 1
    else if (depth === 0) {
      separator.lastIndex = at
      const found = separator.exec(text)
      if (!found) continue
      parts.push(text.slice(from, at))
      from = at + found[0].length
      at = from - 1
    }
  }
  return [...parts, text.slice(from)].map((part) => part.trim())
}

const isBraced = (text: string): boolean => {
  if (!/^\{.*\}$/s.test(text)) return false
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '{') depth += 1
    else if (text[at] === '}') depth -= 1
    if (depth === 0 && at < text.length - 1) return false
  }
  return true
}

const startsSmall = (word: string): boolean => !word.startsWith('{') && /^\p{Ll}/u.test(texText(word))

/** "family=Quill, given=Marijke, prefix=van der": biblatex's extended form. */
const extended = (parts: readonly string[]): Name | undefined => {
  const said = new Map(parts.map((part) => [/^([\w-]+)\s*=/.exec(part)?.[1] ?? '', texText(part.replace(/^[\w-]+\s*=\s*/, ''))]))
  const [prefix = '', family = '', given = '', tail = ''] = ['prefix', 'family', 'given', 'suffix'].map((name) => said.get(name))
  if (!family) return given ? { literal: given } : undefined
  const whole = withSuffix([prefix, family].filter(Boolean).join(' '), tail)
  return given ? { family: whole, given } : { literal: whole }
}

/** "First von Last": the small words before the last one, or else the last word, begin the family name. */
const natural = (text: string): Name => {
  const words = parted(text, /[\s~]+/y).filter(Boolean)
  const from = words.slice(0, -1).findIndex((word, at) => at > 0 && startsSmall(word))
  const cut = from > 0 ? from : words.length - 1
  const [given, family] = [words.slice(0, cut), words.slice(cut)].map((part) => texText(part.join(' '))) as [string, string]
  return given ? { family, given } : { literal: family }
}

const nameOf = (text: string): Name | undefined => {
  if (isBraced(text)) {
    const literal = texText(text)
    return literal ? { literal } : undefined
  }
  const parts = parted(text, /\s*,\s*/y).filter(Boolean)
  if (/^(?:family|given|prefix|suffix)\s*=/.test(text)) return extended(parts)
  const [family = '', second = '', third = ''] = parts.map(texText)
  if (parts.length === 1) return isGroup(family) && !/[{}]/.test(text) ? { literal: family } : natural(text)
  if (parts.length === 2)
    return isSuffix(second)
      ? natural(`${parts[0]} ${second}`)
      : /\{/.test(parts[0] ?? '')
        ? { family, given: second }
        : writtenName(`${family}, ${second}`, true)
  if (isSuffix(third)) return { family: withSuffix(family, third), given: second }
  return isSuffix(second) ? { family: withSuffix(family, second), given: third } : writtenName(texText(text), true)
}

/** The people and groups of a list of BibTeX or biblatex; "others" is nobody. */
export const bibtexNames = (said: string): Name[] => {
  const text = said.replace(/\{?\\noopsort\s*\{[^{}]*\}\}?/gi, '')
  const parts = parted(text, /\s+and\s+/iy).filter((part) => part && part.toLowerCase() !== 'others')
  const commas = parts.length > 1 && parts.some((part) => part.includes(','))
  return mendedGroups(parts, commas && parts.every((part) => part.includes(',') || part.includes('{') || isGroup(part))).flatMap(
    (part) => nameOf(part) ?? [],
  )
}
