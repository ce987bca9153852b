import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { forgetSearch, suggestionsFor } from '../background/bank-suggestions.ts'
import { keepSuggestions } from '../background/load-bank-suggestions.ts'

/** Run in the background, not in a page: what searches the bank for the address bar. */
export default defineUnlistedScript(() => keepSuggestions({ suggestionsFor, forgetSearch }))
