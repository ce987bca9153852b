import type { AskedService } from '../../shared/lookups/assertion.ts'

/** What a service documents of itself, and what is asked of it at most. */
export interface ServiceRule {
  /** The only hosts that are ever asked, in code: no setting and no text of anybody names another. */
  host: string
  /** Requests a second that its documentation allows whoever says who they are; all networks of a deployment together. */
  perSecond: number
  /** The same with the operator's key. */
  perSecondWithKey?: number
  /** Items in one request. */
  batch: number
  /** Requests a day of one network: its budget. */
  perDay: number
  /** Days after which an item is asked about again: what can take a paper back is asked every week. */
  everyDays: number
}

/**
 * Sources: Crossref's headers of 2026 for the polite pool (lists 3/s); NCBI E-utilities (3/s, 10/s with a key, 200 numbers a GET);
 * Europe PMC (no limit documented; 10/s is what its clients keep to); OpenAlex (a key since February 2026; 10/s); DataCite (no
 * figure for reading one; taken as Crossref's); Unpaywall (100,000 a day); ClinicalTrials.gov (about 50 a minute a client).
 */
export const serviceRules: Readonly<Record<AskedService, ServiceRule>> = {
  crossref: { host: 'api.crossref.org', perSecond: 3, batch: 40, perDay: 2000, everyDays: 7 },
  pubmed: { host: 'eutils.ncbi.nlm.nih.gov', perSecond: 3, perSecondWithKey: 10, batch: 100, perDay: 2000, everyDays: 7 },
  europepmc: { host: 'www.ebi.ac.uk', perSecond: 5, batch: 20, perDay: 2000, everyDays: 7 },
  openalex: { host: 'api.openalex.org', perSecond: 10, batch: 1, perDay: 900, everyDays: 90 },
  datacite: { host: 'api.datacite.org', perSecond: 3, batch: 1, perDay: 1000, everyDays: 90 },
  unpaywall: { host: 'api.unpaywall.org', perSecond: 5, batch: 1, perDay: 1000, everyDays: 90 },
  clinicaltrials: { host: 'clinicaltrials.gov', perSecond: 0.8, batch: 1, perDay: 500, everyDays: 30 },
}

/** Who asks, as the services want to be told: the operator, never a network, a person or a text. */
export interface Asking {
  /** An address of the operator's; without it nobody is asked. */
  contact: string
  ncbiKey?: string | undefined
  openAlexKey?: string | undefined
  /** Where every host's requests go instead, for tests: `http://127.0.0.1:8080` becomes `…/api.crossref.org/works`. */
  instead?: string | undefined
}

/** Fields of a work that are read; a list without this choice brings every reference of every work. */
const crossrefFields =
  'DOI,type,title,author,issued,published-print,published-online,container-title,volume,issue,page,article-number,publisher,ISSN,update-to,updated-by,relation'

export const addressOf = (
  service: AskedService,
  path: string,
  parameters: Readonly<Record<string, string | undefined>>,
  { instead }: Asking,
): string => {
  const { host } = serviceRules[service]
  const query = Object.entries(parameters)
    .flatMap(([name, value]) => (value ? [`${name}=${encodeURIComponent(value)}`] : []))
    .join('&')
  return `${instead ? `${instead}/${host}` : `https://${host}`}${path}${query ? `?${query}` : ''}`
}

export const ncbi = ({ contact, ncbiKey }: Asking): Record<string, string | undefined> => ({
  db: 'pubmed',
  retmode: 'json',
  tool: 'gleaner',
  email: contact,
  api_key: ncbiKey,
})

/** Signs that part one value of a filter or a search from the next. A DOI with one of them is asked for by itself. */
export const isPlainDoi = (doi: string): boolean => /^10\.\d{4,9}\/[-._;()/:a-z\d]+$/i.test(doi) && !/[,|"\\]/.test(doi)

/** One item's path: everything in it is encoded, so that no sign of a DOI ends the path ("#", "?", "..", "//host"). */
const inPath = encodeURIComponent

export const addresses = {
  crossrefWork: (doi: string, asking: Asking): string => addressOf('crossref', `/works/${inPath(doi)}`, { mailto: asking.contact }, asking),
  crossrefList: (dois: readonly string[], asking: Asking): string =>
    addressOf(
      'crossref',
      '/works',
      { filter: dois.map((doi) => `doi:${doi}`).join(','), rows: String(dois.length), select: crossrefFields, mailto: asking.contact },
      asking,
    ),
  pubmedSummaries: (pmids: readonly string[], asking: Asking): string =>
    addressOf('pubmed', '/entrez/eutils/esummary.fcgi', { ...ncbi(asking), id: pmids.join(',') }, asking),
  /** The PMID of a DOI: in quotes, so that none of its signs is an operator. */
  pubmedByDoi: (doi: string, asking: Asking): string =>
    addressOf('pubmed', '/entrez/eutils/esearch.fcgi', { ...ncbi(asking), term: `"${doi.replace(/"/g, '')}"[doi]`, retmax: '2' }, asking),
  europePmc: (items: readonly { doi?: string | undefined; pmid?: string | undefined }[], asking: Asking): string =>
    addressOf(
      'europepmc',
      '/europepmc/webservices/rest/search',
      {
        query: items
          .map(({ doi = '', pmid }) => (pmid ? `(EXT_ID:${pmid} AND SRC:MED)` : `DOI:"${doi.replace(/["\\]/g, '')}"`))
          .join(' OR '),
        format: 'json',
        resultType: 'core',
        pageSize: String(Math.min(100, items.length * 3)),
        email: asking.contact,
      },
      asking,
    ),
  openAlex: (doi: string, asking: Asking): string =>
    addressOf('openalex', `/works/doi:${inPath(doi)}`, { api_key: asking.openAlexKey, mailto: asking.contact }, asking),
  dataCite: (doi: string, asking: Asking): string => addressOf('datacite', `/dois/${inPath(doi)}`, {}, asking),
  unpaywall: (doi: string, asking: Asking): string => addressOf('unpaywall', `/v2/${inPath(doi)}`, { email: asking.contact }, asking),
  clinicalTrial: (number: string, asking: Asking): string =>
    addressOf('clinicaltrials', `/api/v2/studies/${inPath(number)}`, { format: 'json' }, asking),
} as const
