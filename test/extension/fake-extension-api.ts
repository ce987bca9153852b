import { fakeBrowser } from 'wxt/testing/fake-browser'

/** Stands for the browser's own API, which Node lacks. Imported before anything that uses it. */
;(globalThis as { chrome?: unknown }).chrome = fakeBrowser
export { fakeBrowser }
