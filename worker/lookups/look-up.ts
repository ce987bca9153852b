import type { Answer, LookupFailure, LookupRecord, Reply } from '../../shared/lookups/answer.ts'
import type { ItemIds } from '../../shared/lookups/assertion.ts'
import { readCrossref, readCrossrefList } from '../../shared/lookups/crossref.ts'
import { readEuropePmc } from '../../shared/lookups/europepmc.ts'
import { sameItem } from '../../shared/lookups/item-ids.ts'
import { readOpenAlex } from '../../shared/lookups/openalex.ts'
import { readDataCite, readTrials, readUnpaywall } from '../../shared/lookups/other-services.ts'
import { readSearch, readSummaries } from '../../shared/lookups/pubmed-summary.ts'
import { addresses, type Asking, isPlainDoi } from './services.ts'
import type { AskedService } from '../../shared/lookups/assertion.ts'

/** An item by its identifiers; a trial by its number. Nothing else of it is ever sent. */
export interface Wanted extends ItemIds {
  trial?: string | undefined
  /** Services that gave no answer to a list with it: they are asked about it alone, so that it spoils no list, from that time on (milliseconds since 1970). */
  apart?: Partial<Record<AskedService, number>> | undefined
}

/** One request to a service and how its answer is read: for each of the items its record, or `undefined` where it does not have it. */
export interface Question<Item extends Wanted = Wanted> {
  service: AskedService
  address: string
  items: readonly Item[]
  read: (reply: Reply) => Answer<(LookupRecord | undefined)[]>
}

/** Of one item: a service that does not have it, or tells of another one, has answered. */
const single =
  (item: Wanted, read: (reply: Reply) => Answer<LookupRecord>) =>
  (reply: Reply): Answer<(LookupRecord | undefined)[]> => {
    const answer = read(reply)
    if ('found' in answer) return { found: [isOf(answer.found, item) ? answer.found : undefined] }
    return answer.failed === 'missing' || answer.failed === 'refused' ? { found: [undefined] } : answer
  }

/** What a list has, and how much there is by its own word. */
interface Listed {
  items: readonly LookupRecord[]
  count: number
}

/** Of a list: an item that is not in it is not there, unless there is more than it has. A list that misses altogether is no answer. */
const listed =
  (items: readonly Wanted[], read: (reply: Reply) => Answer<Listed>) =>
  (reply: Reply): Answer<(LookupRecord | undefined)[]> => {
    const answer = read(reply)
    if ('failed' in answer) {
      if (answer.failed === 'refused' && items.length === 1) return { found: [undefined] }
      return answer.failed === 'missing' ? { failed: 'unreadable' } : answer
    }
    const { items: records, count } = answer.found
    const found = items.map((item) => records.find(({ ids }) => sameItem(ids, item)))
    return found.includes(undefined) && count > records.length ? { failed: 'unreadable' } : { found }
  }

/** Whether a record is of the item that was asked about. */
const isOf = ({ ids, citation }: LookupRecord, item: Wanted): boolean =>
  item.trial !== undefined && citation.number === item.trial ? true : sameItem(ids, item)

const isApart = ({ apart }: Wanted, service: AskedService): boolean => apart?.[service] !== undefined

const batchesOf = <Item extends Wanted>(service: AskedService, items: readonly Item[], size: number): Item[][] => {
  const together = items.filter((item) => !isApart(item, service))
  return [
    ...Array.from({ length: Math.ceil(together.length / size) }, (_, index) => together.slice(index * size, (index + 1) * size)),
    ...items.filter((item) => isApart(item, service)).map((item) => [item]),
  ]
}

const hasDoi = <Item extends Wanted>(item: Item): item is Item & { doi: string } => item.doi !== undefined
const hasPmid = <Item extends Wanted>(item: Item): item is Item & { pmid: string } => item.pmid !== undefined

/**
 * The requests by which a service is asked about these items, each with as many items as it takes. Items that a service cannot
 * know by their identifiers are in none.
 */
export const questionsTo = <Item extends Wanted>(
  service: AskedService,
  items: readonly Item[],
  asking: Asking,
  batch: number,
): Question<Item>[] => {
  const byDoi = items.filter(hasDoi)
  if (service === 'crossref') {
    const plain = byDoi.filter((item) => isPlainDoi(item.doi) && !isApart(item, service))
    return [
      ...batchesOf(service, plain, batch).map((some) => ({
        service,
        address: addresses.crossrefList(
          some.map(({ doi }) => doi),
          asking,
        ),
        items: some,
        read: listed(some, readCrossrefList),
      })),
      ...byDoi
        .filter((item) => !plain.includes(item))
        .map((item) => ({ service, address: addresses.crossrefWork(item.doi, asking), items: [item], read: single(item, readCrossref) })),
    ]
  }
  if (service === 'pubmed')
    return batchesOf(service, items.filter(hasPmid), batch).map((some) => ({
      service,
      address: addresses.pubmedSummaries(
        some.map(({ pmid }) => pmid),
        asking,
      ),
      items: some,
      read: listed(some, (reply) => {
        const answer = readSummaries(reply)
        return 'found' in answer ? { found: { items: answer.found, count: answer.found.length } } : answer
      }),
    }))
  if (service === 'europepmc')
    return batchesOf(
      service,
      items.filter((item) => item.doi ?? item.pmid),
      batch,
    ).map((some) => ({
      service,
      address: addresses.europePmc(some, asking),
      items: some,
      read: listed(some, readEuropePmc),
    }))
  if (service === 'clinicaltrials')
    return items.flatMap((item) =>
      item.trial
        ? [
            {
              service,
              address: addresses.clinicalTrial(item.trial, asking),
              items: [item],
              read: single(item, (reply) => {
                const answer = readTrials(reply)
                const [first] = 'found' in answer ? answer.found : []
                return 'found' in answer ? (first ? { found: first } : { failed: 'missing' }) : answer
              }),
            },
          ]
        : [],
    )
  // A key is required: without it the service would answer for the whole deployment from a small allowance.
  if (service === 'openalex' && !asking.openAlexKey) return []
  const [address, read] = {
    openalex: [addresses.openAlex, readOpenAlex] as const,
    datacite: [addresses.dataCite, readDataCite] as const,
    unpaywall: [addresses.unpaywall, readUnpaywall] as const,
  }[service]
  return byDoi.map((item) => ({ service, address: address(item.doi, asking), items: [item], read: single(item, read) }))
}

/** The PMID of a DOI by PubMed's own search: exactly one, or none. */
export const pmidQuestion = (doi: string, asking: Asking): { address: string; read: (reply: Reply) => Answer<string | undefined> } => ({
  address: addresses.pubmedByDoi(doi, asking),
  read: (reply) => {
    const answer = readSearch(reply)
    if ('failed' in answer) return answer
    return { found: answer.found.count === 1 ? answer.found.pmids[0] : undefined }
  },
})

/** Whether a service should rest after such a failure, and for how many seconds at least; the rest doubles with each in a row. */
export const restAfter = (failed: LookupFailure, waitSeconds: number | undefined, failures: number): number => {
  if (failed === 'missing' || failed === 'refused') return 0
  const doubled = Math.min(6 * 3600, 30 * 2 ** Math.max(0, failures - 1))
  return Math.max(waitSeconds ?? 0, doubled)
}
