import { withoutProxy } from './page/address.ts'
import type { RawReading } from '../reading/reading.ts'
import { type Quote, readQuote } from './quote/quote.ts'
import { headingsOf, readItem } from './read-item.ts'
import { littleText } from './metadata/little-text.ts'
import { readListing } from './metadata/listing.ts'
import { attribute, first, openPage, type Page } from './page/page.ts'
import { windowTitle } from './metadata/page-title.ts'

/** What is told of a page whatever it is, for what is decided outside it. */
export const seenOn = (page: Page, address: string): RawReading => ({
  kind: 'page',
  citation: null,
  publicationTypes: [],
  quote: null,
  entries: [],
  little: null,
  reason: null,
  address: address.slice(0, 4000),
  canonical: attribute(first(page.scope, 'link[rel~="canonical"][href]'), 'href').slice(0, 4000),
  window: windowTitle(page),
  headings: headingsOf(page),
  password: first(page.scope, '[type="password"]') !== undefined,
})

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

const read = (document: Document, url: URL, address: string): RawReading => {
  const page = openPage(document, url)
  const quote = selected(document)
  const seen = { ...seenOn(page, address), quote }
  if (isPdf(page)) return { ...seen, kind: 'pdf' }
  const { scholarly, article, described, mixed, complete, citation, publicationTypes } = readItem(page)
  const told = { ...seen, citation, described, mixed, complete, little: described ? null : littleText(page) }
  if (scholarly) return { ...told, kind: 'citation', publicationTypes }
  const entries = article ? [] : readListing(page)
  return entries.length > 4 ? { ...seen, kind: 'listing', citation, entries } : told
}

/**
 * Reads what a page is, from the page alone: no request, no change to it. The address is `location.href`; what comes back
 * is plain data within the limits of `pageReadingSchema`, to be parsed with it by whoever believes it.
 */
export const extract = (document: Document, address: string): RawReading => {
  try {
    const url = withoutProxy(address)
    if (url) return read(document, url, address)
  } catch {
    // A page that breaks its own document (throwing getters) must not take the clip with it.
  }
  return { kind: 'blocked', citation: null, publicationTypes: [], quote: null, entries: [], little: null, reason: 'unreadable' }
}
