import english from './compiled/en/help.ts'
import { inLanguage } from './messages.ts'

/** What the help says about pages and keys. Loaded when somebody asks for it. */
export const helpMessages = await inLanguage('help', english)
