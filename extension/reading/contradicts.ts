import type { AddressIdentifiers } from '../../shared/citations/address-identifiers.ts'

// Apart from the doubt, which knows the titles of sign-ins and errors: what is injected into pages needs none of them.

const folded = (text = ''): string => text.toLowerCase().replace(/\s+/g, '')

/** One DOI can be the beginning of the other: a version, a supplement, a chapter of the book; ".10" is none of ".1". */
const isOther = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return !long.startsWith(short) || /^(?!v\d)[a-z\d]/.test(long.slice(short.length))
}

/** Whether an address names another item than a citation does. */
export const contradicts = (address: AddressIdentifiers, citation: AddressIdentifiers): boolean =>
  (['DOI', 'PMID', 'PMCID', 'number'] as const).some((kind) => {
    const [one, other] = [folded(address[kind]), folded(citation[kind])]
    return one !== '' && other !== '' && (kind === 'DOI' ? isOther(one, other) : one !== other)
  })
