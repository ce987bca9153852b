import { browser } from 'wxt/browser'

/** Browsers read it as a page of the extension. */
const page = '/options.html'
const mark = 'connected='

/**
 * Whether a tab shows the answer of a server to a browser that wants to connect. It names the server as its issuer (RFC 9207), so
 * that a page that happens to be called so is clipped as any other; whether it is the server that was asked, `takeAnswer` asks.
 */
export const isConnectAnswer = (address: string): boolean => {
  const url = URL.parse(address)
  if (url?.pathname !== '/connected') return false
  const answer = new URLSearchParams(url.hash.slice(1))
  return answer.has('state') && answer.get('iss') === url.origin
}

/** Brings the answer to the extension's own page, in the same tab: the code then stands in no history and on no screen. */
export const bringAnswer = async (tab: number, address: string): Promise<void> => {
  await browser.tabs.update(tab, { url: `${page}#${mark}${encodeURIComponent(address)}` })
}

/** The answer that this page was opened with, once. */
export const broughtAnswer = (): string | undefined => {
  if (!location.hash.startsWith(`#${mark}`)) return undefined
  const address = decodeURIComponent(location.hash.slice(mark.length + 1))
  history.replaceState(null, '', '#welcome')
  return address
}

const startMark = 'start='
/** As servers make codes: groups of four letters and digits without look-alikes (worker/auth/secrets.ts). */
const handedCode = /^#connect=([A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4})$/
const codeIn = (url: URL | null): string | undefined => (url?.pathname === '/start' ? handedCode.exec(url.hash)?.[1] : undefined)

/**
 * Whether a tab shows the page on which a server hands over a code to connect this browser with. Before anybody is connected no
 * server is known, and the panel has to open within the press: the address alone tells, by a code of the form that servers make.
 */
export const isStartPage = (address: string): boolean => codeIn(URL.parse(address)) !== undefined

/** Opens the settings with that code filled in. Nothing is connected before the person agrees there: anybody could have made the page. */
export const bringCode = async (address: string): Promise<void> => {
  const url = new URL(address)
  await browser.tabs.create({ url: `${page}#${startMark}${encodeURIComponent(`${url.origin}/connect#${codeIn(url)}`)}` })
}

/** The link that this page was opened with, once. */
export const broughtLink = (): string | undefined => {
  if (!location.hash.startsWith(`#${startMark}`)) return undefined
  const link = decodeURIComponent(location.hash.slice(startMark.length + 1))
  history.replaceState(null, '', '#welcome')
  return link
}
