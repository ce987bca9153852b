import { identifiersInAddress, identifiesItself } from '../../../shared/citations/address-identifiers.ts'
import { isTracking, routeOf } from '../../../shared/citations/tracking.ts'
import { withoutProxy } from './address.ts'

/**
 * An http(s) address as it is kept: without library proxy, place on the page, session, and parameters that are known to say
 * only where a visitor came from. A route behind the `#` stays. Other text comes back as it is.
 */
export const canonicalAddress = (address: string): string => {
  const url = withoutProxy(address)
  if (!url) return address
  const path = url.pathname.replace(/;jsessionid=[^/]*/i, '')
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair && !isTracking(pair.split('=')[0] ?? '', url.hostname.replace(/^www\./, ''), path))
  url.search = kept.length > 0 ? `?${kept.join('&')}` : ''
  url.pathname = path
  url.hash = routeOf(/#.*$/s.exec(address)?.[0] ?? '')
  return url.href
}

const secondLevel = /^(?:co|com|ac|org|net|gov|edu|go|gob|gouv|gov|govt|nhs|or|ne|nom|mil|sch|health)$/

/** The site that a host belongs to: two labels, or three below "ac.uk" and its like. */
const siteOf = (host: string): string => {
  const labels = host.split('.')
  const most = labels.length > 2 && labels.at(-1)?.length === 2 && secondLevel.test(labels.at(-2) ?? '') ? 3 : 2
  return labels.slice(-most).join('.')
}

const segmentsOf = (url: URL): string[] =>
  url.pathname
    .toLowerCase()
    .replace(/\.\w{3,5}$/, '')
    .split('/')
    .filter(Boolean)
const pairsOf = (url: URL): string[] => url.search.slice(1).split('&').filter(Boolean)

/** Parts of a path that name a view of an item, or its language. */
const view =
  /^(?:full(?:-?text)?|abstract|abs|e?pdf|html?|print(?:able)?|amp|text|summary|details?|figures?|references|related|metrics|comments|index|default|article|view|show|[a-z]{2}(?:[-_][a-z]{2})?|v\d)$/
const viewParameter = /^(?:lang|language|locale|hl|view|tab|print|printable|format|amp|theme|mobile|login|page)$/i

/** A part that can name an item: a number, an identifier, or a title in words. */
const namesItem = (segment: string): boolean => /\d/.test(segment) || segment.split(/[-_+]/).length > 2

const sameIdentifiers = (found: string, own: string): boolean | undefined => {
  const [mine, theirs] = [identifiersInAddress(found), identifiersInAddress(own)]
  const kinds = (['DOI', 'PMID', 'PMCID', 'number'] as const).filter((kind) => mine[kind] && theirs[kind])
  return kinds.length === 0 ? undefined : kinds.every((kind) => mine[kind]?.toLowerCase() === theirs[kind]?.toLowerCase())
}

/** Whether parameters that the canonical address leaves out cannot have named the item. */
const dropsNoItem = (found: URL, own: URL): boolean => {
  const left = new Set(pairsOf(own).map((pair) => pair.toLowerCase()))
  return pairsOf(found).every((pair) => {
    const [name = '', value = ''] = pair.split('=')
    return left.has(pair.toLowerCase()) || (viewParameter.test(name) && (/^page$/i.test(name) ? /^\d?\d$/ : /^[01]$|^\D*$/).test(value))
  })
}

const isPrefix = (whole: readonly string[], part: readonly string[]): boolean =>
  part.length < whole.length && part.every((segment, place) => segment === whole[place])

/** What a canonical path leaves out of the page's own: nothing but views, or a title behind the number that it keeps. */
const dropsView = (found: readonly string[], own: readonly string[]): boolean => {
  const dropped = found.slice(own.length)
  const last = own.at(-1) ?? ''
  return (
    own.length > 0 && !view.test(last) && dropped.every((segment) => view.test(segment) || (/^\d{4,}$/.test(last) && !/\d/.test(segment)))
  )
}

/** Two pages of one folder, by number or by title: the link stayed behind on a site that changes pages without loading. */
const isSibling = (found: readonly string[], own: readonly string[]): boolean =>
  found.length === own.length && found.slice(0, -1).every((segment, place) => segment === own[place]) && found.at(-1) !== own.at(-1)

/**
 * Whether a page's canonical link may stand for its address: on the same site, and with all that names the item. Not the front
 * page, the folder or list above, another item, nor an address without the parameter or route by which this one is told.
 */
const isBelieved = (found: URL, own: URL): boolean => {
  const same = sameIdentifiers(found.href, own.href)
  if (siteOf(found.hostname) !== siteOf(own.hostname) || same === false) return false
  if (same) return true
  const [route, ownRoute] = [routeOf(found.hash), routeOf(own.hash)]
  const [mine, theirs] = [segmentsOf(found), segmentsOf(own)]
  if (route !== ownRoute && route !== '') return theirs.includes(route.split(/[/=]/).at(-1)?.toLowerCase() ?? '')
  if (theirs.every((segment) => view.test(segment)) && mine.join('/') !== theirs.join('/')) return false
  if (mine.join('/') === theirs.join('/')) return dropsNoItem(found, own) || identifiesItself(found.pathname)
  if (isPrefix(mine, theirs)) return dropsView(mine, theirs) && dropsNoItem(found, own)
  if (isPrefix(theirs, mine) && mine.length > 0) return true
  const numbers = mine.filter((segment) => /\d{2,}/.test(segment))
  if (numbers.length > 0 && numbers.every((segment) => theirs.some((other) => other.includes(segment)))) return true
  return !isSibling(mine, theirs) && namesItem(theirs.at(-1) ?? '')
}

/**
 * The address to keep for a page: its own canonical link where that is believed, else where it was found; either way as
 * `canonicalAddress` keeps it, at most 2000 letters.
 */
export const pageAddress = (found: string, canonical: string): string => {
  const address = canonicalAddress(found)
  const url = URL.parse(address)
  const link = canonical && url ? canonicalAddress(URL.parse(canonical, url)?.href ?? '') : ''
  const own = URL.parse(link)
  const kept = url && own && /^https?:$/.test(own.protocol) && isBelieved(url, own) ? link : address
  return kept.length > 2000 && url ? url.origin + url.pathname.slice(0, 1800) : kept
}
