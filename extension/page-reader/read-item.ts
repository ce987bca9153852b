import type { Citation } from '../../shared/citations/citation.ts'
import { normaliseDoi } from '../../shared/citations/identifiers.ts'
import { addressIdentifiers } from './metadata/address-identifiers.ts'
import { bepress } from './metadata/bepress.ts'
import { completed } from './metadata/byline.ts'
import { fold } from './page/clean.ts'
import { coins } from './metadata/coins.ts'
import { dublinCore } from './metadata/dublin-core.ts'
import { eprints } from './metadata/eprints.ts'
import type { Extractor, Finding, Reader } from './metadata/finding.ts'
import { findHeading, headingText } from './metadata/heading.ts'
import { highwire } from './metadata/highwire.ts'
import { jsonLd, jsonLdArticle } from './metadata/json-ld.ts'
import { merge, pick } from './metadata/merge.ts'
import { microdata } from './metadata/microdata.ts'
import { openGraph } from './metadata/open-graph.ts'
import { first, isHost, type Page } from './page/page.ts'
import { journalInTitle, windowTitle } from './metadata/page-title.ts'
import { latexPage } from './metadata/preprint.ts'
import { type Printed, printed } from './metadata/printed.ts'
import { prism } from './metadata/prism.ts'
import { printedJournal } from './metadata/printed-journal.ts'

const extractors = Object.values(import.meta.glob<Extractor>('./sites/*.ts', { eager: true, import: 'extractor' }))

/** What a page is about. `scholarly`: a paper, guideline or record; `article`: marked as a story or post of its own; `described`: metadata says so, not just the address or a printed line; `mixed`: sources name several DOIs. */
export interface Item {
  scholarly: boolean
  article: boolean
  described: boolean
  mixed: boolean
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

const doisOf = (findings: readonly Finding[]): string[] => findings.flatMap(({ DOI }) => normaliseDoi(DOI ?? '')?.toLowerCase() ?? [])

const isTold = (findings: readonly Finding[]): boolean =>
  (['title', 'journal', 'date'] as const).every((field) => findings.some((finding) => finding[field]))

/** One author alone may be the first of several. */
const namesPeople = (findings: readonly Finding[]): boolean => findings.some(({ authors }) => (authors?.length ?? 0) > 1)

/** Whether several sources name the DOI, all the same. */
const isConfirmed = ([doi, ...others]: readonly string[]): boolean => others.length > 0 && others.every((other) => other === doi)

const isLinked = (page: Page, dois: readonly string[]): boolean =>
  dois.length === 1 && first(page.scope, `a[href$="${dois[0]}" i]`) !== undefined

/** A DOI that differs by a letter or two from the one in the line that tells how to cite the page is a slip in the metadata. */
const isSlip = (said: string, own: string): boolean => {
  const [a, b] = [said.toLowerCase(), own.toLowerCase()]
  const wrong = a.split('').filter((letter, index) => letter !== b[index]).length
  return a.length === b.length && wrong > 0 && wrong < 3
}

const believedDoi = (findings: readonly Finding[], print: Printed | undefined): Finding[] => {
  const said = normaliseDoi(findings.find((finding) => finding.DOI)?.DOI ?? '')
  return said && print?.inOwnCitation && print.DOI && isSlip(said, print.DOI) ? [{ DOI: print.DOI }] : []
}

/** What a page says of itself that is a story, post or other page; with a day, a DOI on it is of what it tells about. */
export const storyOf = (page: Page): [Finding, Finding] => [attempt(jsonLdArticle, page), attempt(openGraph, page)]

export const plainPage = (page: Page, heading: Finding, [structured, social]: [Finding, Finding]): Item => {
  const window = windowTitle(page)
  const title =
    social.title ?? structured.title ?? ((heading.title && window.includes(heading.title) ? heading.title : window) || heading.title)
  const site = { publisher: social.publisher ?? page.address.hostname }
  const citation = merge([
    { type: 'webpage', title },
    { ...structured, title: undefined, language: undefined },
    { ...social, ...site },
  ])
  return {
    scholarly: false,
    article: Boolean(social.date ?? structured.date),
    described: false,
    mixed: false,
    citation,
    publicationTypes: [],
  }
}

const metadata: readonly Reader[] = [highwire, prism, dublinCore, bepress, eprints]
const structured: readonly Reader[] = [jsonLd, coins, microdata, latexPage]

/** What each source of a page says, the more trustworthy first. */
export const findingsOf = (page: Page): Finding[] => {
  const site = siteOf(page)
  const [first, ...others] = metadata
  return [...(site ? [site.read] : []), ...(first ? [first] : []), ...structured, ...others].map((reader) => attempt(reader, page))
}

/** Whether sources speak of different items, by their DOIs or the beginnings of their titles. */
const isMixed = (said: readonly Finding[]): boolean =>
  [doisOf(said), said.flatMap(({ title = '' }) => fold(title).slice(0, 25) || [])].some((names) => new Set(names).size > 1)

/** The journal, or what a registry calls it. */
const placeOf = (findings: readonly Finding[]): string | undefined => pick(findings, 'journal', 300) ?? pick(findings, 'number', 60)

/** One citation; what metadata leaves open is taken from what the page shows, and each sought only where it is missing. */
const citedItem = (page: Page, findings: readonly Finding[], print: Printed | undefined): Citation => {
  const journal = placeOf(findings) ? undefined : printedJournal(page)
  const title = pick(findings, 'title', 500) ?? windowTitle(page)
  const sources: Finding[] = [...believedDoi(findings, print), ...findings, { title, journal }, print ?? {}]
  if (!placeOf(sources)) sources.push({ journal: journalInTitle(page, pick(sources, 'title', 500) ?? '') })
  return merge(sources)
}

/** What a page is about, by its metadata first and what it shows last; a plain page's own title, day and site otherwise. */
export const readItem = (page: Page): Item => {
  const site = siteOf(page)
  const inAddress = attempt(addressIdentifiers, page)
  const said = [...(site ? [attempt(site.read, page)] : []), ...metadata.map((reader) => attempt(reader, page))]
  const inMetadata =
    Boolean(site?.complete && said[0]?.title) || (isTold(said) && namesPeople(said) && isConfirmed(doisOf([...said, inAddress])))
  if (!inMetadata) said.splice(site ? 2 : 1, 0, ...structured.map((reader) => attempt(reader, page)))
  const known = [...said, inAddress]
  // Told in full, with a DOI that stands twice on the page: nothing needs to be sought in its body.
  const identified = inMetadata || (isTold(said) && (isConfirmed(doisOf(known)) || isLinked(page, doisOf(known))))
  const complete = inMetadata || (identified && namesPeople(said))
  if (!complete) page.heading = findHeading(page, pick(known, 'title', 500) ?? '')
  const heading = { title: headingText(page.heading) || undefined }
  const titled = (finding: Finding): Finding =>
    finding.DOI || finding.PMID || finding.PMCID || finding.number ? { ...heading, ...finding } : finding
  const marked = complete || known.some((finding) => isScholarly(titled(finding)))
  const story = marked ? undefined : storyOf(page)
  const dated = story?.some(({ date }) => date)
  const closed = complete || site?.complete
  const print =
    closed || dated || (identified && known.some(({ firstPage }) => firstPage)) ? undefined : (attempt(printed, page) as Printed)
  const shown = print?.DOI && heading.title && (print.inOwnCitation || completed(page, []).length > 0)
  if (story && !shown) return plainPage(page, heading, story)
  const cited = citedItem(page, [...known, heading], print)
  const people = closed ? [] : completed(page, cited.author ?? [])
  const citation = people.length > 0 ? { ...cited, author: people } : cited
  const publicationTypes = known.flatMap((finding) => finding.publicationTypes ?? []).map((type) => type.slice(0, 200))
  return {
    scholarly: true,
    article: false,
    described: complete || said.some((finding) => isScholarly(titled(finding))),
    mixed: isMixed(said),
    citation,
    publicationTypes: publicationTypes.slice(0, 20),
  }
}
