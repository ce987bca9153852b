import type { Citation } from '../../shared/citations/citation.ts'
import { normaliseDoi } from '../../shared/citations/identifiers.ts'
import { identifiersInAddress } from '../../shared/citations/address-identifiers.ts'
import { bepress } from './metadata/bepress.ts'
import { fold } from './page/clean.ts'
import { coins } from './metadata/coins.ts'
import { dublinCore } from './metadata/dublin-core.ts'
import { eprints } from './metadata/eprints.ts'
import type { Extractor, Metadata, MetadataReader } from './metadata/finding.ts'
import { highwire } from './metadata/highwire.ts'
import { jsonLd, jsonLdArticle } from './metadata/json-ld.ts'
import { merge, pick } from './metadata/merge.ts'
import { microdata } from './metadata/microdata.ts'
import { openGraph } from './metadata/open-graph.ts'
import { all, first, isHost, type Page, textOf } from './page/page.ts'
import { windowTitle } from './metadata/page-title.ts'
import { latexPage } from './metadata/preprint.ts'
import { prism } from './metadata/prism.ts'

const extractors = Object.values(import.meta.glob<Extractor>('./sites/*.ts', { eager: true, import: 'extractor' }))

/**
 * What a page is about. `scholarly`: a paper, guideline or record; `article`: marked as a story or post of its own;
 * `described`: metadata says so, not just the address; `mixed`: sources name several DOIs; `complete`: nothing that the page
 * prints could add to it.
 */
export interface Item {
  scholarly: boolean
  article: boolean
  described: boolean
  mixed: boolean
  complete: boolean
  citation: Citation
  publicationTypes: string[]
}

/** A source that breaks, on purpose or not, says nothing; the others are heard. */
const attempt = (reader: MetadataReader, page: Page): Metadata => {
  try {
    return reader(page)
  } catch {
    return {}
  }
}

const siteOf = ({ address }: Page): Extractor | undefined =>
  extractors.find(({ hosts }) => hosts.some((host) => isHost(address.hostname, host)))

/** Metadata that only pages of single items carry. A journal's own pages name its ISSN and publisher too, and are none. */
const isScholarly = (finding: Metadata): boolean =>
  Boolean(finding.title || finding.type) &&
  Boolean(finding.DOI || finding.PMID || finding.PMCID || finding.journal || finding.number || finding.type)

/** A report, guideline or paper that no journal has: a vocabulary of libraries says who wrote it and when. */
const isGrey = ({ title, authors, date, journal, DOI }: Metadata): boolean => Boolean(title && authors?.length && date) && !journal && !DOI

const doisOf = (findings: readonly Metadata[]): string[] => findings.flatMap(({ DOI }) => normaliseDoi(DOI ?? '')?.toLowerCase() ?? [])

const isTold = (findings: readonly Metadata[]): boolean =>
  (['title', 'journal', 'date'] as const).every((field) => findings.some((finding) => finding[field]))

/** One author alone may be the first of several. */
const namesPeople = (findings: readonly Metadata[]): boolean => findings.some(({ authors }) => (authors?.length ?? 0) > 1)

/** Whether several sources name the DOI, all the same. */
const isConfirmed = ([doi, ...others]: readonly string[]): boolean => others.length > 0 && others.every((other) => other === doi)

const isLinked = (page: Page, dois: readonly string[]): boolean =>
  dois.length === 1 && first(page.scope, `a[href$="${dois[0]}" i]`) !== undefined

/** What a page says of itself that is a story, post or other page; with a day, a DOI on it is of what it tells about. */
export const storyOf = (page: Page): [Metadata, Metadata] => [attempt(jsonLdArticle, page), attempt(openGraph, page)]

/** Texts of the first headings of the highest level that the page has. */
export const headingsOf = (page: Page): string[] =>
  all(page.scope, first(page.scope, 'h1') ? 'h1' : 'h2', 5).map((heading) => textOf(heading, 300))

export const plainPage = (page: Page, heading: string | undefined, [structured, social]: [Metadata, Metadata]): Item => {
  const title = social.title ?? structured.title ?? (heading || windowTitle(page))
  const site = { publisher: social.publisher ?? page.address.hostname }
  const citation = merge([
    { type: 'webpage', title },
    { ...structured, title: undefined, language: undefined },
    { ...social, ...site },
  ])
  const article = Boolean(social.date ?? structured.date)
  return { scholarly: false, article, described: false, mixed: false, complete: article, citation, publicationTypes: [] }
}

/** The heading that the window is called by. */
const namingHeading = (page: Page): string | undefined => {
  const window = windowTitle(page)
  return headingsOf(page).find((heading) => heading.length > 2 && (window === '' || window.includes(heading)))
}

const metadata: readonly MetadataReader[] = [highwire, prism, dublinCore, bepress, eprints]
const structured: readonly MetadataReader[] = [jsonLd, coins, microdata, latexPage]

/** Vocabularies that describe whatever a library keeps. */
const ofLibraries: readonly MetadataReader[] = [highwire, dublinCore, eprints, bepress]

/** What each source of a page says, the more trustworthy first. */
export const findingsOf = (page: Page): Metadata[] => {
  const site = siteOf(page)
  const [first, ...others] = metadata
  return [...(site ? [site.read] : []), ...(first ? [first] : []), ...structured, ...others].map((reader) => attempt(reader, page))
}

/** Whether sources speak of different items, by their DOIs or the beginnings of their titles. */
const isMixed = (said: readonly Metadata[]): boolean =>
  [doisOf(said), said.flatMap(({ title = '' }) => fold(title).slice(0, 25) || [])].some((names) => new Set(names).size > 1)

/** Most addresses name nothing, and then none of the expressions for identifiers need be compiled. */
const mayNameItem = /10[._%-]\d{4}|10\.\d|pubmed|pmid|pmc|artid|accid|\/med\/|nct|arxiv/i

/** What a page is about, by its metadata; a plain page's own title, day and site where they say nothing. */
export const readItem = (page: Page): Item => {
  const site = siteOf(page)
  const inAddress: Metadata = mayNameItem.test(page.address.href) ? identifiersInAddress(page.address.href) : {}
  const said = [...(site ? [attempt(site.read, page)] : []), ...metadata.map((reader) => attempt(reader, page))]
  const inMetadata =
    Boolean(site?.complete && said[0]?.title) || (isTold(said) && namesPeople(said) && isConfirmed(doisOf([...said, inAddress])))
  if (!inMetadata) said.splice(site ? 2 : 1, 0, ...structured.map((reader) => attempt(reader, page)))
  const known = [...said, inAddress]
  // Told in full, with a DOI that stands twice on the page: nothing needs to be sought in its body.
  const identified = inMetadata || (isTold(said) && (isConfirmed(doisOf(known)) || isLinked(page, doisOf(known))))
  const complete = inMetadata || (identified && namesPeople(said))
  const window = windowTitle(page)
  const titled = (finding: Metadata): Metadata =>
    finding.DOI || finding.PMID || finding.PMCID || finding.number ? { title: window, ...finding } : finding
  const isReport =
    !complete && !said.some((finding) => isScholarly(titled(finding))) && ofLibraries.some((reader) => isGrey(attempt(reader, page)))
  const described = complete || isReport || said.some((finding) => isScholarly(titled(finding)))
  if (!described && !isScholarly(titled(inAddress))) return plainPage(page, namingHeading(page), storyOf(page))
  const title = pick(known, 'title', 500) ?? namingHeading(page) ?? window
  const publicationTypes = known.flatMap((finding) => finding.publicationTypes ?? []).map((type) => type.slice(0, 200))
  return {
    scholarly: true,
    article: false,
    described,
    mixed: isMixed(said),
    complete,
    citation: merge([...(isReport ? [{ type: 'report' }] : []), ...known, { title }]),
    publicationTypes: publicationTypes.slice(0, 20),
  }
}
