import { identifiesItself } from './address-identifiers.ts'

/**
 * Parameters that say by which campaign or click a visitor came; they mean that on every site. Lists of Google Analytics,
 * Matomo, HubSpot, Mailchimp, Marketo, Adobe (`s_cid`), AT Internet, Comscore, Webtrends, Elsevier (`dgcid`) and the
 * networks' click ids. None that reads like the number of an item (`id`, `cid`, `src`, `hash`, `ref`, `sid`) stands here.
 */
const campaign =
  /^(?:utm_\w+|(?:mtm|matomo|pk|piwik)_(?:campaign|k\w+|source|medium|content|cid)|hsa_\w+|oly_\w+_id|vero_(?:id|conv)|ns_(?:mchannel|source|campaign)|srsltid|at_(?:medium|campaign|custom\d+|creation|format|link\w*|ptr\w*|bbc\w*)|wt[._](?:mc|z)\w*|_hs\w+|mc_[ce]id|_g[al]|gclid|gclsrc|gad_\w+|[gw]braid|dclid|fbclid|fb_(?:action_\w+|source|ref)|msclkid|yclid|ymclid|twclid|ttclid|igshid|igsh|li_fat_id|epik|mkt_tok|s_cid|cmpid|dgcid|wickedid|rb_clickid|casa_token|cookieset|needaccess|jsessionid|phpsessid|__cf_\w+|xtor)$/i

/** Parameters that tell of a visit where the path already names the item by an identifier of its own. */
const visit =
  /^(?:ref|referrer|ref_\w+|src|source|journalcode|af|spm|share|via|token|sessionid|sid|ezproxy\w*|redirect(?:edfrom)?|searchresult|linkout|ordinalpos|itool|from|from_\w+|otool|crawler|trk|url_ver|rfr_\w+|rft_\w+|_returnurl|_rdoc|_fmt|_origin|_docanchor|md5|hash|ncid|smid|cmp|cid|login|role|tab|scroll|alert|resultclick|linkid|guestaccesskey|ijkey|keytype|rss|query|_rsc)$/i

/** Where the path says which page it is, and what these sites add to it. */
const ofSite: readonly (readonly [host: RegExp, path: RegExp, parameter: RegExp])[] = [
  [/^pubmed\.ncbi\.nlm\.nih\.gov$/, /^\/\d/, /./],
  [/^pmc\.ncbi\.nlm\.nih\.gov$/, /^\/articles\//, /./],
  [
    /(?:^|\.)(?:jamanetwork\.com|oup\.com|thelancet\.com|nature\.com|bmj\.com|nejm\.org)$/,
    /\/(?:full)?articles?[\w-]*\/.*\d|\/content\/\d/,
    visit,
  ],
  [/(?:^|\.)youtube\.com$/, /./, /^(?:si|feature|ab_channel|pp|t)$/i],
  [/(?:^|\.)nytimes\.com$/, /./, /^(?:smid|smtyp|emc|partner|action|module|pgtype)$/i],
  [/(?:^|\.)theguardian\.com$/, /./, /^cmp$/i],
  [/(?:^|\.)medscape\.com$/, /\d/, /^(?:src|faf|uac|impid|ecd|sso|reg|form|scode|st)$/i],
  [/(?:^|\.)uptodate\.com$/, /^\/contents\//, /^(?:search|source|selectedtitle|usage_type|display_rank|topicref)$/i],
  [/(?:^|\.)researchgate\.net$/, /\/publication\/\d/, /^_/],
]

/** Whether a parameter of an address at this host and path is known to say nothing of which item it is. */
export const isTracking = (name: string, host: string, path: string): boolean =>
  campaign.test(name) ||
  (visit.test(name) && identifiesItself(path)) ||
  ofSite.some(([site, at, parameter]) => site.test(host) && at.test(path) && parameter.test(name))

/** How a fragment begins that names an item: a route, a parameter, a kind or a folder before a number. */
const named =
  /^!?\/[^/]|^![^/]|^\??(?:id|article|item|paper|record|doc|document|doi|pmid|pub|study|view)(?:[=/:]\S|[-_]\d)|^[\w-]+\/[\w-]*\d/i

/**
 * The part of a fragment that names an item: a route of a site that changes pages without loading ("#/article/11", "#!/x"),
 * or a number ("#id=11", "#pub/11", "#article-11"). '' for a place on the page, a text fragment, a campaign.
 */
export const routeOf = (fragment: string): string => {
  const route = fragment
    .replace(/^#/, '')
    .replace(/:~:.*$/s, '')
    .replace(/[#?&]utm_.*$/is, '')
    .replace(/\/+$/, '')
  return named.test(route) ? `#${route}` : ''
}

/**
 * An address without what two visits to one page differ by: scheme, `www.` and a telephone's `m.`, case of the host, doubled and
 * last slashes, a folder's index, the view to print, session, campaign, the order of parameters, and the place on the page. '' for what is no address of the web.
 */
export const addressKey = (address: string): string => {
  const [, login = '', path = '', search = '', fragment = ''] = /^https?:\/\/([^/?#]+)([^?#]*)(\?[^#]*)?(#.*)?$/is.exec(address) ?? []
  const host = login
    .toLowerCase()
    .replace(/^.*@/, '')
    .replace(/^(?:www|m|mobile)\.(?=.+\.)/, '')
  const clean = path
    .replace(/;jsessionid=[^/]*/i, '')
    .replace(/\/{2,}/g, '/')
    .replace(/\/(?:(?:index|default)\.(?:html?|php|aspx?|jsp)|print(?:able)?|amp)?\/*$/i, '')
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => pair && !isTracking(pair.split('=')[0] ?? '', host, clean))
  return host + clean + (kept.length > 0 ? `?${kept.toSorted().join('&')}` : '') + routeOf(fragment)
}
