import type { Citation } from '../citations/citation.ts'
import type { Quote } from './entities.ts'

/** Whether a citation is of something published: it has a type of its own or an identifier that only published items have. */
export const isLiterature = ({ type, DOI, PMID, PMCID }: Partial<Citation>): boolean =>
  (type !== undefined && type !== 'webpage') || Boolean(DOI ?? PMID ?? PMCID)

/**
 * How a quote is read. Only an unedited selection of something published is let through leniently; the extension takes the
 * surroundings away from every edited one, so a quote without them counts as typed, and so does one from any other page.
 */
export const quoteField = (citation: Partial<Citation>, { prefix, suffix }: Partial<Quote>): 'quote' | 'note' =>
  isLiterature(citation) && Boolean(prefix || suffix) ? 'quote' : 'note'

/**
 * How a title is read. That of something published is let through leniently where a page shows it. A file of references may hold what somebody typed
 * for themselves: there no number of a record passes, and without an identifier the title is read like any prose.
 */
export const titleField = (citation: Partial<Citation>, isBrought: boolean): 'citation' | 'quote' | 'title' => {
  if (!isLiterature(citation)) return 'title'
  if (!isBrought) return 'citation'
  return citation.DOI || citation.PMID || citation.PMCID ? 'quote' : 'title'
}

/** The words with which somebody says that a name is a patient's. */
const ofPatient = /(?<![\p{L}\p{N}])(?:patients?|pts?|pacientes?|mrn|dob|nhc|infant|baby|beb[eé])(?![\p{L}\p{N}])/iu

/**
 * How a short name that somebody gives is read (of a site, a topic, a device, a member): names of people and places are meant in it,
 * "Dr. Smith’s laptop", the number of a record or a birth date is not. One that says that it is about a patient gets every rule.
 */
export const labelField = (text: string): 'quote' | 'note' => (ofPatient.test(text) ? 'note' : 'quote')
