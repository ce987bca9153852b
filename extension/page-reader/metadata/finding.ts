import type { Name } from '../../../shared/citations/citation.ts'
import type { Page } from '../page/page.ts'

/** What one source on a page says of the item: raw texts, cleaned when they are merged. */
export interface Metadata {
  type?: string | undefined
  title?: string | undefined
  authors?: readonly (string | Name)[] | undefined
  journal?: string | undefined
  volume?: string | undefined
  issue?: string | undefined
  firstPage?: string | undefined
  lastPage?: string | undefined
  date?: string | undefined
  DOI?: string | undefined
  PMID?: string | undefined
  PMCID?: string | undefined
  /** What a registry or archive calls the item. */
  number?: string | undefined
  ISSN?: string | undefined
  publisher?: string | undefined
  language?: string | undefined
  /** Article types and publication types as printed, for the kind of evidence. */
  publicationTypes?: readonly string[] | undefined
}

/** Reads one source of metadata; an empty finding where the page has none of it. */
export type MetadataReader = (page: Page) => Metadata

/** Reads a site that the general readers get wrong or find nothing on. What it says wins. */
export interface Extractor {
  /** Whole hosts with everything below them ("nature.com" is also "www.nature.com"). */
  hosts: readonly string[]
  read: (page: Page) => Metadata
  /** Set where printed identifiers, bylines and references must not be guessed at because this site's are read here in full. */
  complete?: boolean
}
