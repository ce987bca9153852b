import english from './compiled/en/board.ts'
import { inLanguage } from './messages.ts'

/** What the board says. Loaded with it. */
export const boardMessages = await inLanguage('board', english)
