/** What the test of links needs in a page: the reader, the maker of links, and finding again. */
export { showQuote } from '../../extension/page-reader/quote/find-quote.ts'
export { quoteLink } from '../../extension/page-reader/quote/quote-link.ts'
export { readQuote } from '../../extension/page-reader/quote/quote.ts'
