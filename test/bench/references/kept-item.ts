import type { CitationFormatKey } from '../../../shared/citations/citation-formats.ts'
import type { Citation } from '../../../shared/citations/citation.ts'
import { issuedParts } from '../../../shared/citations/issued.ts'
import { namePartsOf } from '../../../shared/citations/name-parts.ts'

export const fields = [
  'title',
  'author',
  'container',
  'volume',
  'issue',
  'page',
  'date',
  'DOI',
  'PMID',
  'PMCID',
  'number',
  'ISSN',
  'publisher',
  'URL',
  'note',
] as const
export type Field = (typeof fields)[number]

/** An item as texts to compare: what was to be kept, or what a tool has read. */
export type Item = Partial<Record<Field, string>>

/** What typesetting changes is no loss: quotes, dashes, white space, the marks that keep capitals. */
export const plainText = (text: string): string =>
  text
    .replace(/<\/?span[^>]*>/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s*[–—]+\s*|--+/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

export interface CslName {
  family?: string
  given?: string
  suffix?: string
  literal?: string
  'dropping-particle'?: string
  'non-dropping-particle'?: string
}

/** Initials as their letters, with points or without. A group is its words: RIS has no commas in it. */
export const nameText = ({ literal, family = '', given = '', suffix = '', ...particles }: CslName): string => {
  const whole = [particles['dropping-particle'], particles['non-dropping-particle'], family].filter(Boolean).join(' ')
  const parts = literal === undefined ? [whole, given.replace(/\.(?!\w)/g, ''), suffix.replace('.', '')] : [literal]
  return parts
    .map((part) => plainText(part.replace(/\s*,\s*/g, ' ')))
    .join('|')
    .replace(/\|+$/, '')
}

const dateText = (parts: readonly (number | undefined)[]): string => parts.filter(Boolean).join('-')

/** What a file of this format can hold of a citation. BibTeX has no day, and no brace by itself. */
export const expected = (citation: Citation, format: CitationFormatKey): Item => {
  const parts = issuedParts(citation)
  const { title, author, volume, issue, page, DOI, PMID, PMCID, number, ISSN, publisher, URL, standing } = citation
  const unpaired = title?.split('{').length !== title?.split('}').length
  return {
    title: format === 'bibtex' && unpaired ? undefined : title?.replace(/[\r\n]+/g, ' '),
    author: author?.map((name) => nameText(namePartsOf(name))).join('; '),
    container: citation['container-title'],
    volume,
    issue,
    page,
    date: dateText(format === 'bibtex' ? parts.slice(0, 2) : parts),
    DOI,
    PMID,
    PMCID,
    number,
    ISSN,
    publisher,
    URL,
    note: standing && 'Retracted or withdrawn',
  }
}

interface CslItem {
  author?: CslName[]
  issued?: { 'date-parts'?: (number | string)[][] }
  [field: string]: unknown
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? plainText(String(value)) : undefined

/** An item of CSL-JSON, as most tools answer. */
export const fromCsl = (item: CslItem): Item => ({
  title: textOf(item['title']),
  author: item.author?.map(nameText).join('; '),
  container: textOf(item['container-title']),
  volume: textOf(item['volume']),
  issue: textOf(item['issue']),
  page: textOf(item['page']),
  date: dateText((item.issued?.['date-parts']?.[0] ?? []).map(Number)),
  DOI: textOf(item['DOI']),
  PMID: textOf(item['PMID']),
  PMCID: textOf(item['PMCID']),
  number: textOf(item['number']),
  ISSN: textOf(item['ISSN']),
  publisher: textOf(item['publisher']),
  URL: textOf(item['URL']),
  note: textOf(item['note']),
})
