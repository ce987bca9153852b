import { type SearchAnswer, mostFound, readPubmedSearch } from '../../shared/lookups/search-answer.ts'
import type { Answer, LookupRecord, Reply } from '../../shared/lookups/answer.ts'
import { readEuropePmc } from '../../shared/lookups/europepmc.ts'
import { europePmcSearch } from '../../shared/lookups/search-string.ts'
import { dayOf, isoDay } from '../../shared/values/calendar-day.ts'
import { type Asking, addressOf, ncbi } from './services.ts'

/** Services that ideas' searches are sent to. */
export const searchedServices = ['pubmed', 'europepmc'] as const
export type SearchedService = (typeof searchedServices)[number]

/** One search at a service, and how its answer is read. */
export interface SearchRequest<Found> {
  service: SearchedService
  address: string
  read: (reply: Reply) => Answer<Found>
}

/**
 * ESearch for what was added to PubMed from that day on. By the day of creation (`crdt`): the day of entry (`edat`) is set to the
 * day of publication for what comes more than a year after it (NLM Technical Bulletin, Nov-Dec 2008), so a late paper would be missed.
 * @param from Milliseconds since 1970; without it everything.
 */
export const pubmedSearch = (search: string, from: number | undefined, asking: Asking, most = mostFound): SearchRequest<SearchAnswer> => {
  const since = from === undefined ? '' : ` AND ("${isoDay(dayOf(from)).replaceAll('-', '/')}"[crdt] : "3000"[crdt])`
  const parameters = { ...ncbi(asking), term: `(${search})${since}`, retmax: String(most) }
  return { service: 'pubmed', address: addressOf('pubmed', '/entrez/eutils/esearch.fcgi', parameters, asking), read: readPubmedSearch }
}

/** Results of Europe PMC in one answer. */
export const europePmcPage = 100

export interface EuropePmcAnswer {
  items: LookupRecord[]
  count: number
  next?: string
}

/**
 * The same at Europe PMC, by the day on which it first had a record (`FIRST_IDATE`), in short answers without abstracts
 * (`resultType=lite`). `undefined` where it does not know a field of the search.
 */
export const europePmcRequest = (
  search: string,
  from: number | undefined,
  asking: Asking,
  { cursor = '*', size = europePmcPage }: { cursor?: string; size?: number } = {},
): SearchRequest<EuropePmcAnswer> | undefined => {
  const theirs = europePmcSearch(search)
  if (theirs === undefined) return undefined
  const parameters = {
    query: from === undefined ? theirs : `${theirs} AND (FIRST_IDATE:[${isoDay(dayOf(from))} TO 3000-01-01])`,
    format: 'json',
    resultType: 'lite',
    pageSize: String(size),
    cursorMark: cursor,
    email: asking.contact,
  }
  return {
    service: 'europepmc',
    address: addressOf('europepmc', '/europepmc/webservices/rest/search', parameters, asking),
    read: (reply) => {
      const answer = readEuropePmc(reply)
      return 'failed' in answer ? answer : { found: { ...answer.found, items: answer.found.items.slice(0, europePmcPage) } }
    },
  }
}
