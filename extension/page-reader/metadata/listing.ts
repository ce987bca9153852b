import { withoutProxy } from '../page/address.ts'
import { identifiersInAddress } from '../../../shared/citations/address-identifiers.ts'
import { cleanTitle } from '../page/clean.ts'
import { without } from './merge.ts'
import { all, attribute, inside, type Page, textOf } from '../page/page.ts'

export interface ListingEntry {
  title: string
  address: string
  DOI?: string
  PMID?: string
}

/** Addresses of single items on literature sites. */
const item =
  /\/doi\/(?:[a-z]+\/)?10\.|\/(?:full)?article(?:s|-abstract)?\/|\/(?:pubmed|pmc|med)\/\w*\d{5}|\/content\/(?:\w+\/)?\d+\/|\/(?:study|show)\/NCT|\/abs\/\d{4}\.\d/i
const notListed = 'nav,footer,aside,[class*="reference" i],[id*="reference" i],[class*="biblio" i],p'

const entryOf = (link: Element, page: Page): ListingEntry | undefined => {
  const title = cleanTitle(textOf(link, 600))
  const url = withoutProxy(attribute(link, 'href'), page.address)
  if (!url || title.length < 25 || !title.includes(' ')) return undefined
  const { DOI, PMID } = identifiersInAddress(url.href)
  if (!PMID && !item.test(url.pathname)) return undefined
  return without({ title, address: url.href.slice(0, 2000), DOI, PMID })
}

/** What a page of search results or contents lists: links to items that carry whole titles, each once, at most 50. */
export const readListing = (page: Page): ListingEntry[] => {
  const entries = new Map<string, ListingEntry>()
  for (const link of all(page.scope, 'a[href]', 1500)) {
    if (entries.size === 50) break
    const entry = inside(link, notListed) ? undefined : entryOf(link, page)
    if (entry && !entries.has(entry.address)) entries.set(entry.address, entry)
  }
  return [...entries.values()]
}
