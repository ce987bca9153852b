/**
 * How a published item stands: taken back (retracted, withdrawn, removed), in doubt (an expression of concern), corrected, or
 * itself the notice of a retraction or withdrawal, which is never called retracted.
 */
export const standings = ['retracted', 'doubted', 'corrected', 'notice'] as const
export type Standing = (typeof standings)[number]

/** Where it was read: in the item's title as it is cited, the page's heading, its window's title, metadata or publication types, or a note that the page shows. */
export const standingPlaces = ['title', 'heading', 'window', 'metadata', 'type', 'banner'] as const
export type StandingPlace = (typeof standingPlaces)[number]

/** A person by family and given names, or whoever has only one name: a group, an agency. */
export type Name = { family: string; given?: string | undefined } | { literal: string }

/** Fields of CSL that are plain text. */
export const textFields = ['title', 'container-title', 'volume', 'issue', 'page', 'number', 'publisher'] as const
export const identifierFields = ['DOI', 'PMID', 'PMCID', 'URL', 'language'] as const

/** What can be shorter than what was said, or left out because it could be nothing of its kind. */
export const cutFields = [...textFields, ...identifierFields, 'author'] as const
export type CutField = (typeof cutFields)[number]

/**
 * A citation as CSL-JSON (citation-style-language schema 1.0) with PMID and PMCID; never an abstract. `number` holds what a
 * registry or archive calls the item ("NCT01234567", "arXiv:2101.00001").
 */
export interface Citation extends Partial<Record<(typeof textFields)[number] | (typeof identifierFields)[number], string | undefined>> {
  /** Of CSL 1.0.2. */
  type: string
  author?: Name[] | undefined
  issued?: { 'date-parts': number[][] } | undefined
  ISSN?: string | undefined
  /** What the page said of the item's standing, and where; no fields of CSL. */
  standing?: Standing | undefined
  standingSeen?: StandingPlace | undefined
  /** Fields of which less is kept than was said. */
  cut?: CutField[] | undefined
}

/** What a page or a look-up service says: nothing of it is refused for one field. */
export type SaidCitation = Partial<Record<keyof Citation, unknown>>
