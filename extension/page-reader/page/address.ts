import { wordSet } from './word-set.ts'

const asWeb = (text: string, base?: URL): URL | undefined => {
  const url = URL.parse(text, base)
  return url && ['http:', 'https:'].includes(url.protocol) && url.hostname.includes('.') ? url : undefined
}

/** "www-sciencedirect-com" → "www.sciencedirect.com"; a hyphen of the site itself is doubled ("a--b-com" → "a-b.com"). */
const undashed = (label: string): string => label.replace(/--?/g, (dash) => (dash === '-' ? '.' : '-'))

const topLevels = wordSet('com org net gov edu int info io eu uk au ca de fr nl ch it es jp cn in br science health pub')
const isTopLevel = (label = ''): boolean => topLevels.has(label)
const proxyHost =
  /(?:^|[.-])(?:e?z?-?proxy\w*|openathens|lib[\w-]*|bib\w*|remote\w*|idm|oclc|eresources?|\w*vpn|access|login|auth|ez\w*)(?:[.-]|$)/

/**
 * The host behind a library's proxy: "www-nature-com.ezproxy.a.edu" and "www.nature.com.ezproxy.a.edu" (EZproxy,
 * LibProxy, OpenAthens "www-nature-com.eu1.proxy.openathens.net", "0-www.nature.com.library.a.edu" of WAM). `undefined` where there is none.
 */
export const hostBehindProxy = (host: string): string | undefined => {
  const labels = host.toLowerCase().replace(/^\d-/, '').split('.')
  const [head = '', ...rest] = labels
  const dashed = head.includes('-') ? undashed(head) : ''
  if (isTopLevel(dashed.split('.').at(-1)) && proxyHost.test(rest.join('.'))) return dashed
  for (let end = 2; end < labels.length - 1; end += 1) {
    if (isTopLevel(labels[end - 1]) && (labels[end - 1]?.length ?? 0) > 2 && proxyHost.test(labels.slice(end).join('.')))
      return labels.slice(0, end).join('.')
  }
  return undefined
}

/** A proxy's log-in page carries the address it leads to: "https://login.ezproxy.a.edu/login?url=https://…". */
const carried = (url: URL): URL | undefined => {
  if (!url.search.toLowerCase().includes('url=http')) return undefined
  const target = /[?&]q?url=(https?(?::|%3a).*)$/i.exec(url.search)?.[1]
  if (!target || (!proxyHost.test(url.hostname) && !/^\/(?:login|connect|redirector)\b/.test(url.pathname))) return undefined
  const decoded = /^https?%3a/i.test(target) && !/%(?![0-9a-f]{2})/i.test(target) ? decodeURIComponent(target) : target
  return asWeb(decoded)
}

/** An address as the site itself would write it: no library proxy, no user, no fragment. `undefined` unless http or https. */
export const withoutProxy = (address: string, base?: URL): URL | undefined => {
  const url = asWeb(address.slice(0, 4000), base)
  if (!url) return undefined
  const target = carried(url) ?? url
  const host = hostBehindProxy(target.hostname)
  if (host) {
    target.hostname = host
    target.port = ''
  }
  target.username = ''
  target.password = ''
  target.hash = ''
  return target
}
