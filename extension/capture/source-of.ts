import type { Citation } from '../../shared/citations/citation.ts'
import type { DraftEntry, DraftSource, ReadTrouble } from '../store/draft.ts'
import type { PageReading } from '../reading/reading.ts'

const sourceOf = (
  { kind, citation, quote, link, evidence, entries, fromScreen, unreadSelection, doubts }: PageReading,
  found: Citation,
): DraftSource => ({
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
  ...(fromScreen ? { fromScreen } : {}),
  ...(Object.keys(doubts).length > 0 ? { doubts } : {}),
  ...(unreadSelection ? { unreadSelection } : {}),
})

/** A PDF of which nothing but its address and title is known. */
export const sourceOfPdf = (citation: Citation): DraftSource => ({
  citation,
  quote: null,
  link: '',
  kind: null,
  kindReason: '',
  entries: [],
  page: citation,
  literature: false,
})

/** What a reading means for a draft: an item, or a reason why there is none, with the identifiers of what could not be read. */
export const endOf = (reading: PageReading): { source: DraftSource; trouble?: ReadTrouble } | { trouble: ReadTrouble } => {
  const trouble = reading.kind === 'pdf' ? 'pdf' : reading.reason
  if (!reading.citation) return { trouble: trouble ?? 'unreadable' }
  const source = sourceOf(reading, reading.citation)
  return trouble ? { source, trouble } : { source }
}

/** One item of a listing instead of the listing itself; `undefined` is the page again. */
export const pickEntry = ({ doubts: _, ...source }: DraftSource, entry: DraftEntry | undefined): DraftSource => ({
  ...source,
  citation: entry?.citation ?? source.page ?? source.citation,
})
