import { type Citation, type SaidCitation } from '../citations/citation.ts'
import { pageRange } from '../citations/pages.ts'
import { tidyCitation } from '../citations/tidy-citation.ts'
import { titlesAgree } from '../citations/titles.ts'
import { textOf } from './unknown-json.ts'
import type { Service } from './assertion.ts'

/** Fields that a look-up may fill, in the order in which they are shown. */
export const filledFields = [
  'title',
  'author',
  'container-title',
  'issued',
  'volume',
  'issue',
  'page',
  'publisher',
  'ISSN',
  'DOI',
  'PMID',
  'PMCID',
  'language',
] as const
export type FilledField = (typeof filledFields)[number]

export interface Offered {
  service: Service
  citation: SaidCitation
}

/** Where a service says something else than what is kept: shown side by side, never taken over by itself. */
export interface Difference {
  field: FilledField
  kept: Citation[FilledField]
  offered: { service: Service; value: Citation[FilledField] }[]
}

export interface Filling {
  /** What was missing, with who said it. */
  filled: { field: FilledField; value: Citation[FilledField]; service: Service }[]
  differences: Difference[]
}

/** Letters that were written in one code and read in another ("CastaÃ±o"): no value to offer. */
const isBroken = (value: unknown): boolean => /[ÃÂ][\u0080-\u00bf]|â€|\ufffd/.test(JSON.stringify(value))

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** "Lancet (London, England)" and "The Lancet" are one journal. */
const journal = (text: string): string => plain(text.replace(/\s*\([^)]*\)\s*$/, '').replace(/^the\s+/i, ''))

const families = (citation: Citation): string[] =>
  (citation.author ?? []).map((name) => plain('literal' in name ? name.literal.replace(/^the\s+/i, '') : name.family))

/** Of two lists or dates one may say less. */
const agreeAsFar = (one: readonly unknown[], other: readonly unknown[]): boolean => {
  const both = Math.min(one.length, other.length)
  return one.slice(0, both).join('|') === other.slice(0, both).join('|')
}

/** Whether two values say the same thing, one of them perhaps less of it. */
const agree = (field: FilledField, kept: Citation, offered: Citation): boolean => {
  const [mine, theirs] = [kept, offered].map((citation) => textOf(citation[field])) as [string, string]
  if (field === 'title') return titlesAgree(mine, theirs)
  if (field === 'author') return agreeAsFar(families(kept), families(offered))
  if (field === 'issued') return agreeAsFar(kept.issued?.['date-parts'][0] ?? [], offered.issued?.['date-parts'][0] ?? [])
  if (field === 'page') return plain(pageRange(mine)[0]) === plain(pageRange(theirs)[0])
  if (field === 'ISSN') return theirs.split(', ').some((number) => mine.includes(number))
  const [one, other] = field === 'container-title' ? [journal(mine), journal(theirs)] : [plain(mine), plain(theirs)]
  return one === other || (field === 'container-title' && (one.startsWith(other) || other.startsWith(one)))
}

/**
 * What services add to a citation, and where they differ from it. What is kept is never replaced; a missing field is filled by
 * the first in `offers` that has it. Whoever names another DOI or PMID than the citation's, or another title, tells of another item
 * and fills nothing.
 */
export const fillCitation = (kept: Citation, offers: readonly Offered[]): Filling => {
  const read = offers.map(({ service, citation }) => ({
    service,
    citation: tidyCitation({ ...citation, type: citation.type ?? kept.type }),
  }))
  const isSame = (offered: Citation): boolean => {
    const named = (['DOI', 'PMID'] as const).filter((field) => kept[field] && offered[field])
    if (named.some((field) => !agree(field, kept, offered))) return false
    return named.length > 0 || !kept.title || !offered.title || agree('title', kept, offered)
  }
  const same = read.filter(({ citation }) => isSame(citation))
  const filling: Filling = { filled: [], differences: [] }
  for (const field of filledFields) {
    const offered = same.flatMap(({ service, citation }) =>
      citation[field] !== undefined && !isBroken(citation[field]) ? [{ service, value: citation[field], citation }] : [],
    )
    const [first] = offered
    if (!first) continue
    if (kept[field] === undefined) filling.filled.push({ field, value: first.value, service: first.service })
    else {
      const other = offered.filter(({ citation }) => !agree(field, kept, citation))
      if (other.length > 0)
        filling.differences.push({ field, kept: kept[field], offered: other.map(({ service, value }) => ({ service, value })) })
    }
  }
  return filling
}
