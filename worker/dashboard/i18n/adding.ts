import english from './compiled/en/adding.ts'
import { inLanguage } from './messages.ts'

/** What is said where ideas and evidence are added. Loaded with it. */
export const addingMessages = await inLanguage('adding', english)
