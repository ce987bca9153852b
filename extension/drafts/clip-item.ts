import type { Citation } from '../../shared/citations/citation.ts'
import { isLiterature, quoteField } from '../../shared/domain/literature.ts'
import type { Quote } from '../../shared/domain/entities.ts'
import { type Field, findPatientInfo, type KnownIdentifier } from '../../shared/phi/detect.ts'
import { fieldsOf } from './clip-fields.ts'
import { type Draft, type DraftForm, isOfPatient } from '../store/draft.ts'
import { readableAddress } from '../reading/readable-address.ts'

type Known = readonly KnownIdentifier[]

const isCertain = (text: string, field: Field, known: Known): boolean =>
  findPatientInfo(text, { field, known }).some(({ certainty }) => certainty === 'high')

/** Whether the words of a page are let through leniently: it was recognised as something published, and shows no patient. */
export const isPublished = (draft: Draft): boolean =>
  draft.source?.literature === true && isLiterature(draft.source.citation) && !isOfPatient(draft)

/**
 * The quote as it will be sent. An untouched one keeps its surroundings, by which the server knows it as the page's own
 * words; a changed one, and one whose surroundings tell too much, is only its own words.
 */
export const quoteOf = (draft: Draft, form: DraftForm, known: Known): Quote | null => {
  const typed = fieldsOf(draft, form).quote
  const exact = typed.trim()
  if (exact === '') return null
  const read = draft.source?.quote
  const bare = { exact, prefix: '', suffix: '' }
  if (!read || read.exact !== typed || isOfPatient(draft)) return bare
  const field = isPublished(draft) ? 'quote' : 'note'
  return isCertain(`${read.prefix}${read.exact}${read.suffix}`, field, known) ? bare : read
}

/** How the quote is checked here: never more leniently than the server will. */
export const fieldOfQuote = (draft: Draft, form: DraftForm, known: Known): 'quote' | 'note' => {
  const quote = quoteOf(draft, form, known)
  return quote && draft.source && isPublished(draft) ? quoteField(draft.source.citation, quote) : 'note'
}

/** What a page says of itself beside its title has no place in the form to be mended, so what tells too much is left out. */
const withoutTelling = (citation: Citation, field: Field, known: Known): Citation => {
  const kept = Object.entries(citation).filter(
    ([name, value]) => name === 'type' || !isCertain(typeof value === 'string' ? value : JSON.stringify(value), field, known),
  )
  return { ...Object.fromEntries(kept), type: citation.type }
}

const citationOf = (draft: Draft, form: DraftForm, known: Known): Citation => {
  const { title, address } = fieldsOf(draft, form)
  const { title: _title, URL: _URL, ...rest } = draft.source?.citation ?? { type: 'webpage' }
  return {
    ...withoutTelling(rest, 'quote', known),
    ...(title.trim() ? { title: title.trim() } : {}),
    ...(address.trim() ? { URL: address.trim() } : {}),
  }
}

/** The link that opens the page at the quote, as long as it is the page's own quote and the link says nothing of a patient. */
const linkOf = ({ source }: Draft, quote: Quote | null, known: Known, address: string): string => {
  const link = quote !== null && quote === source?.quote ? source.link : ''
  return link === '' || isCertain(link, 'url', known) || isCertain(readableAddress(link), 'url', known) ? address : link
}

/** The item of a clip as it will be sent. */
export const itemOf = (draft: Draft, form: DraftForm, known: Known): { citation: Citation; quote: Quote | null; link: string } => {
  const [citation, quote] = [citationOf(draft, form, known), quoteOf(draft, form, known)]
  return { citation, quote, link: linkOf(draft, quote, known, citation.URL ?? '') }
}
