import type { Citation } from '../shared/citation.ts'
import type { DraftEntry, DraftSource, ReadTrouble } from './draft.ts'
import type { PageReading } from './page-reading.ts'

const sourceOf = ({ kind, citation, quote, link, evidence, entries }: PageReading, found: Citation): DraftSource => ({
  citation: found,
  quote,
  link,
  kind: evidence?.kind ?? null,
  kindReason: evidence?.reason ?? '',
  entries: entries.map(({ title, address, DOI, PMID }) => ({
    title,
    citation: { type: 'article', title, ...(address ? { URL: address } : {}), ...(DOI ? { DOI } : {}), ...(PMID ? { PMID } : {}) },
  })),
  page: citation,
  literature: kind === 'citation',
})

/** What a reading means for a draft: an item, or a reason why there is none. */
export const endOf = (reading: PageReading): { source: DraftSource; trouble?: ReadTrouble } | { trouble: ReadTrouble } => {
  if (!reading.citation) return { trouble: reading.reason ?? 'unreadable' }
  const source = sourceOf(reading, reading.citation)
  return reading.kind === 'pdf' ? { source, trouble: 'pdf' } : { source }
}

/** One item of a listing instead of the listing itself; `undefined` is the page again. */
export const pickEntry = (source: DraftSource, entry: DraftEntry | undefined): DraftSource => ({
  ...source,
  citation: entry?.citation ?? source.page ?? source.citation,
})
