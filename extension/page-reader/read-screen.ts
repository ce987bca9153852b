import { identifiersInAddress } from '../../shared/citations/address-identifiers.ts'
import { normaliseDoi, normalisePmcid, normalisePmid } from '../../shared/citations/identifiers.ts'
import { isNotice, titlesAgree } from '../../shared/citations/titles.ts'
import { withoutProxy } from './page/address.ts'
import { contradicts } from '../reading/contradicts.ts'
import type { RawReading } from '../reading/reading.ts'
import { findingsOf, type Item, plainPage, storyOf } from './read-item.ts'
import { fold } from './page/clean.ts'
import type { Metadata } from './metadata/finding.ts'
import { headingText } from './metadata/heading.ts'
import { littleText } from './metadata/little-text.ts'
import { merge } from './metadata/merge.ts'
import { all, inside, isNotText, metaValues, openPage, type Page, textOf, walk } from './page/page.ts'
import { windowTitle } from './metadata/page-title.ts'

const beside = 'nav,footer,aside,dialog,[role="dialog"],[role="navigation"],[role="complementary"],[aria-hidden="true"]'

/** Whether an element is on the screen; the view before may stay in the page, hidden. */
const isShown = (element: Element): boolean => {
  const box = Element.prototype.getBoundingClientRect.call(element)
  return box.width > 1 && box.height > 1 && getComputedStyle(element).visibility !== 'hidden'
}

const rank = (heading: Element, window: string): number =>
  (textOf(heading, 300).split(' ').length > 3 && window.includes(textOf(heading, 300).slice(0, 40)) ? 200 : 0) +
  (inside(heading, 'main,article,[role="main"]') ? 1000 : 0) -
  (inside(heading, 'header') ? 500 : 0) +
  Number.parseFloat(getComputedStyle(heading).fontSize)

/** The heading of what is on the screen: in the main part if it has one, not the name of the site, and the largest. */
const mainHeading = (page: Page): Element | undefined => {
  const window = windowTitle(page)
  const site = fold(metaValues(page, ['og:site_name'])[0] ?? '')
  const shown = (selector: string): Element[] =>
    all(page.scope, selector, 40).filter(
      (heading) => isShown(heading) && !inside(heading, beside) && textOf(heading, 300).length > 2 && fold(textOf(heading, 300)) !== site,
    )
  for (const selector of ['h1', 'h2,[role="heading"]']) {
    const [best] = shown(selector).toSorted((one, other) => rank(other, window) - rank(one, window))
    if (best) return best
  }
  return undefined
}

/** What the page shows, folded; not what stands beside it, nor what is hidden. */
const shownText = (page: Page): string => {
  let text = ''
  walk(
    page.document.body,
    (piece) => {
      text += piece
      return text.length < 60_000
    },
    (element) =>
      !isNotText(element) &&
      !/^(?:nav|footer|aside|dialog)$/i.test(element.nodeName) &&
      (!/^(?:div|section|main|article)$/i.test(element.nodeName) || isShown(element)),
  )
  return fold(text)
}

const identifiersOf = ({ DOI, PMID, PMCID, number }: Metadata): Metadata => ({ DOI, PMID, PMCID, number })

const isOne = (one: Metadata, other: Metadata): boolean =>
  (['DOI', 'PMID', 'PMCID', 'number'] as const).some((kind) => one[kind] && one[kind]?.toLowerCase() === other[kind]?.toLowerCase())

/**
 * Which sources speak of the item on the screen: those that name no other item than the address, and whose title is its
 * heading, or shown somewhere. What has no title goes with the others of its number.
 */
const believedOf = (findings: readonly Metadata[], inAddress: Metadata, heading: string, shows: (title: string) => boolean): Metadata[] => {
  const isTitled = (finding: Metadata): boolean => {
    const { title = '' } = finding
    return heading === '' || titlesAgree(title, heading) || (shows(title) && isNotice(title) === isNotice(heading))
  }
  const own = findings.filter((finding) => finding.title && !contradicts(inAddress, finding) && isTitled(finding))
  const isOfOwn = (finding: Metadata): boolean => isOne(inAddress, finding) || own.some((other) => isOne(other, finding))
  const allOwn = findings.every((finding) => own.includes(finding) || !finding.title)
  const chosen = findings.filter(
    (finding) => own.includes(finding) || (!contradicts(inAddress, finding) && (isOfOwn(finding) || (!finding.title && allOwn))),
  )
  return chosen.filter((finding) =>
    chosen.every(
      (other) => other === finding || !contradicts(identifiersOf(other), finding) || chosen.indexOf(other) > chosen.indexOf(finding),
    ),
  )
}

/** With identifiers as they are compared; a source that says nothing is none. */
const sourcesOf = (page: Page): Metadata[] =>
  findingsOf(page)
    .map((finding) => ({
      ...finding,
      DOI: normaliseDoi(finding.DOI ?? ''),
      PMID: normalisePmid(finding.PMID ?? ''),
      PMCID: normalisePmcid(finding.PMCID ?? ''),
    }))
    .filter((finding) => finding.title || Object.values(identifiersOf(finding)).some(Boolean))

/** `null` where all that metadata say is of the item on the screen, or of the address at least: then they say it best. */
const itemOnScreen = (page: Page, address: string, heading: Element | undefined): (Item & { isLeftOut: boolean }) | null => {
  const title = headingText(heading).slice(0, 500)
  const text = shownText(page)
  const inAddress: Metadata = identifiersInAddress(address)
  const findings = sourcesOf(page)
  const believed = believedOf(findings, inAddress, title, (said) => fold(said).length > 8 && text.includes(fold(said).slice(0, 60)))
  const isLeftOut = believed.length < findings.length
  if (!isLeftOut && believed.length > 0) return null
  const isDated = storyOf(page).some(({ date }) => date)
  const named = Object.values(inAddress).some(Boolean) || believed.length > 0
  if (!named || (isDated && believed.length === 0 && findings.length === 0))
    return { ...plainPage(page, title || undefined, [{}, { ...storyOf(page)[1], title: title || undefined }]), isLeftOut }
  return {
    scholarly: true,
    article: false,
    described: believed.length > 0,
    mixed: false,
    complete: false,
    citation: merge([...believed, inAddress, { title: title || windowTitle(page) }]),
    publicationTypes: believed.flatMap(({ publicationTypes = [] }) => publicationTypes).slice(0, 20),
    isLeftOut,
  }
}

/**
 * Reads the item that is on the screen, where metadata may be of another one: a site that changes pages without loading
 * leaves its head behind. The main heading and the identifiers in the address lead; a source of metadata is heard only if it
 * agrees with them. `fromScreen`: something was left out. Injected only where `isDoubtful` asks for it; what it answers is laid
 * over what the reader said, so where metadata are right it is no more than the main heading.
 */
export const readScreen = (document: Document, address: string): Partial<RawReading> | null => {
  try {
    const url = withoutProxy(address)
    if (!url) return null
    const page = openPage(document, url)
    const heading = mainHeading(page)
    const item = itemOnScreen(page, address, heading)
    if (!item) return { mainHeading: textOf(heading, 300) }
    const { scholarly, described, complete, citation, publicationTypes, isLeftOut } = item
    return {
      kind: scholarly ? 'citation' : 'page',
      citation,
      publicationTypes: publicationTypes.map((type) => type.slice(0, 200)),
      described,
      complete,
      little: described ? null : littleText(page),
      mainHeading: textOf(heading, 300),
      fromScreen: isLeftOut,
    }
  } catch {
    // As `extract`: a page that breaks its own document says nothing more.
    return null
  }
}
