import english from './compiled/en/lookups.ts'
import { inLanguage } from './messages.ts'

/** What look-ups say: in the settings, and beside evidence. */
export const lookupMessages = await inLanguage('lookups', english)
