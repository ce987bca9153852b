import { type AddressIdentifiers, identifiersInAddress } from '../shared/address-identifiers.ts'
import type { Citation } from '../shared/citation.ts'
import { titlesAgree } from '../shared/titles.ts'
import { blockedTitle } from './blocked-titles.ts'

const folded = (text = ''): string => text.toLowerCase().replace(/\s+/g, '')

/** One DOI can be the beginning of the other: a version, a supplement, a chapter of the book; ".10" is none of ".1". */
const isOther = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return !long.startsWith(short) || /^(?!v\d)[\p{L}\d]/u.test(long.slice(short.length))
}

/** Whether an address names another item than a citation does. */
export const contradicts = (address: AddressIdentifiers, citation: AddressIdentifiers): boolean =>
  (['DOI', 'PMID', 'PMCID', 'number'] as const).some((kind) => {
    const [one, other] = [folded(address[kind]), folded(citation[kind])]
    return one !== '' && other !== '' && (kind === 'DOI' ? isOther(one, other) : one !== other)
  })

/** What is asked for a doubt (`RawReading`). */
interface Signs {
  kind: string
  citation: Citation | null
  address: string
  headings: string[]
  mixed: boolean
}

/**
 * Whether what metadata say may be of another item than the one on the screen: the address names another, no heading is the
 * title, or they differ among themselves. Also where an address names an item that the page's metadata say nothing of. Then
 * the screen is read (`read-screen.ts`), which costs a second script.
 */
export const isDoubtful = ({ kind, citation, address, headings, mixed }: Signs): boolean => {
  if (!citation || (kind !== 'citation' && kind !== 'page')) return false
  const inAddress = identifiersInAddress(address)
  const shown = headings.filter((heading) => heading !== '' && !blockedTitle(heading))
  const isNamed = Object.values(inAddress).some(Boolean)
  const isOff = headings.length > 0 && !shown.some((heading) => titlesAgree(heading, citation.title ?? ''))
  return mixed || isOff || contradicts(inAddress, citation) || (kind === 'page' && isNamed)
}
