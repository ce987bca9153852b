import type { Citation } from '../shared/citation.ts'
import { ownAddress, withoutProxy } from './address.ts'
import type { RawReading } from './page-reading.ts'
import { type Quote, readQuote } from './quote.ts'
import { readItem } from './read-item.ts'
import { addressIdentifiers } from './readers/address-identifiers.ts'
import { littleText } from './readers/little-text.ts'
import { readListing } from './readers/listing.ts'
import { without } from './readers/merge.ts'
import { attribute, first, openPage, type Page } from './readers/page.ts'

const reading = (part: Partial<RawReading>): RawReading => ({
  kind: 'page',
  citation: null,
  publicationTypes: [],
  quote: null,
  entries: [],
  little: null,
  reason: null,
  ...part,
})

const unreadable = (): RawReading => reading({ kind: 'blocked', reason: 'unreadable' })

/** A viewer shows nothing of a PDF's own data to a script: the address is what there is, and the name of the file. */
const readPdf = (page: Page, URL: string): Citation => {
  const { DOI, PMCID, number } = addressIdentifiers(page)
  const title = page.document.title.slice(0, 500).trim()
  return without({ type: DOI || PMCID ? 'article-journal' : 'document', URL, title, DOI, PMCID, number })
}

const isPdf = ({ document, scope }: Page): boolean =>
  document.contentType === 'application/pdf' || first(scope, 'body > embed[type="application/pdf"]') !== undefined

const selected = (document: Document): Quote | null => {
  try {
    return readQuote(document)
  } catch {
    // A page can break its own selection; the item is worth having without a sentence.
    return null
  }
}

const read = (document: Document, address: URL): RawReading => {
  const page = openPage(document, address)
  const URL = ownAddress(address, attribute(first(page.scope, 'link[rel~="canonical"][href]'), 'href'))
  const quote = selected(document)
  if (isPdf(page)) return reading({ kind: 'pdf', citation: readPdf(page, URL), quote })
  const item = readItem(page, URL)
  const { citation } = item
  const little = item.described ? null : littleText(page)
  if (!item.scholarly) {
    const entries = item.article ? [] : readListing(page)
    return entries.length > 4 ? reading({ kind: 'listing', citation, quote, entries }) : reading({ kind: 'page', citation, quote, little })
  }
  return reading({ kind: 'citation', citation, publicationTypes: item.publicationTypes, quote, little })
}

/**
 * Reads what a page is, from the page alone: no request, no change to it. The address is `location.href`; what comes back
 * is plain data within the limits of `pageReadingSchema`, to be parsed with it by whoever believes it.
 */
export const extract = (document: Document, address: string): RawReading => {
  const url = withoutProxy(address)
  if (!url) return unreadable()
  try {
    return read(document, url)
  } catch {
    // A page that breaks its own document (throwing getters) must not take the clip with it.
    return unreadable()
  }
}
