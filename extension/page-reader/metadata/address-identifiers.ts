import { normaliseArxiv, normaliseDoi, normaliseNct, normalisePmcid } from '../../../shared/citations/identifiers.ts'
import type { Finding } from './finding.ts'
import { isHost, type Page } from '../page/page.ts'

/** What platforms put behind a DOI in their addresses. */
const tail =
  /(?:\/(?:full|abstract|abs|pdf|epdf|html|meta|fulltext|summary|references|citations?|tables|figures|pdfdirect|epub|v\d+))+(?:[./].*)?$|(?:\.full(?:\.pdf)?|\.pdf|\.xml|\.abstract|\.short)$/i
/** bioRxiv and medRxiv: the version is not part of the DOI. */
const version = /^(10\.(?:1101|64898)\/[\d.]+)v\d+.*$/i

const doiIn = (address: URL): string | undefined => {
  const doi = normaliseDoi(address.origin + address.pathname)
  return doi?.replace(tail, '').replace(version, '$1')
}

/** Identifiers in a page's address: the one place that a page cannot have from another paper. */
export const addressIdentifiers = ({ address }: Pick<Page, 'address'>): Finding => {
  const { hostname, pathname } = address
  const nih = ['nih.gov', 'pubmedcentral.nih.gov', 'europepmc.org'].some((site) => isHost(hostname, site))
  const inPmc = nih && (address.searchParams.get('artid') || /\/(?:articles|pmc)\/(?:pmc)?(\d+)/i.exec(pathname)?.[1])
  const arxiv = isHost(hostname, 'arxiv.org') ? normaliseArxiv(`arxiv.org${pathname}`) : undefined
  return {
    DOI: doiIn(address),
    PMID: nih ? /(?:pubmed(?:\.ncbi\.nlm\.nih\.gov)?|\/med)\/0*([1-9]\d{0,8})\/?$/i.exec(hostname + pathname)?.[1] : undefined,
    PMCID: inPmc ? normalisePmcid(`PMC${inPmc}`) : undefined,
    number: (arxiv && `arXiv:${arxiv}`) ?? (isHost(hostname, 'clinicaltrials.gov') ? normaliseNct(pathname) : undefined),
  }
}
