import { identifiersInAddress } from '../../shared/citations/address-identifiers.ts'
import type { Citation, Name } from '../../shared/citations/citation.ts'
import type { FieldDoubts } from '../../shared/citations/field-doubts.ts'
import { contradicts } from './contradicts.ts'
import { isSameTitle, isWindow, letters, type Told } from './printed-head.ts'

/** Letters without accents, which some metadata leave out. */
const plain = (text: string): string => letters(text.normalize('NFD'))

/** Whether the short name has no letter that the long one lacks, in its order: "N Engl J Med" is the New England Journal of Medicine. */
const isShortFor = (short: string, long: string): boolean => {
  let at = 0
  for (const letter of long) if (letter === short[at]) at += 1
  return at === short.length
}

const isOtherName = (one = '', other = ''): boolean => {
  const [a, b] = [plain(one), plain(other)]
  return a !== '' && b !== '' && !isShortFor(a, b) && !isShortFor(b, a)
}

const familiesOf = (names: readonly Name[] = []): string[] => names.map((name) => plain('family' in name ? name.family : name.literal))

/** Lists of people with nobody in both; a name can be cut or turned round, so one within the other is the same. */
const areOthers = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 0 && other.length > 0 && !one.some((name) => other.some((same) => same.includes(name) || name.includes(same)))

const yearOf = ({ issued }: Partial<Citation>): number => issued?.['date-parts'][0]?.[0] ?? 0

/**
 * Fields of a citation that a person should look at: those of which what metadata, print and address say differs, and those
 * that nobody is sure of. `told` is what was said before the print was heard, `believed` the citation made of it. A paper
 * appears online a year before its issue, so years are other ones from two apart.
 */
export const fieldDoubts = (
  { kind, citation: said, described, printed, address, window, fromScreen }: Told,
  believed: Citation | null,
): FieldDoubts => {
  if (!said || !believed || kind === 'pdf' || kind === 'blocked') return {}
  const doubts: FieldDoubts = contradicts(identifiersInAddress(address), { DOI: believed.DOI }) ? { DOI: 'differ' } : {}
  if (!printed) return doubts
  const { citation: own, isSure, isCut } = printed
  if (described && !isSameTitle(said.title ?? '', own.title ?? '')) {
    const isOther = isSure && !fromScreen && said.title && !isWindow(said.title, window)
    return isOther ? { ...doubts, title: 'differ' } : doubts
  }
  const [year, ownYear] = [yearOf(said), yearOf(own)]
  return {
    ...doubts,
    ...(kind === 'citation' && !described && !isSure && { title: 'unsure' }),
    ...(isCut && own.author && !said.author?.length && { author: 'unsure' }),
    ...(described && areOthers(familiesOf(said.author), familiesOf(own.author)) && { author: 'differ' }),
    ...(described && isOtherName(said['container-title'], own['container-title']) && { 'container-title': 'differ' }),
    ...(described && year > 0 && ownYear > 0 && Math.abs(year - ownYear) > 1 && { issued: 'differ' }),
    ...(contradicts({ DOI: believed.DOI }, { DOI: own.DOI }) && { DOI: 'differ' }),
  }
}
