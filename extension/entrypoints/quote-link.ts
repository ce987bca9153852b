import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { quoteLink } from '../page-reader/quote/quote-link.ts'

/** Injected after the reader, only where something is selected: making a link that opens at it takes a library of its own. */
export default defineUnlistedScript(() => quoteLink(document, location.href))
