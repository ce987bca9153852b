import { carriedAddress, identifiersInAddress } from '../../shared/citations/address-identifiers.ts'
import type { Citation } from '../../shared/citations/citation.ts'
import { titlesAgree } from '../../shared/citations/titles.ts'
import { canonicalAddress } from '../page-reader/page/canonical-address.ts'
import { blockedTitle } from './blocked-titles.ts'
import { type PrintedHead, signsOfPaper } from './printed-head.ts'
import { type BlockedReason, whyBlocked } from './why-blocked.ts'

/** What a page tells of itself by which is known that something stands in an item's place (`RawReading`). */
export interface Signs {
  kind: string
  citation: Citation | null
  little: string | null
  address: string
  window: string
  headings: string[]
  mainHeading: string
  described: boolean
  password: boolean
  printed: PrintedHead | null
  fromScreen: boolean
}

/** Folders of addresses at which no item stands. */
const blockedPath =
  /\/(?:log-?in|sign-?in|log-?on|wayf|sso|ssostart|saml2?|idp|shibboleth(?:\.sso)?|openathens|authenticate|captcha|validate(?:captcha)?|cookie-?absent|sessionexpired|session-expired|purchase|checkout|subscribe|paywall|showlogin|acceso|anmelden|connexion)(?:\.\w{2,5})?(?:\/|$)/i

const pathOf = (address: string): string => URL.parse(address)?.pathname ?? ''

/** A heading of what stands in an item's place, where no other heading is what the window is called. */
const blockedHeading = ({ headings, window }: Signs): BlockedReason | undefined => {
  const first = headings.map((heading) => blockedTitle(heading)).find(Boolean)
  const others = headings.filter((heading) => heading && !blockedTitle(heading))
  const names = [window, ...window.split(/\s*(?:\||\s[-–—]\s)\s*/)]
  return others.some((heading) => names.some((name) => titlesAgree(heading, name))) ? undefined : first
}

/** A window that is called as such pages are, where no heading of more than a name says otherwise. */
const blockedWindow = ({ headings, window }: Signs): BlockedReason | undefined => {
  const others = headings.filter((heading) => heading.split(/\s+/).length > 3 && !blockedTitle(heading) && !window.includes(heading))
  return others.length > 0 ? undefined : blockedTitle(window)
}

/**
 * What stands in an item's place, `null` where the item does. Metadata of an item are believed, unless the
 * main heading on the screen is such a page's, or the title of an item without an author; of what a page shows without them its window's title, headings, words (where they are few) and
 * address are asked. In English, Spanish, French, German and Portuguese. In any
 * language, a page at a paper's address that has no metadata and prints nothing of a paper is not the paper.
 */
export const whatStandsInPlace = (signs: Signs): BlockedReason | null => {
  const { citation, described, little, address, password, kind, mainHeading, printed, fromScreen } = signs
  const titled = blockedTitle(citation?.title ?? '')
  const hasAuthors = kind === 'citation' && (citation?.author?.length ?? 0) > 0
  const main = titlesAgree(mainHeading, citation?.title ?? '') ? undefined : blockedTitle(mainHeading)
  if (main) return main
  if (described || kind === 'listing' || kind === 'pdf') return !hasAuthors && kind === 'citation' && titled ? titled : null
  const atDoor = blockedPath.test(pathOf(address)) || (carriedAddress(address) !== undefined && !hasAuthors)
  const said = hasAuthors ? undefined : (titled ?? blockedHeading(signs) ?? blockedWindow(signs))
  const isNoPaper = kind === 'citation' && !fromScreen && printed !== null && signsOfPaper(printed) === 0 && !hasAuthors
  const atGate = atDoor || (password && (little !== null || isNoPaper))
  return said ?? (little === null ? null : whyBlocked(little)) ?? (atGate ? 'sign-in' : isNoPaper ? 'unreadable' : null)
}

/** What is kept of an item that could not be read: the identifiers in the page's address, or in one that it carries, and that address. */
export const unreadItem = (address: string): Citation | null => {
  const found = Object.entries(identifiersInAddress(address)).filter(([, value]) => value)
  if (found.length === 0) return null
  return { type: 'article-journal', ...Object.fromEntries(found), URL: canonicalAddress(carriedAddress(address) ?? address) }
}
