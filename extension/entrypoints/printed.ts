import type { UnlistedScriptDefinition } from 'wxt'
import { readPrinted } from '../page-reader/printed/read-printed.ts'

/** Injected after the reader, only where metadata fall short. */
export default { main: () => readPrinted(document, location.href) } as UnlistedScriptDefinition
