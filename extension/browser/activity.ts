import { browser } from 'wxt/browser'

/** The last use is written at most once in this time, in milliseconds. */
const grain = 10_000

/** Not the browser's `idle`: that needs a permission, and on a shared computer what counts is the use of Gleaner, not of the mouse. */
export const recordActivity = async (): Promise<void> => {
  const { usedAt } = await browser.storage.session.get('usedAt')
  if (typeof usedAt !== 'number' || Date.now() - usedAt > grain) await browser.storage.session.set({ usedAt: Date.now() })
}

/** Every key and click in a page of the extension is use. */
export const watchActivity = (): void => {
  for (const event of ['keydown', 'pointerdown']) addEventListener(event, () => void recordActivity(), { capture: true, passive: true })
  void recordActivity()
}
