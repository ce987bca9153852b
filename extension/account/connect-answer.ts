import { browser } from 'wxt/browser'

/** Browsers read it as a page of the extension. */
const page = '/options.html'
const mark = 'connected='

/** Whether a tab shows the answer of a server to a browser that wants to connect. Which server, `takeAnswer` asks. */
export const isConnectAnswer = (address: string): boolean => {
  const url = URL.parse(address)
  return url?.pathname === '/connected' && /^#(?:.*&)?state=/.test(url.hash)
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
const pairingCode = /^#[\w-]{8,40}$/

/** Whether a tab shows the page on which a server hands over a code to connect this browser with. */
export const isStartPage = (address: string): boolean => {
  const url = URL.parse(address)
  return url?.pathname === '/start' && pairingCode.test(url.hash)
}

/** Opens the settings with that code filled in. Nothing is connected before the person agrees there: anybody could have made the page. */
export const bringCode = async (address: string): Promise<void> => {
  const { origin, hash } = new URL(address)
  await browser.tabs.create({ url: `${page}#${startMark}${encodeURIComponent(`${origin}/connect${hash}`)}` })
}

/** The link that this page was opened with, once. */
export const broughtLink = (): string | undefined => {
  if (!location.hash.startsWith(`#${startMark}`)) return undefined
  const link = decodeURIComponent(location.hash.slice(startMark.length + 1))
  history.replaceState(null, '', '#welcome')
  return link
}
