import { identifiersInAddress, wholeDoi } from './address-identifiers.ts'
import type { Citation } from './citation.ts'
import { normaliseArxiv, normaliseDoi, normalisePmcid, normalisePmid, normaliseRegistry } from './identifiers.ts'
import { addressKey } from './tracking.ts'

/** What tells an item. */
export type Identified = Partial<Pick<Citation, 'DOI' | 'PMID' | 'PMCID' | 'number' | 'URL' | 'title' | 'author'>>

/** The DOI as it is compared; those of arXiv are its numbers, so that both ways to name a preprint are one. */
const doiOf = ({ DOI }: Identified): string | undefined => {
  const doi = wholeDoi(normaliseDoi(DOI ?? ''))?.toLowerCase()
  return doi && !doi.startsWith('10.48550/arxiv') ? doi : undefined
}

const isbnOf = (number: string): string | undefined =>
  /\bisbn\W*((?:97[89][\s-]?)?(?:\d[\s-]?){9}[\dx])\b/i.exec(number)?.[1]?.replace(/[\s-]/g, '').toUpperCase()

/** Identifiers by kind; of each kind an item has one. A registry is a kind of its own: one trial stands in several. */
export const identifiersOf = (citation: Identified): Map<string, string> => {
  const { PMID = '', PMCID = '', number = '', DOI = '' } = citation
  const registry = normaliseRegistry(number)
  const found: [string, string | undefined][] = [
    ['doi', doiOf(citation)],
    ['pmid', normalisePmid(PMID)],
    ['pmcid', normalisePmcid(PMCID)],
    ['arxiv', normaliseArxiv(number) ?? normaliseArxiv(/^10\.48550\/(.*)$/is.exec(normaliseDoi(DOI) ?? '')?.[1] ?? '')],
    [registry?.registry ?? 'nct', registry?.number],
  ]
  return new Map(found.filter((pair): pair is [string, string] => Boolean(pair[1])))
}

/** What the address says where the citation itself does not: enough to be found by, not enough to contradict. */
export const addressed = (citation: Identified): Map<string, string> =>
  citation.URL ? identifiersOf(identifiersInAddress(citation.URL)) : new Map<string, string>()

/** Kept by several items (a chapter has its book's number), so equal is not enough. */
export const placesOf = ({ URL = '', number = '' }: Identified): [string, string | undefined][] => [
  ['url', addressKey(URL) || undefined],
  ['isbn', isbnOf(number)],
]

export const keysIn = (pairs: Iterable<readonly [string, string | undefined]>): string[] =>
  [...pairs].flatMap(([kind, value]) => (value ? [`${kind}:${value}`] : []))

/**
 * The keys under which an item is found, best first: two that are the same share one (`sameItem` says whether two that
 * share one are the same). `doi:` and `arxiv:` in lower case and without a preprint's version, `pmid:` digits,
 * `pmcid:PMC…`, a registry's number as `nct:NCT…`, `isrctn:ISRCTN…`, `isbn:`, and `url:` with host and path of its address.
 * Empty where there is nothing to tell it by.
 */
export const citationKeys = (citation: Identified): string[] => [
  ...new Set([...keysIn(identifiersOf(citation)), ...keysIn(addressed(citation)), ...keysIn(placesOf(citation))]),
]
