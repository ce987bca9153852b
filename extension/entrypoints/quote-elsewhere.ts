import type { UnlistedScriptDefinition } from 'wxt'
import { selectedElsewhere } from '../page-reader/quote/quote-elsewhere.ts'

/** Injected after the reader, where nothing is selected in the page's own document. */
export default { main: () => selectedElsewhere(document) } as UnlistedScriptDefinition
