import type { Citation } from '../shared/citation.ts'
import { normaliseDoi } from '../shared/identifiers.ts'
import { addressIdentifiers } from './readers/address-identifiers.ts'
import { bepress } from './readers/bepress.ts'
import { completed } from './readers/byline.ts'
import { cleanTitle } from './readers/clean.ts'
import { coins } from './readers/coins.ts'
import { dublinCore } from './readers/dublin-core.ts'
import { eprints } from './readers/eprints.ts'
import type { Extractor, Finding, Reader } from './readers/finding.ts'
import { findHeading, headingText } from './readers/heading.ts'
import { highwire } from './readers/highwire.ts'
import { jsonLd, jsonLdArticle } from './readers/json-ld.ts'
import { merge, pick } from './readers/merge.ts'
import { microdata } from './readers/microdata.ts'
import { openGraph } from './readers/open-graph.ts'
import { isHost, type Page } from './readers/page.ts'
import { journalInTitle, windowTitle } from './readers/page-title.ts'
import { latexPage } from './readers/preprint.ts'
import { type Printed, printed } from './readers/printed.ts'
import { prism } from './readers/prism.ts'
import { printedJournal } from './readers/printed-journal.ts'

const extractors = Object.values(import.meta.glob<Extractor>('./extractors/*.ts', { eager: true, import: 'extractor' }))

/** What a page is about. `scholarly`: a paper, guideline or record; `article`: marked as a story or post of its own. */
export interface Item {
  scholarly: boolean
  article: boolean
  citation: Citation
  publicationTypes: string[]
}

/** A source that breaks, on purpose or not, says nothing; the others are heard. */
const attempt = (reader: Reader, page: Page): Finding => {
  try {
    return reader(page)
  } catch {
    return {}
  }
}

const siteOf = ({ address }: Page): Extractor | undefined =>
  extractors.find(({ hosts }) => hosts.some((host) => isHost(address.hostname, host)))

/** Metadata that only pages of single items carry. A journal's own pages name its ISSN and publisher too, and are none. */
const isScholarly = (finding: Finding): boolean =>
  Boolean(finding.title || finding.type) &&
  Boolean(finding.DOI || finding.PMID || finding.PMCID || finding.journal || finding.number || finding.type)

/** A DOI that differs by a letter or two from the one in the line that tells how to cite the page is a slip in the metadata. */
const isSlip = (said: string, own: string): boolean => {
  if (said.length !== own.length || said.toLowerCase() === own.toLowerCase()) return false
  return [...said].filter((letter, index) => letter !== own[index]).length <= 2
}

const believedDoi = (findings: readonly Finding[], print: Printed | undefined): Finding[] => {
  const said = findings.find((finding) => finding.DOI)?.DOI
  return said && print?.inOwnCitation && print.DOI && isSlip(said.replace(/^doi:\s*/i, ''), print.DOI) ? [{ DOI: print.DOI }] : []
}

/** Whether the identity and date of an item are told by metadata and again by the address or another source. */
const isCorroborated = (said: readonly Finding[], inAddress: Finding): boolean => {
  const dois = [...said, inAddress].flatMap(({ DOI }) => normaliseDoi(DOI ?? '')?.toLowerCase() ?? [])
  return dois.length > 1 && dois.every((doi) => doi === dois[0]) && said.some(({ date }) => date) && said.some(({ journal }) => journal)
}

const plainPage = (page: Page, heading: Finding, URL: string): Item => {
  const [structured, social] = [attempt(jsonLdArticle, page), attempt(openGraph, page)]
  const article = Boolean(social.date ?? structured.date)
  const title =
    social.title ??
    structured.title ??
    ((heading.title && windowTitle(page).includes(heading.title) ? heading.title : windowTitle(page)) || heading.title)
  const citation = merge(
    [
      { type: 'webpage', title },
      { ...structured, title: undefined, language: undefined },
      { ...social, publisher: social.publisher ?? page.address.hostname },
    ],
    URL,
  )
  return { scholarly: false, article, citation, publicationTypes: [] }
}

const metadata: readonly Reader[] = [highwire, jsonLd, prism, bepress, eprints, dublinCore, coins, microdata, latexPage]

export const readItem = (page: Page, URL: string): Item => {
  const site = siteOf(page)
  const own = site ? attempt(site.read, page) : {}
  const inAddress = attempt(addressIdentifiers, page)
  const said = metadata.map((reader) => attempt(reader, page))
  const known = [own, ...said]
  page.heading = findHeading(page, pick(known, 'title', 500) ?? '')
  const heading = { title: headingText(page.heading) || undefined }
  const titled = (finding: Finding): Finding => (finding.DOI || finding.PMID ? { ...heading, ...finding } : finding)
  const marked = [own, ...said].some((finding) => isScholarly(titled(finding))) || isScholarly({ ...heading, ...inAddress })
  const print = site?.complete || isCorroborated([own, ...said], inAddress) ? undefined : (attempt(printed, page) as Printed)
  const story = !marked && isStory(page)
  const scholarly =
    marked || (!story && Boolean(print?.DOI && heading.title) && (print?.inOwnCitation === true || completed(page, []).length > 0))
  if (!scholarly) return plainPage(page, heading, URL)
  const title = pick([...known, heading], 'title', 500) ?? cleanTitle(windowTitle(page))
  const sources = [
    ...believedDoi(said, print),
    ...known,
    inAddress,
    print ?? {},
    heading,
    { journal: printedJournal(page) },
    { journal: journalInTitle(page, title) },
  ]
  const citation = merge(sources, URL)
  if (!site?.complete) citation.author = completed(page, citation.author ?? [])
  if (citation.author?.length === 0) delete citation.author
  return { scholarly, article: false, citation, publicationTypes: known.flatMap((finding) => finding.publicationTypes ?? []).slice(0, 20) }
}

const isStory = (page: Page): boolean => Boolean(attempt(jsonLdArticle, page).date ?? attempt(openGraph, page).date)
