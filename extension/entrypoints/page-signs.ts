import type { UnlistedScriptDefinition } from 'wxt'
import { pageSigns } from '../page-reader/page-signs.ts'

/** Injected beside the reader, for what a page says of its item's kind and standing; the reader itself stays small. */
export default { main: () => pageSigns(document, location.href) } as UnlistedScriptDefinition
