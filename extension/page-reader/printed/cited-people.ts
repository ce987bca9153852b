import { invertedName } from './people.ts'

/** "Leal GM", "Kobayashi M": as MEDLINE prints them. */
const isMedline = (name: string): boolean => /^\p{Lu}[\p{L}'’\s-]+\s\p{Lu}{1,3}(?:\s(?:Jr|Sr|I{2,3}))?$/u.test(name)

const apa = /(\p{L}[\p{L}'’ -]{1,40}),\s((?:\p{Lu}\p{Ll}?\.[\s-]?)+)(?:,|&|and|y|et|und|e|\s|$)*/gu

/**
 * Who stands before the title in a line that cites the item, where that is all of them: "Leal GM, Okamura H (2009)",
 * "Cole, H., & van der Meer, J. (2020).", "Grünewald, Anke und von Thal, Peter (2015)".
 */
export const citedPeople = (text: string, title: string): string[] => {
  const at = text.toLowerCase().indexOf(title.slice(0, 30).toLowerCase())
  if (at < 5 || at > 1200) return []
  const before = text
    .slice(0, at)
    .replace(/^.*?(?:citation|cite[^:]*|citar[^:]*|citer[^:]*|zitier[^:]*):\s*/i, '')
    .replace(/\(?\b(?:19|20)\d{2}\b[^()]{0,20}\)?[\s.,:]*$/, '')
    .replace(/[\s,:“"«„]+$/, '')
  if (/\bet al\b|…|\.{3}/i.test(before)) return []
  const names = before.replace(/\.$/, '').split(/\s*(?:[,;]|\s(?:and|et|und|y|e|&)\s)\s*/)
  if (names.every(isMedline)) return names
  if (before.replace(apa, '').trim() === '')
    return [...before.matchAll(apa)].map(([, family = '', given = '']) => `${family.trim()}, ${given.trim()}`)
  const parts = before.replace(/\.$/, '').split(/\s*(?:;|\s(?:and|et|und|y|e|&)\s)\s*/)
  const turned = parts.flatMap((part) => invertedName(part) ?? [])
  return turned.length === parts.length ? turned : []
}
