import english from './compiled/en/start.ts'
import { inLanguage } from './messages.ts'

/** What somebody who has just come is told, and a network that begins. Loaded where one stands. */
export const startMessages = await inLanguage('start', english)
