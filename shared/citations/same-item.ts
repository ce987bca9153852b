import type { Citation, Name } from './citation.ts'
import { addressed, citationKeys, type Identified, identifiersOf, keysIn, placesOf } from './citation-keys.ts'
import { normaliseArxiv, normaliseRegistry } from './identifiers.ts'
import { isNotice, titlesAgree } from './titles.ts'

/** A number that no registry gave (a report's): it can tell two items apart, but others count from one as well. */
const otherNumber = ({ number = '' }: Identified): string =>
  normaliseRegistry(number) || normaliseArxiv(number) ? '' : number.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Whether an identifier of one kind differs: then they are two items, whatever else is equal. */
export const namesAnother = (a: Identified, b: Identified): boolean => {
  const [one, other] = [identifiersOf(a), identifiersOf(b)]
  return (
    [...one].some(([kind, value]) => other.has(kind) && other.get(kind) !== value) ||
    (otherNumber(a) !== '' && otherNumber(b) !== '' && otherNumber(a) !== otherNumber(b))
  )
}

const familyOf = (names: readonly Name[] | undefined): string => {
  const [first] = names ?? []
  return first && 'family' in first ? first.family.normalize('NFKD').replace(/\P{L}/gu, '').toLowerCase() : ''
}

const isNamed = ({ title = '', author }: Identified): boolean => title.trim() !== '' || familyOf(author) !== ''

/** Whether two items have the same title, or one of them has none. */
const alike = (a: Identified, b: Identified): boolean => titlesAgree(a.title ?? '', b.title ?? '')

const oneIsNotice = (a: Identified, b: Identified): boolean =>
  Boolean(a.title && b.title) && isNotice(a.title ?? '') !== isNotice(b.title ?? '')

const shares = (one: readonly string[], other: readonly string[]): boolean => one.some((key) => other.includes(key))

/**
 * `same`: one item, and both are called alike. `differently-named`: one item by what it is known by, but the titles differ or
 * one has none, so a person has to look. `apart`: two items.
 */
export type Likeness = 'same' | 'differently-named' | 'apart'

/**
 * Whether two citations are of one item. Symmetric.
 * - Identifiers decide. One that differs (DOI, PMID, PMCID, arXiv, a registry's or another number) makes them two, whatever
 *   else is equal; DOIs are compared without case, versions of a preprint are one.
 * - An equal address (or ISBN) alone makes them one only where titles or the first author agree, or one has neither.
 * - A notice about an item (a correction, a retraction) is not that item.
 */
export const compareItems = (a: Identified, b: Identified): Likeness => {
  if (oneIsNotice(a, b)) return 'apart'
  const [one, other] = [identifiersOf(a), identifiersOf(b)]
  if (namesAnother(a, b)) return 'apart'
  const named = alike(a, b) ? 'same' : 'differently-named'
  const [keys, others] = [keysIn([...one, ...addressed(a)]), keysIn([...other, ...addressed(b)])]
  if (shares(keys, others)) return named
  if (!shares(keysIn(placesOf(a)), keysIn(placesOf(b)))) return 'apart'
  const told = isNamed(a) && isNamed(b)
  const byAuthor = familyOf(a.author) !== '' && familyOf(a.author) === familyOf(b.author)
  return named === 'same' || byAuthor || !told ? named : 'apart'
}

/** Whether two citations are of one item (`compareItems`). */
export const sameItem = (a: Identified, b: Identified): boolean => compareItems(a, b) !== 'apart'

/** Whether two have titles of their own: then they are two works, whatever number they share (abstracts of a supplement have its DOI). */
export const twoTitles = (a: Identified, b: Identified): boolean => Boolean(a.title && b.title && !titlesAgree(a.title, b.title))

/** Whether two citations are of one work: one item, without titles of their own. */
export const sameWork = (a: Identified, b: Identified): boolean => sameItem(a, b) && !twoTitles(a, b)

/** Gives back those of a stream that are not the same item as one before: the first of each stays. Holds what names them. */
export const onceEach = (): ((citation: Citation) => boolean) => {
  const seen = new Map<string, Identified[]>()
  return (citation) => {
    const keys = citationKeys(citation)
    if (keys.some((key) => seen.get(key)?.some((other) => sameItem(other, citation)))) return false
    const { DOI, PMID, PMCID, number, URL, title, author } = citation
    const name = JSON.parse(JSON.stringify({ DOI, PMID, PMCID, number, URL, title, author: author?.slice(0, 1) })) as Identified
    for (const key of keys) seen.set(key, [...(seen.get(key) ?? []), name])
    return true
  }
}
