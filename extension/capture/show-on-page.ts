import { browser } from 'wxt/browser'
import type { Quote } from '../../shared/domain/entities.ts'

/** `closed`: the browser lets the extension look at the page only after the person has pressed its button there. */
export type Shown = 'shown' | 'not-found' | 'closed'

/** Highlights a sentence on a tab's page, also if the page changed a little. Injected only when the person asks for it. */
export const showOnPage = async (tab: number, quote: Quote): Promise<Shown> => {
  const target = { tabId: tab }
  try {
    await browser.scripting.executeScript({ target, files: ['/show-quote.js'] })
    const [frame] = await browser.scripting.executeScript({
      target,
      args: [quote],
      // Runs in the page, in the extension's own world, where the script above has put it.
      func: (sought: Quote) => (globalThis as { gleanerShowQuote?: (sought: Quote) => boolean }).gleanerShowQuote?.(sought) ?? false,
    })
    return frame?.result === true ? 'shown' : 'not-found'
  } catch {
    return 'closed'
  }
}
