import type { UnlistedScriptDefinition } from 'wxt'
import { extract } from '../page-reader/extract.ts'

/**
 * Injected into a page when a person clips it, and only then; its last value is what `executeScript` answers. As WXT's
 * `defineUnlistedScript` would define it, which would be injected with it.
 */
export default { main: () => extract(document, location.href) } as UnlistedScriptDefinition
