import { normaliseArxiv, normaliseDoi, normaliseNct, normalisePmcid } from './identifiers.ts'

/** What platforms put behind a DOI in their addresses, the last part of one or several. */
const tail =
  /(?:\/(?:full(?:-?text)?|abstract|abs|pdf|epdf|pdfdirect|html?|xml|meta|summary|references?|citations?|cited-?by|tables?|figures?|epub|read(?:er)?|information|info|related(?:-content)?|appendices|comments?|metrics|media|pico|pdfplus|powerpoint|supplement\w*(?:-\w+)?|suppl_file|review|versions?|v\d+)(?=[./]|$)[^/]*)(?:\/.*)?$|\.(?:full|pdf|epdf|xml|abstract|short|long|extract|figures-only|article-info|full-text|e?pub|html?)(?:[.+].*)?$/i

/** The DOI without a platform's tail; a slash can be the DOI's own ("10.5555/jdg/1645207506"). */
const withoutPlatformTail = (doi: string): string => {
  const cut = doi.indexOf('/') + 1
  const rest = doi.slice(cut)
  // What comes directly behind the prefix is the DOI's own, whatever it is called.
  const own = rest.indexOf('/') < 0 ? rest.length : rest.indexOf('/')
  const ended = rest.slice(0, own).replace(tail, '') || rest.slice(0, own)
  return doi.slice(0, cut) + (own < rest.length ? ended + rest.slice(own).replace(tail, '') : ended)
}

/**
 * A DOI without the version of a preprint: versions of one preprint are one item. bioRxiv and medRxiv (10.1101, 10.64898),
 * Research Square, Preprints.org, OSF, ChemRxiv, Authorea, figshare, F1000 and its sisters, eLife's reviewed preprints.
 */
const withoutVersion = (doi: string): string =>
  doi
    .replace(/^(10\.(?:1101|64898)\/[\d.]+?)v\d+.*$/i, '$1')
    .replace(/^(10\.(?:21203\/rs\.\S+?|22541\/au\.\S+?))\/v\d+$/i, '$1')
    .replace(/^(10\.(?:20944\/preprints\S+?|6084\/m9\.figshare\.\S+?))\.v\d+$/i, '$1')
    .replace(/^(10\.\d+\/osf\.io\/\w+?)_v\d+$/i, '$1')
    .replace(/^(10\.26434\/chemrxiv-\S+?)[-.]v\d+$/i, '$1')
    .replace(/^(10\.(?:12688|21955|3310|18332)\/\w+\.\d+)\.\d$/i, '$1')
    .replace(/^(10\.7554\/elife\.\d+)\.\d$/i, '$1')

const decoded = (text: string): string => {
  let plain = text
  for (let times = 0; times < 3 && plain.includes('%'); times += 1) {
    try {
      plain = decodeURIComponent(plain)
    } catch {
      // Not UTF-8: it can only be read as it stands.
      return plain
    }
  }
  return plain
}

/** "10.1136_bmjqs-2021-014463.pdf", "10.1136-bmjqs…", "10.1136@bmjqs…": the first sign stands for the slash, which no file name may hold. */
const doiOfFile = (name: string): string | undefined => {
  const plain = name
    .replace(/\.(?:pdf|epub|html?|xml|full)$/gi, '')
    .replace(/\.(?:full)$/i, '')
    .replace(/[\s_-]*\(\d+\)$/, '')
    .replace(/[._-](?:full|main|pdf|print|online|proof|accepted|final|copy|download)$/i, '')
  const [, prefix, rest] = /(?:^|[^\d.])(10\.\d{4,9}(?:\.\d+)*)[_\-@+:~=]+([a-z0-9(][^\s/]+)$/i.exec(plain) ?? []
  return prefix && rest ? normaliseDoi(`${prefix}/${rest}`) : undefined
}

interface Parts {
  host: string
  path: string
  query: (readonly [name: string, value: string])[]
  fragment: string
}

const partsOf = (address: string): Parts => {
  const [, host = '', path = '', search = '', fragment = ''] =
    /^https?:\/\/([^/?#]+)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is.exec(address.slice(0, 4000)) ?? []
  const query = search.split('&').map((pair) => {
    const at = pair.indexOf('=')
    return [pair.slice(0, at < 0 ? pair.length : at).toLowerCase(), at < 0 ? '' : decoded(pair.slice(at + 1).replaceAll('+', ' '))] as const
  })
  return { host: host.toLowerCase(), path, query, fragment: decoded(fragment) }
}

/** Parameters with what is searched for, or where the visitor came from: their DOI is not of this page. */
const notItem = /^(?:q|query|term|terms|search\w*|text\w*|keywords?|s|ref\w*|from\w*|cited?\w*|origin|author|title)$/

const fileName = (path: string): string => decoded(path).replace(/\/+$/, '').replace(/^.*\//s, '')

/** A DOI as it is compared: without a platform's tail ("/full", ".pdf") and a preprint's version. */
export const wholeDoi = (doi: string | undefined): string | undefined => doi && withoutVersion(withoutPlatformTail(doi))

const doiOf = ({ path, query, fragment }: Parts): string | undefined => {
  const own = query.filter(([name]) => !notItem.test(name)).map(([, value]) => value)
  const inOwn = own.find((value) => /^(?:(?:info:)?doi[:/]\s*|https?:\/\/\S*?\/)?10\.\d{4,9}\/\S/i.test(value))
  const candidates = [
    normaliseDoi(decoded(path)),
    inOwn && normaliseDoi(inOwn.replace(/[?#].*$/s, '')),
    normaliseDoi(fragment),
    doiOfFile(fileName(path)),
    ...own.map((value) => doiOfFile(fileName(value))),
  ]
  return wholeDoi(candidates.find(Boolean))
}

const valueOf = ({ query }: Parts, name: RegExp): string => query.find(([key]) => name.test(key))?.[1] ?? ''

const isHost = (host: string, site: string): boolean => host === site || host.endsWith(`.${site}`)

/** What an address says of the item at it. `number`: "arXiv:2101.00001", "NCT01234567". */
export interface AddressIdentifiers {
  DOI?: string | undefined
  PMID?: string | undefined
  PMCID?: string | undefined
  number?: string | undefined
}

/** The address that another one carries in a parameter, as a library's sign-in does with the one that it leads to. */
export const carriedAddress = (address: string): string | undefined =>
  partsOf(address).query.find(([name, value]) => !notItem.test(name) && /^https?:\/\/[^/?#]+\.[^/?#]+/i.test(value))?.[1]

/**
 * The identifiers that an address names its item by: in the path, a parameter, a fragment, the name of a file, or an address
 * that it carries (a library's sign-in leads to one). Not those that are searched for or referred from.
 */
export const identifiersInAddress = (address: string): AddressIdentifiers => {
  const parts = partsOf(address)
  const carried = carriedAddress(address)
  const { host, path } = parts
  const nih = ['nih.gov', 'pubmedcentral.nih.gov', 'europepmc.org'].some((site) => isHost(host, site))
  const inPmc = nih ? (/\/(?:articles|pmc)\/(?:pmc)?(\d+)/i.exec(path)?.[1] ?? valueOf(parts, /^artid$/)) : ''
  const pmcid = inPmc
    ? `PMC${inPmc}`
    : (/^pmc\d+/i.exec(valueOf(parts, /^(?:pmcid|accid)$/) || (/pdf$/i.test(path) ? fileName(path) : ''))?.[0] ?? '')
  const pmid =
    (nih && /(?:pubmed(?:\.ncbi\.nlm\.nih\.gov)?|\/med)\/0*([1-9]\d{0,8})(?:\/|$)/i.exec(host + path)?.[1]) ||
    /^0*([1-9]\d{3,8})$/.exec(valueOf(parts, /^pmid$/))?.[1]
  const arxiv = isHost(host, 'arxiv.org') ? normaliseArxiv(`arxiv.org${path}`) : undefined
  const nct = isHost(host, 'clinicaltrials.gov') ? normaliseNct(`${path} ${valueOf(parts, /^(?:id|nctid)$/)}`) : undefined
  const found = { DOI: doiOf(parts), PMID: pmid || undefined, PMCID: normalisePmcid(pmcid), number: (arxiv && `arXiv:${arxiv}`) ?? nct }
  return !Object.values(found).some(Boolean) && carried ? identifiersInAddress(carried) : found
}

/** Whether a path names its item by an identifier that other pages do not share. */
export const identifiesItself = (path: string): boolean =>
  /\/10\.\d{4,9}(?:\/|%2f)\S|\/pmc\d{4}|\/pubmed\/\d|\/pii\/\w{10}|nct\d{8}|\/(?:abs|pdf|html)\/\d{4}\.\d{4}/i.test(path)
