import english from './compiled/en/imports.ts'
import { inLanguage } from './messages.ts'

/** What is said where a list is brought in. Loaded with it. */
export const importMessages = await inLanguage('imports', english)
