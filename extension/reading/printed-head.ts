import * as v from 'valibot'
import { identifiersInAddress } from '../../shared/citations/address-identifiers.ts'
import type { Citation, Name } from '../../shared/citations/citation.ts'
import { citationSchema } from '../../shared/citations/citation-schema.ts'
import { titlesAgree } from '../../shared/citations/titles.ts'
import { blockedTitle } from './blocked-titles.ts'
import { contradicts } from './contradicts.ts'

/** The head of an item as a page prints it (`read-printed.ts`), before it is believed. */
export const printedHeadSchema = v.object({
  citation: citationSchema,
  /** Its title is certain enough: a heading that the window is called by, or that names follow. */
  isSure: v.boolean(),
  /** The page says that there are more authors than it shows. */
  isCut: v.boolean(),
  /** The page has a line that tells how to cite the item. */
  isCited: v.boolean(),
})
/** What the injected reader of what is printed answers. */
export type PrintedHead = v.InferOutput<typeof printedHeadSchema>

/** What a reading says that decides whether the page's print is asked, and what is made of it. */
export interface Told {
  kind: 'citation' | 'page' | 'listing' | 'pdf' | 'blocked'
  citation: Citation | null
  described: boolean
  complete: boolean
  little: string | null
  address: string
  window: string
  mainHeading: string
  fromScreen: boolean
  printed: PrintedHead | null
}

/** Whether metadata fall short, so that what the page prints is worth reading; also of a long page that is called as a gate is. */
export const fallsShort = ({ kind, citation, complete, printed, little }: Told, reason: string | null): boolean =>
  !printed && !complete && citation !== null && kind !== 'pdf' && kind !== 'blocked' && (reason === null || little === null)

const familyOf = (name: Name): string => ('family' in name ? name.family : name.literal).toLowerCase()

/** Metadata that name one author where the page prints several mean the first or the last of them. */
const authorsOf = (said: readonly Name[], { citation: { author = [] }, isCut }: PrintedHead): readonly Name[] => {
  if (said.length > 1 || isCut) return said
  const families = new Set(author.map(familyOf))
  return said.length === 0 || (author.length > 1 && said.every((name) => families.has(familyOf(name)))) ? author : said
}

/** A DOI that differs by a letter or two from the one in the line that tells how to cite the page is a slip in the metadata. */
const isSlip = (said: string, own: string): boolean => {
  const [a, b] = [said.toLowerCase(), own.toLowerCase()]
  const wrong = a.split('').filter((letter, index) => letter !== b[index]).length
  return a.length === b.length && wrong > 0 && wrong < 3
}

const yearOf = (citation: Partial<Citation>): number | undefined => citation.issued?.['date-parts'][0]?.[0]
const isFuller = (one: Citation, other: Partial<Citation>): boolean =>
  yearOf(one) === yearOf(other) && (one.issued?.['date-parts'][0]?.length ?? 0) > (other.issued?.['date-parts'][0]?.length ?? 0)

/** A preprint's version ("v2") is the address's; its DOI is the one that the page prints. */
const isVersionOf = (said: string, own: string): boolean =>
  said.toLowerCase().startsWith(own.toLowerCase()) && /^v\d{1,2}$/i.test(said.slice(own.length))

/** What metadata say with what they leave open from what is printed. */
const completed = (said: Partial<Citation>, head: PrintedHead): Citation => {
  const own = head.citation
  const author = authorsOf(said.author ?? [], head)
  const slip = said.DOI && own.DOI && (isVersionOf(said.DOI, own.DOI) || (head.isCited && isSlip(said.DOI, own.DOI)))
  const isOther = said.DOI && own.DOI && said.DOI.toLowerCase() !== own.DOI.toLowerCase() && !slip
  const { PMID: _PMID, PMCID: _PMCID, ...others } = own
  return {
    ...(isOther ? others : own),
    ...said,
    ...(author.length > 0 ? { author: [...author] } : {}),
    ...(own.issued && isFuller(own, said) ? { issued: own.issued } : {}),
    ...(slip ? { DOI: own.DOI } : {}),
  }
}

/** How much of what only papers print a head has; three is a paper. */
export const signsOfPaper = ({ citation, isCited }: PrintedHead): number => {
  const { DOI, PMID, PMCID, type, number, volume, issue, page, author, issued } = citation
  const id = PMID ?? PMCID
  const isOfKind = type !== 'article-journal' && author && issued
  const signs = [DOI, DOI, id, id, number, number, number, isOfKind, isOfKind, volume, volume && (issue ?? page), author, isCited]
  return [...signs, citation['container-title']].filter(Boolean).length
}

/** Without identifiers that the page's address contradicts: then they are of another item. */
const ofAddress = (head: PrintedHead, address: string): PrintedHead => {
  const named = identifiersInAddress(address)
  if (!contradicts(named, head.citation)) return head
  const { DOI: _DOI, PMID: _PMID, PMCID: _PMCID, ...citation } = head.citation
  return { ...head, citation }
}

/** A text by its letters and digits alone. */
export const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Whether a title is no more than what the window is called: then no metadata said it. */
export const isWindow = (title: string, window: string): boolean => title !== '' && letters(window).startsWith(letters(title))

/** Whether a printed title is the one that metadata say; a label of the section may stand before it. */
export const isSameTitle = (said: string, printed: string): boolean =>
  titlesAgree(said, printed) || (letters(said).length > 14 && letters(printed).endsWith(letters(said)))

/** A page that is no paper: its heading instead of a longer name of the window, and the day that it prints. */
const plainPage = (said: Citation, { citation: { title = '', issued } }: PrintedHead): Citation => {
  const isDay = !said.issued && (issued?.['date-parts'][0]?.length ?? 0) > 1
  const isNamed = letters(title).length > 14 && letters(said.title ?? '').startsWith(letters(title))
  return { ...said, ...(isNamed && { title }), ...(isDay && { issued }) }
}

/** A reading with what the page prints of its item: metadata lead where they describe it, print where they do not. */
export const withPrinted = <Reading extends Told>(reading: Reading): Reading => {
  const { printed, citation, described, kind, mainHeading, fromScreen, address, window } = reading
  if (!printed || !citation || kind === 'pdf' || kind === 'blocked') return reading
  const head = ofAddress(printed, address)
  const { title = '' } = head.citation
  // What stands in an item's place prints no item.
  if (blockedTitle(title)) return reading
  // A head that was left behind is known by the heading on the screen.
  if (fromScreen && mainHeading && !titlesAgree(mainHeading, title)) return reading
  if (described) {
    const { title: said = '', ...rest } = citation
    if (isSameTitle(said, title)) return { ...reading, citation: completed(citation, head) }
    return said === '' || (head.isSure && isWindow(said, window)) ? { ...reading, citation: completed(rest, head) } : reading
  }
  if (kind === 'citation') {
    const { title: window, type, ...named } = citation
    return { ...reading, citation: completed(head.isSure ? named : { ...named, type, title: title || window || '' }, head) }
  }
  if (!head.isSure) return reading
  if (signsOfPaper(head) < 3) return { ...reading, citation: plainPage(citation, head) }
  const { author: _cut, ...rest } = head.citation
  return { ...reading, kind: 'citation', citation: head.isCut ? rest : head.citation, entries: [] }
}
