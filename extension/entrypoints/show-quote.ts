import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { showQuote } from '../page-reader/quote/find-quote.ts'
import type { Quote } from '../page-reader/quote/quote.ts'

/** Injected where a person asks to see a sentence on the page; it waits there, in the extension's own world, for which one. */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { gleanerShowQuote: (quote: Quote) => showQuote(document, quote) })
})
