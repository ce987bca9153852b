import type { Citation } from './citation.ts'
import type { Quote } from './network.ts'

/** Whether a citation is of something published: it has a type of its own or an identifier that only published items have. */
export const isLiterature = ({ type, DOI, PMID, PMCID }: Partial<Citation>): boolean =>
  (type !== undefined && type !== 'webpage') || Boolean(DOI ?? PMID ?? PMCID)

/**
 * How a quote is read. Only an unedited selection of something published is let through leniently; the extension takes the
 * surroundings away from every edited one, so a quote without them counts as typed, and so does one from any other page.
 */
export const quoteField = (citation: Partial<Citation>, { prefix, suffix }: Partial<Quote>): 'quote' | 'note' =>
  isLiterature(citation) && Boolean(prefix || suffix) ? 'quote' : 'note'
