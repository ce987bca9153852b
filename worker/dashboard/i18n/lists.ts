import english from './compiled/en/lists.ts'
import { inLanguage } from './messages.ts'

/** What the list of ideas says. Loaded with it. */
export const listMessages = await inLanguage('lists', english)
