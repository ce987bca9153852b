/** What the test of links needs in a page: the reader, the maker of links, and finding again. */
export { showQuote } from '../../extension/find-quote.ts'
export { quoteLink } from '../../extension/quote-link.ts'
export { readQuote } from '../../extension/quote.ts'
