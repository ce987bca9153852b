import { europePmcResult, foundByDoi, known, madeUpWork, medlineTypes, openAlexWork } from './made-up-papers.ts'
import { recordedAnswer, recordedResult, recordedSummary, recordedWork } from './recorded-services.ts'
import { searchedEuropePmc, searchedPubmed, summaryOf } from './searched-papers.ts'
import type { Reply } from './service-faults.ts'

const workOf = (doi: string): object | undefined => recordedWork(doi) ?? madeUpWork(doi.toLowerCase())
const answer = (body: object | string): Reply => ({ status: 200, body: typeof body === 'string' ? body : JSON.stringify(body) })
const notFound: Reply = { status: 404, body: 'Resource not found.' }
const lastPart = (path: string): string => decodeURIComponent(path.split('/').at(-1) ?? '')

const madeUpSummary = (uid: string): object => {
  const doi = known.get(uid)
  if (!doi) return { uid, error: 'cannot get document summary' }
  return {
    uid,
    title: `On ${doi}.`,
    pubtype: medlineTypes(doi),
    articleids: [{ idtype: 'doi', value: doi }],
    fulljournalname: 'Annals of Made Up Wards',
  }
}

const summaries = (ids: readonly string[]): object => ({
  header: { type: 'esummary', version: '0.3' },
  result: { uids: ids, ...Object.fromEntries(ids.map((uid) => [uid, summaryOf(uid) ?? recordedSummary(uid) ?? madeUpSummary(uid)])) },
})

const europePmc = (result: readonly object[]): object => ({
  hitCount: result.length,
  request: { cursorMark: '*' },
  resultList: { result },
})

/** What each service answers about the items of an address. */
const answers: Record<string, (path: string, query: URLSearchParams) => Reply> = {
  'api.crossref.org': (path, query) => {
    const filter = query.get('filter')
    if (filter !== null) {
      const items = filter.split(',').flatMap((one) => workOf(one.replace(/^doi:/, '')) ?? [])
      return answer({ status: 'ok', message: { 'total-results': items.length, items } })
    }
    const doi = lastPart(path)
    const [recorded, work] = [recordedAnswer('api.crossref.org', doi), workOf(doi)]
    return recorded ? answer(recorded) : work ? answer({ status: 'ok', message: work }) : notFound
  },
  'www.ebi.ac.uk': (_, query) => {
    const text = query.get('query') ?? ''
    const searched = searchedEuropePmc(query)
    if (searched) return answer(searched)
    const ids = [...text.matchAll(/DOI:"([^"]+)"|EXT_ID:(\d+)/g)].map(([, doi, pmid = '']) => doi ?? pmid)
    return answer(europePmc(ids.flatMap((id) => recordedResult(id) ?? europePmcResult(known.get(id) ?? id) ?? [])))
  },
  'eutils.ncbi.nlm.nih.gov': (path, query) =>
    path.endsWith('esummary.fcgi')
      ? answer(summaries((query.get('id') ?? '').split(',').filter(Boolean)))
      : answer(searchedPubmed(query) ?? { esearchresult: foundByDoi(/^"([^"]+)"\[doi\]$/.exec(query.get('term') ?? '')?.[1] ?? '') }),
  'api.openalex.org': (path) => {
    const doi = lastPart(path).replace(/^doi:/, '')
    return answer(recordedAnswer('api.openalex.org', doi) ?? openAlexWork(doi))
  },
  'api.datacite.org': (path) => {
    const recorded = recordedAnswer('api.datacite.org', lastPart(path))
    return recorded ? answer(recorded) : notFound
  },
  'api.unpaywall.org': (path) => {
    const recorded = recordedAnswer('api.unpaywall.org', lastPart(path))
    return recorded ? answer(recorded) : notFound
  },
  'clinicaltrials.gov': (path) => answer(recordedAnswer('clinicaltrials.gov', lastPart(path)) ?? trial(lastPart(path))),
}

const trial = (nctId: string): object => ({
  protocolSection: {
    identificationModule: { nctId, briefTitle: 'A made up trial' },
    contactsLocationsModule: { centralContacts: [{ name: 'Somebody Real', phone: '0151 496 0000' }] },
  },
  hasResults: true,
})

export const answerOf = (host: string, path: string, query: URLSearchParams): Reply =>
  answers[host]?.(path, query) ?? { status: 404, body: 'no such host' }

const other = '10.5555/retracted.other'

/** What a service answers in the same form about another, retracted item. */
export const aboutAnother = (host: string, path: string, query: URLSearchParams): string => {
  const work = madeUpWork(other)
  const others: Record<string, () => object> = {
    'api.crossref.org': () => ({ status: 'ok', message: query.has('filter') ? { items: [work] } : work }),
    'www.ebi.ac.uk': () => europePmc([europePmcResult(other) ?? {}]),
    'eutils.ncbi.nlm.nih.gov': () => ({
      result: { uids: ['31'], 31: { uid: '31', title: 'Another', pubtype: ['Retracted Publication'] } },
      esearchresult: { count: '1', idlist: ['31'] },
    }),
    'api.openalex.org': () => openAlexWork(other),
    'api.datacite.org': () => ({ data: { attributes: { doi: other, titles: [{ title: 'Another' }] } } }),
    'api.unpaywall.org': () => ({ doi: other, best_oa_location: { url: 'https://open.example/another' } }),
    'clinicaltrials.gov': () => trial('NCT00000001'),
  }
  return JSON.stringify(others[host]?.() ?? {})
}
