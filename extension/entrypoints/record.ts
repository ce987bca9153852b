import type { UnlistedScriptDefinition } from 'wxt'
import { readRecord } from '../page-reader/printed/read-record.ts'

/** Injected after the reader of print, only where that leaves something open. */
export default { main: () => readRecord(document, location.href) } as UnlistedScriptDefinition
