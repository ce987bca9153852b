import type { UnlistedScriptDefinition } from 'wxt'
import { readScreen } from '../page-reader/read-screen.ts'

/** Injected after the reader, only where metadata and screen may be of two items. */
export default { main: () => readScreen(document, location.href) } as UnlistedScriptDefinition
