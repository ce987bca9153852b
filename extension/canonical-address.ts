import { withoutProxy } from './address.ts'

/** Parameters that say where a visitor came from, not what the page is. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|_gl|_hsenc|_hsmi|cmpid|ns_\w+|wt\.\w+|url_ver|rfr_id|rfr_dat|rft_\w+|ref|referrer|ref_src|ref_source|src|cookieset|journalcode|af|spm|share|via|casa_token|token|sessionid|jsessionid|sid|ezproxy\w*|needaccess|redirect(?:edfrom)?|linkout|ordinalpos|itool|from_\w+|otool|crawler|at_medium|at_campaign|trk|mkt_tok|dgcid|_returnurl|_rdoc|_fmt|_origin|_docanchor|md5|hash|ncid|smid|s_cid|cmp|cid)$/i

/** `from=` names the search on PubMed but may be a page's number elsewhere. */
const trackingAt: Record<string, RegExp> = { 'pubmed.ncbi.nlm.nih.gov': /^./, 'pmc.ncbi.nlm.nih.gov': /^./ }

/**
 * An http(s) address as it is kept: without library proxy, fragment, session, and parameters that only say where a visitor
 * came from. Other text comes back as it is. (Apart from `address.ts` because what is injected into pages is kept small.)
 */
export const canonicalAddress = (address: string): string => {
  const url = withoutProxy(address)
  if (!url) return address
  const site = trackingAt[url.hostname]
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair && !tracking.test(pair.split('=')[0] ?? '') && !site?.test(pair))
  url.search = kept.length > 0 ? `?${kept.join('&')}` : ''
  url.pathname = url.pathname.replace(/;jsessionid=[^/]*/i, '')
  return url.href
}
