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
