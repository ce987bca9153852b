import english from './compiled/en/clips.ts'
import { inLanguage } from './messages.ts'

/** What the page of evidence says. Loaded with it. */
export const clipMessages = await inLanguage('clips', english)
