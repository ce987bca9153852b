import { signal } from '@preact/signals'

/** Where the person is, as the address bar says it. */
export interface Place {
  path: string
  query: URLSearchParams
  fragment: string
}

const read = (): Place => ({
  path: location.pathname.replace(/(.)\/+$/, '$1'),
  query: new URLSearchParams(location.search),
  fragment: location.hash.slice(1),
})

export const place = signal<Place>(read())

export const navigate = (to: string, how: 'push' | 'replace' = 'push'): void => {
  if (how === 'push') history.pushState(null, '', to)
  else history.replaceState(null, '', to)
  place.value = read()
  if (how === 'push') scrollTo(0, 0)
}

/** An address with the query's empty values left out, so that the same place has one address. */
export const address = (path: string, query: Record<string, string | undefined>): string => {
  const kept = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return kept.length > 0 ? `${path}?${new URLSearchParams(kept).toString()}` : path
}

/** `matchPath('/ideas/:id', path)` → the named parts, or `undefined`. */
export const matchPath = (pattern: string, path: string): Record<string, string> | undefined => {
  const [want, have] = [pattern.split('/'), path.split('/')]
  if (want.length !== have.length) return undefined
  const parts: Record<string, string> = {}
  for (const [index, segment] of want.entries()) {
    const given = have[index] ?? ''
    if (segment.startsWith(':') && given) parts[segment.slice(1)] = given
    else if (segment !== given) return undefined
  }
  return parts
}

/** Plain clicks on our own links stay in the page; whatever asks for a new tab, a download or another site is the browser's. */
const followLink = (event: MouseEvent): void => {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const plain = event.button === 0 && !event.defaultPrevented && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
  // Addresses of the Worker itself (files to download, a hospital's sign-in) are no pages of this app.
  if (link?.pathname.startsWith('/v1/')) return
  if (!link || !plain || link.target || link.origin !== location.origin || link.getAttribute('href')?.startsWith('#')) return
  event.preventDefault()
  navigate(link.href)
}

export const startRouter = (): void => {
  addEventListener('popstate', () => (place.value = read()))
  addEventListener('hashchange', () => (place.value = read()))
  document.addEventListener('click', followLink)
}
