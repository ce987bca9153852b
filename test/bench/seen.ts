import type { GleanerBrowser } from '../e2e/chromium.ts'

/** Milliseconds since 1970 with fractions: the clock that a page and its observer share. */
export const now = (): number => performance.timeOrigin + performance.now()

/**
 * When the panel shows an element and a text (NaN after three seconds). An open panel notes it by itself, the moment that
 * its document changes; one that is yet to open is asked every 10 ms, and what asking takes is measured as well.
 */
export const watchFor = async (browser: GleanerBrowser, open: boolean, selector: string, text: string): Promise<() => Promise<number>> => {
  const shown = async (): Promise<boolean> => {
    const panel = await browser.panel()
    const found = panel.waitForFunction(
      (selector, text) => document.querySelector(selector) !== null && document.body.textContent?.includes(text),
      { polling: 10, timeout: 3000 },
      selector,
      text,
    )
    return found.then(
      () => true,
      () => false,
    )
  }
  if (!open) return async () => ((await shown()) ? now() : Number.NaN)
  const panel = await browser.panel()
  await panel.evaluate(
    (selector, text) => {
      const page = globalThis as typeof globalThis & { seen?: number | undefined }
      page.seen = undefined
      new MutationObserver((_, observer) => {
        if (!document.querySelector(selector) || !document.body.textContent?.includes(text)) return
        page.seen = performance.timeOrigin + performance.now()
        observer.disconnect()
      }).observe(document.body, { childList: true, subtree: true, characterData: true })
    },
    selector,
    text,
  )
  return async () => {
    await shown()
    return panel.evaluate(() => (globalThis as typeof globalThis & { seen?: number }).seen ?? Number.NaN)
  }
}
