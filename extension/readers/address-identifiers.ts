import { normaliseArxiv, normaliseDoi, normaliseNct, normalisePmcid, normalisePmid } from '../../shared/identifiers.ts'
import type { Finding } from './finding.ts'
import { isHost, type Page } from './page.ts'

/** What platforms put behind a DOI in their addresses. */
const tail =
  /(?:\/(?:full|abstract|abs|pdf|epdf|html|meta|fulltext|summary|references|citations?|tables|figures|pdfdirect|epub|v\d+))+(?:[./].*)?$|(?:\.full(?:\.pdf)?|\.pdf|\.xml|\.abstract|\.short)$/i
/** bioRxiv and medRxiv: the version is not part of the DOI. */
const version = /^(10\.(?:1101|64898)\/[\d.]+)v\d+.*$/i

const doiIn = (address: URL): string | undefined => {
  const doi = normaliseDoi(address.origin + address.pathname)
  return doi?.replace(tail, '').replace(version, '$1')
}

/** Identifiers in the page's own address: the one place that a page cannot have from another paper. */
export const addressIdentifiers = ({ address }: Page): Finding => {
  const { hostname, pathname, searchParams } = address
  const place = hostname + pathname
  const ncbi = isHost(hostname, 'nih.gov') || isHost(hostname, 'pubmedcentral.nih.gov')
  const pmc = ncbi || isHost(hostname, 'europepmc.org')
  const article = searchParams.get('artid')
  const arxiv = isHost(hostname, 'arxiv.org') ? normaliseArxiv(`arxiv.org${pathname}`) : undefined
  return {
    DOI: doiIn(address),
    PMID: ncbi || pmc ? normalisePmid(/(?:pubmed(?:\.ncbi\.nlm\.nih\.gov)?|\/med)\/(\d+)\/?$/i.exec(place)?.[1] ?? '') : undefined,
    PMCID: pmc
      ? normalisePmcid(
          article ? `PMC${article}` : (/\/(?:articles|pmc|article\/pmc)\/(?:pmc)?(\d+)/i.exec(pathname)?.[1]?.replace(/^/, 'PMC') ?? ''),
        )
      : undefined,
    number: (arxiv && `arXiv:${arxiv}`) ?? (isHost(hostname, 'clinicaltrials.gov') ? normaliseNct(pathname) : undefined),
  }
}
