import { signal } from '@preact/signals'

/** Where the person is, as the address bar says it. */
export interface Route {
  path: string
  query: URLSearchParams
  fragment: string
}

const read = (): Route => ({
  path: location.pathname.replace(/(.)\/+$/, '$1'),
  query: new URLSearchParams(location.search),
  fragment: location.hash.slice(1),
})

export const place = signal<Route>(read())

export const navigate = (to: string, how: 'push' | 'replace' = 'push'): void => {
  if (how === 'push') history.pushState(null, '', to)
  else history.replaceState(null, '', to)
  place.value = read()
  if (how === 'push') scrollTo(0, 0)
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
