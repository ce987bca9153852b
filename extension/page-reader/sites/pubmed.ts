import type { Extractor } from '../metadata/finding.ts'
import { all, attribute, first, isHost, type Page, textOf } from '../page/page.ts'

const texts = (root: Document | Element, selector: string, most = 100): string[] =>
  all(root, selector, most)
    .map((element) => textOf(element, 300))
    .filter(Boolean)

/** Since 2020: identifiers stand in the head of the full view; the rest of the page is full of other papers. */
const present = (page: Page, view: Element) => ({
  title: textOf(first(view, '.heading-title'), 600),
  authors: all(first(view, '.authors-list') ?? view, '.authors-list-item .full-name', 100).map((name) => textOf(name, 200)),
  DOI: attribute(first(view, '.identifier.doi a.id-link'), 'href') || undefined,
  PMCID: textOf(first(view, '.identifier.pmc'), 60) || undefined,
  PMID: textOf(first(view, '.identifier.pubmed .current-id'), 40) || undefined,
  publicationTypes: texts(page.scope, '.publication-types .keyword-actions-trigger', 12),
})

/** Before 2020: one `.rprt` a record. */
const past = (record: Element) => {
  const source = textOf(first(record, '.cit'), 500)
  const [, volume, issue, from, to] = /;\s*(\d+)(?:\(([^)]+)\))?:\s*(\w+)(?:-(\w+))?/.exec(source) ?? []
  const identifiers = textOf(first(record, '.rprtid'), 300)
  return {
    title: textOf(first(record, 'h1'), 600),
    authors: texts(record, '.auths a'),
    journal: textOf(first(record, '.cit a'), 200).replace(/\.$/, '') || undefined,
    date: /\.\s*((?:19|20)\d{2}\b[^;.]*)/.exec(source)?.[1],
    volume,
    issue,
    firstPage: from,
    lastPage: to && from && to.length < from.length ? from.slice(0, from.length - to.length) + to : to,
    DOI: /doi:\s*(10\.\S+)/i.exec(`${source} ${identifiers}`)?.[1],
    PMID: /PMID:\s*(\d+)/i.exec(identifiers)?.[1],
    PMCID: /PMC\d+/.exec(identifiers)?.[0],
    publicationTypes: all(record, '.morecit h4', 20)
      .filter((heading) => /publication types?/i.test(textOf(heading, 60)))
      .flatMap((heading) => texts(heading.nextElementSibling ?? heading, 'li', 12)),
  }
}

/** PubMed prints its record's identifiers among those of many others. */
export const extractor: Extractor = {
  hosts: ['pubmed.ncbi.nlm.nih.gov', 'www.ncbi.nlm.nih.gov'],
  complete: true,
  read: (page) => {
    if (page.address.hostname.startsWith('www.') && !page.address.pathname.startsWith('/pubmed/')) return {}
    const view = isHost(page.address.hostname, 'pubmed.ncbi.nlm.nih.gov')
      ? (first(page.scope, '#full-view-heading') ?? first(page.scope, '.full-view'))
      : undefined
    if (view) return present(page, view)
    const records = all(page.scope, '.rprt.abstract', 2)
    return records.length === 1 && records[0] ? past(records[0]) : {}
  },
}
